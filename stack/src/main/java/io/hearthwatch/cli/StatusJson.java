package io.hearthwatch.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hearthwatch.stack.StackStatus;
import java.util.Locale;

/** The status as JSON, for monitors. Values that are not known are null, never left out. */
final class StatusJson {
  private StatusJson() {}

  static ObjectNode of(StackStatus status, ObjectMapper json) {
    ObjectNode root = json.createObjectNode();
    root.put("healthy", status.isHealthy());
    for (StackStatus.PartStatus part : status.parts()) {
      ObjectNode node = root.withArray("/parts").addObject();
      node.put("name", part.name());
      node.put("state", part.state().name().toLowerCase(Locale.ROOT));
      node.put("pid", part.pid().isPresent() ? (Long) part.pid().getAsLong() : null);
      node.put("address", part.address());
      node.put(
          "uptimeSeconds",
          part.uptimeSeconds().isPresent() ? (Long) part.uptimeSeconds().getAsLong() : null);
    }
    root.withArray("/jobs");
    for (StackStatus.JobStatus job : status.jobs()) {
      ObjectNode node = root.withArray("/jobs").addObject();
      node.put("name", job.name());
      node.put("state", job.state());
      node.put("checkpointAgeSeconds", job.checkpointAgeSeconds().orElse(null));
      node.put("restarts", job.restarts());
    }
    return root;
  }
}
