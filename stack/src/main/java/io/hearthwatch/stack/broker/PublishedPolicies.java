package io.hearthwatch.stack.broker;

import io.hearthwatch.io.contract.SingleObject;
import io.hearthwatch.io.topic.Topics;
import io.hearthwatch.stack.StackAddresses;
import io.hearthwatch.wire.ControlRecord;
import io.hearthwatch.wire.PolicyBundle;
import java.io.IOException;
import java.util.Optional;

/** The policies that were sent to the jobs. */
public final class PublishedPolicies {

  private final StackAddresses at;
  private final SingleObject<ControlRecord> control = new SingleObject<>(ControlRecord.class);

  public PublishedPolicies(StackAddresses at) {
    this.at = at;
  }

  /** The bundle that was published last; empty where none ever was. */
  public Optional<PolicyBundle> newest() {
    PolicyBundle[] newest = new PolicyBundle[1];
    try (TopicReader reader = new TopicReader(at, Topics.CONTROL)) {
      reader.readAll(
          record -> {
            try {
              if (control.decode(record.value()).getBody() instanceof PolicyBundle bundle) {
                newest[0] = bundle;
              }
            } catch (IOException | RuntimeException e) {
              // What cannot be read is no bundle of ours.
            }
          });
    }
    return Optional.ofNullable(newest[0]);
  }
}
