package io.hearthwatch.stack.broker;

import io.hearthwatch.domain.household.Retention;
import io.hearthwatch.io.contract.SingleObject;
import io.hearthwatch.io.policy.PolicyBundleCodec;
import io.hearthwatch.io.policy.PolicyException;
import io.hearthwatch.io.policy.PolicyFiles;
import io.hearthwatch.io.topic.Topics;
import io.hearthwatch.stack.StackAddresses;
import io.hearthwatch.stack.StackFailure;
import io.hearthwatch.wire.ControlRecord;
import io.hearthwatch.wire.PolicyBundle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Sends policies to all jobs, once they are checked. */
public final class BundlePublication {

  /**
   * What the authors begin with that no person is: `up` and `provision` publish the policies of
   * their tree, and replace only what such an author has published.
   */
  public static final String NOBODY = "hearthwatch ";

  private final StackAddresses at;
  private final SingleObject<ControlRecord> control = new SingleObject<>(ControlRecord.class);

  public BundlePublication(StackAddresses at) {
    this.at = at;
  }

  /**
   * What became of a tree's policies.
   *
   * @param before the bundle that was published last, if any
   * @param now the bundle that is published last
   */
  public record Outcome(Optional<PolicyBundle> before, PolicyBundle now) {

    /** Whether something was sent. */
    public boolean isSent() {
      return before.isEmpty() || before.get() != now;
    }

    /** Whether another bundle stays, because a person published it. */
    public boolean isOthers(String version) {
      return !isSent() && !now.getVersion().equals(version);
    }
  }

  /**
   * Publishes a tree's policies, unless they are what was published last, or a person has published
   * others: whoever signed those off expects them to stay when the stack is started again.
   *
   * @param command which publishes: up, provision
   */
  public Outcome publishTree(Path policies, String command) throws Exception {
    Optional<PolicyBundle> newest = new PublishedPolicies(at).newest();
    String version = PolicyFiles.ofDirectory(policies).version();
    if (newest.isPresent()
        && (newest.get().getVersion().equals(version) || isByHand(newest.get()))) {
      return new Outcome(newest, newest.get());
    }
    PolicyBundle tree = checked(policies, NOBODY + command, "policies of this tree");
    send(tree);
    return new Outcome(newest, tree);
  }

  /** Whether a person signed it off. */
  public static boolean isByHand(PolicyBundle bundle) {
    return !bundle.getAuthor().startsWith(NOBODY);
  }

  /** The bundle of a folder, as it travels; fails in one line where it does not check. */
  public static PolicyBundle checked(Path policies, String author, String message) {
    try {
      PolicyBundle bundle =
          PolicyBundleCodec.toWire(
              PolicyFiles.ofDirectory(policies), author, message, Instant.now());
      PolicyBundleCodec.checked(bundle, Retention.DEFAULT_MONTHS);
      return bundle;
    } catch (PolicyException e) {
      throw new StackFailure("The policies of " + policies + " are refused: " + e.inOneLine(), e);
    }
  }

  /** Sends a checked bundle, and comes back when the broker has it. */
  public void send(PolicyBundle bundle) throws Exception {
    try (Producer<byte[], byte[]> producer = Clients.producer(at)) {
      producer
          .send(
              new ProducerRecord<>(
                  Topics.CONTROL,
                  "bundle".getBytes(StandardCharsets.UTF_8),
                  control.encode(new ControlRecord(bundle))))
          .get();
    }
  }
}
