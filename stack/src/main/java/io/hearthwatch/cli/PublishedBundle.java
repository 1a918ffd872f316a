package io.hearthwatch.cli;

import io.hearthwatch.domain.policy.PolicyBundle;
import io.hearthwatch.io.policy.PolicyBundleCodec;
import io.hearthwatch.io.policy.PolicyException;
import io.hearthwatch.stack.StackAddresses;
import io.hearthwatch.stack.StackFailure;
import io.hearthwatch.stack.broker.PublishedPolicies;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;

/** The bundle that was published last, as a command asks for it. */
final class PublishedBundle {

  private PublishedBundle() {}

  /** As it travels; empty where none was published. Fails in one line where nobody answers. */
  static Optional<io.hearthwatch.wire.PolicyBundle> wire(StackAddresses at) {
    try {
      return new PublishedPolicies(at).newest();
    } catch (KafkaException e) {
      throw new StackFailure(
          "The broker does not say what was published: "
              + e.getMessage()
              + "; see `hearthwatch status`.",
          e);
    }
  }

  /** What it says; nothing is in force where none was published. */
  static PolicyBundle read(Optional<io.hearthwatch.wire.PolicyBundle> wire) {
    try {
      return wire.map(PolicyBundleCodec::read).orElse(PolicyBundle.NONE);
    } catch (PolicyException e) {
      throw new StackFailure(
          "The published policies cannot be read by this release: " + e.inOneLine(), e);
    }
  }
}
