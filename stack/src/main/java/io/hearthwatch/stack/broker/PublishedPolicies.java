package io.hearthwatch.stack.broker;

import io.hearthwatch.io.contract.SingleObject;
import io.hearthwatch.io.topic.Topics;
import io.hearthwatch.stack.StackAddresses;
import io.hearthwatch.wire.ControlRecord;
import io.hearthwatch.wire.PolicyBundle;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The policies that were sent to the jobs. */
public final class PublishedPolicies {

  private final StackAddresses at;
  private final SingleObject<ControlRecord> control = new SingleObject<>(ControlRecord.class);

  public PublishedPolicies(StackAddresses at) {
    this.at = at;
  }

  /**
   * A bundle as it stands on the topic.
   *
   * @param at when the broker took it
   */
  public record Published(Instant at, PolicyBundle bundle) {}

  /** The bundle that was published last; empty where none ever was. */
  public Optional<PolicyBundle> newest() {
    List<Published> all = all();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1).bundle());
  }

  /** All bundles, oldest first. */
  public List<Published> all() {
    List<Published> all = new ArrayList<>();
    try (TopicReader reader = new TopicReader(at, Topics.CONTROL)) {
      reader.readAll(
          record -> {
            try {
              if (control.decode(record.value()).getBody() instanceof PolicyBundle bundle) {
                all.add(new Published(Instant.ofEpochMilli(record.timestamp()), bundle));
              }
            } catch (IOException | RuntimeException e) {
              // What cannot be read is no bundle of ours.
            }
          });
    }
    return all;
  }
}
