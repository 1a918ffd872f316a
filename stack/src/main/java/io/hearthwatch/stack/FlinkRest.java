package io.hearthwatch.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The part of Flink's REST interface that the stack needs. */
public final class FlinkRest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  // Compiling the graph of a large job happens inside the request.
  private static final Duration RUN_TIMEOUT = Duration.ofMinutes(2);

  /** Flink takes no request whose first line is longer than 4 KiB. */
  private static final int METRICS_A_REQUEST = 20;

  private final FlinkHttp http;

  public FlinkRest(URI base) {
    this.http = new FlinkHttp(base);
  }

  /** How a job is to be started. */
  public record Run(
      String entryClass,
      List<String> arguments,
      int parallelism,
      Optional<String> restoreFrom,
      Map<String, String> configuration) {}

  /** The cluster at a glance: TaskManagers, slots. */
  public JsonNode overview() throws IOException {
    return http.get("/overview", TIMEOUT);
  }

  /** Slots in which nothing runs. */
  int freeSlots() throws IOException {
    return overview().path("slots-available").asInt();
  }

  /**
   * Fails unless a TaskManager of this id is registered, and it is the one started at that time: a
   * killed one stays in the list, under the same id, until its heartbeat is missed or the next one
   * registers.
   */
  void requireTaskManager(String id, Instant startedAt) throws IOException {
    for (JsonNode each : http.get("/taskmanagers", TIMEOUT).path("taskmanagers")) {
      // In spite of its name the time of the last heartbeat, 0 before the first.
      long heartbeat = each.path("timeSinceLastHeartbeat").asLong();
      if (each.path("id").asText().equals(id)
          && (heartbeat == 0 || heartbeat >= startedAt.toEpochMilli())) {
        return;
      }
    }
    throw new IOException("not registered at the JobManager");
  }

  /** All jobs that this JobManager knows, ended ones included. */
  public List<FlinkJob> jobs() throws IOException {
    return StreamSupport.stream(
            http.get("/jobs/overview", TIMEOUT).path("jobs").spliterator(), false)
        .map(
            job ->
                new FlinkJob(
                    job.path("jid").asText(),
                    job.path("name").asText(),
                    job.path("state").asText(),
                    Instant.ofEpochMilli(job.path("start-time").asLong())))
        .toList();
  }

  /** Whether the job and each of its tasks run: only then are its checkpoints possible. */
  boolean allTasksRun(String jobId) throws IOException {
    JsonNode job = http.get("/jobs/" + jobId, TIMEOUT);
    if (!job.path("state").asText().equals("RUNNING")) {
      return false;
    }
    for (JsonNode vertex : job.path("vertices")) {
      JsonNode tasks = vertex.path("tasks");
      int working = tasks.path("RUNNING").asInt() + tasks.path("FINISHED").asInt();
      if (working < vertex.path("parallelism").asInt()) {
        return false;
      }
    }
    return true;
  }

  /**
   * How many records a part of a job has read so far.
   *
   * @param vertex how the name of its first operator begins
   */
  long recordsRead(String jobId, String vertex) throws IOException {
    for (JsonNode each : http.get("/jobs/" + jobId, TIMEOUT).path("vertices")) {
      if (each.path("name").asText().startsWith(vertex)) {
        return each.path("metrics").path("read-records").asLong();
      }
    }
    return 0;
  }

  /** When the job's newest checkpoint was completed. */
  Optional<Instant> lastCheckpoint(String jobId) throws IOException {
    JsonNode latest =
        http.get("/jobs/" + jobId + "/checkpoints", TIMEOUT).path("latest").path("completed");
    return latest.has("latest_ack_timestamp")
        ? Optional.of(Instant.ofEpochMilli(latest.path("latest_ack_timestamp").asLong()))
        : Optional.empty();
  }

  /** Has the running job of this name take a checkpoint now; the answer names the request. */
  public Optional<String> checkpoint(String jobName) throws IOException {
    for (FlinkJob job : jobs()) {
      if (job.name().equals(jobName) && job.state().equals("RUNNING")) {
        ObjectNode body = JSON.createObjectNode();
        body.put("checkpointType", "CONFIGURED");
        String path = "/jobs/" + job.id() + "/checkpoints";
        return Optional.of(path + "/" + http.post(path, body, TIMEOUT).path("request-id").asText());
      }
    }
    return Optional.empty();
  }

  /** How a checkpoint that was asked for is. */
  public enum CheckpointState {
    UNDER_WAY,
    COMPLETED,
    FAILED
  }

  /** What became of a checkpoint that was asked for. */
  public CheckpointState checkpointState(String request) throws IOException {
    JsonNode answer = http.get(request, TIMEOUT);
    if (!answer.path("status").path("id").asText().equals("COMPLETED")) {
      return CheckpointState.UNDER_WAY;
    }
    return answer.path("operation").hasNonNull("failureCause")
            || answer.path("operation").hasNonNull("failure-cause")
        ? CheckpointState.FAILED
        : CheckpointState.COMPLETED;
  }

  /**
   * Numbers that the subtasks of a vertex report, each the greatest of all; those that none reports
   * are left out. They are as old as {@code metrics.fetcher.update-interval}.
   *
   * @param vertex how its name begins
   */
  public Map<String, Long> metrics(String jobName, String vertex, List<String> names)
      throws IOException {
    Map<String, Long> values = new HashMap<>();
    for (FlinkJob job : jobs()) {
      if (job.name().equals(jobName) && job.state().equals("RUNNING")) {
        for (JsonNode each : http.get("/jobs/" + job.id(), TIMEOUT).path("vertices")) {
          if (each.path("name").asText().startsWith(vertex)) {
            String path = "/jobs/" + job.id() + "/vertices/" + each.path("id").asText();
            for (int from = 0; from < names.size(); from += METRICS_A_REQUEST) {
              int to = Math.min(names.size(), from + METRICS_A_REQUEST);
              String asked = String.join(",", names.subList(from, to));
              for (JsonNode metric :
                  http.get(path + "/subtasks/metrics?agg=max&get=" + asked, TIMEOUT)) {
                values.put(metric.path("id").asText(), metric.path("max").asLong());
              }
            }
          }
        }
      }
    }
    return values;
  }

  /** How often the job was restarted since it was submitted. */
  long restarts(String jobId) throws IOException {
    JsonNode metric =
        http.get("/jobs/" + jobId + "/metrics?get=numRestarts", TIMEOUT).path(0).path("value");
    return metric.isMissingNode() ? 0 : metric.asLong();
  }

  /** The innermost cause of the job's last failure, on one line. */
  Optional<String> lastFailure(String jobId) throws IOException {
    JsonNode entries =
        http.get("/jobs/" + jobId + "/exceptions", TIMEOUT)
            .path("exceptionHistory")
            .path("entries");
    return RootCause.of(entries.path(0).path("stacktrace").asText(""));
  }

  /** Uploads a job jar and says under which id it can be run. */
  String upload(Path jar) throws IOException {
    String name = http.postJar("/jars/upload", jar, RUN_TIMEOUT).path("filename").asText();
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /** Starts a job of an uploaded jar and returns its id. */
  String run(String jarId, Run run) throws IOException {
    ObjectNode body = JSON.createObjectNode();
    body.put("entryClass", run.entryClass());
    body.put("parallelism", run.parallelism());
    body.set("programArgsList", JSON.valueToTree(run.arguments()));
    body.set("flinkConfiguration", JSON.valueToTree(run.configuration()));
    run.restoreFrom()
        .ifPresent(
            path -> {
              body.put("savepointPath", path);
              // Flink then owns it and deletes it when newer checkpoints have taken its place.
              body.put("claimMode", "CLAIM");
            });
    return http.post("/jars/" + jarId + "/run", body, RUN_TIMEOUT).path("jobid").asText();
  }

  void deleteJar(String jarId) throws IOException {
    http.delete("/jars/" + jarId, TIMEOUT);
  }

  /** Asks a job to stop with a savepoint; the answer names the request. */
  String stopWithSavepoint(String jobId, Path folder) throws IOException {
    ObjectNode body = JSON.createObjectNode();
    body.put("targetDirectory", FlinkPath.of(folder));
    body.put("drain", false);
    return http.post("/jobs/" + jobId + "/stop", body, TIMEOUT).path("request-id").asText();
  }

  /** Whether the stop is over; fails with Flink's reason when no savepoint came of it. */
  boolean isStopped(String jobId, String requestId) throws IOException {
    JsonNode answer = http.get("/jobs/" + jobId + "/savepoints/" + requestId, TIMEOUT);
    if (!answer.path("status").path("id").asText().equals("COMPLETED")) {
      return false;
    }
    JsonNode failure = answer.path("operation").path("failure-cause");
    if (!failure.isMissingNode()) {
      throw new FlinkHttp.Refused(
          RootCause.of(failure.path("stack-trace").asText(""))
              .orElse(failure.path("class").asText()));
    }
    return true;
  }

  void cancel(String jobId) throws IOException, InterruptedException {
    http.patch("/jobs/" + jobId + "?mode=cancel", TIMEOUT);
  }
}
