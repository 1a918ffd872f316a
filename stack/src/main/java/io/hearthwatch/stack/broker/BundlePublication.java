package io.hearthwatch.stack.broker;

import io.hearthwatch.domain.rule.RuleBook;
import io.hearthwatch.io.contract.SingleObject;
import io.hearthwatch.io.policy.PolicyBundleCodec;
import io.hearthwatch.io.policy.PolicyFiles;
import io.hearthwatch.io.topic.Topics;
import io.hearthwatch.stack.StackAddresses;
import io.hearthwatch.stack.StackFailure;
import io.hearthwatch.wire.ControlAck;
import io.hearthwatch.wire.ControlRecord;
import io.hearthwatch.wire.PolicyBundle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Sends the policies of a folder to all jobs, once they are checked, and waits for the answer. */
public final class BundlePublication {

  private final StackAddresses at;
  private final SingleObject<ControlRecord> control = new SingleObject<>(ControlRecord.class);
  private final SingleObject<ControlAck> acks = new SingleObject<>(ControlAck.class);

  public BundlePublication(StackAddresses at) {
    this.at = at;
  }

  /**
   * Publishes a folder's bundle, unless it is the one that was published last.
   *
   * @return its version
   */
  public String publish(Path policies, String author, String message) throws Exception {
    PolicyFiles files = PolicyFiles.ofDirectory(policies);
    PolicyBundle bundle = PolicyBundleCodec.toWire(files, author, message, Instant.now());
    var checked = new RuleBook(PolicyBundleCodec.read(bundle));
    if (!checked.bundle().version().equals(lastVersion())) {
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
    return bundle.getVersion();
  }

  /** Waits until every subtask of a job works by a version; fails where one refuses it. */
  public void awaitTaken(String job, String version, Duration patience) throws Exception {
    Instant until = Instant.now().plus(patience);
    Map<Integer, ControlAck> latest = new HashMap<>();
    try (TopicReader reader = new TopicReader(at, Topics.CONTROL_ACKS)) {
      reader.readAll(record -> remember(record, job, version, latest));
      while (!allTook(latest, version)) {
        if (Instant.now().isAfter(until)) {
          throw new StackFailure(
              "The job "
                  + job
                  + " has not taken the policies after "
                  + patience.toSeconds()
                  + " s; see its log, or `hearthwatch status`.");
        }
        reader.poll().forEach(record -> remember(record, job, version, latest));
      }
    }
  }

  private void remember(
      ConsumerRecord<byte[], byte[]> record,
      String job,
      String version,
      Map<Integer, ControlAck> latest) {
    try {
      ControlAck ack = acks.decode(record.value());
      if (ack.getJob().equals(job)
          && (ack.getBundleVersion().equals(version) || !ack.getProblem().isEmpty())) {
        latest.put(ack.getSubtask(), ack);
      }
    } catch (IOException | RuntimeException e) {
      // Somebody else's record in a topic of ours: it acknowledges nothing.
    }
  }

  private static boolean allTook(Map<Integer, ControlAck> latest, String version) {
    for (ControlAck ack : latest.values()) {
      if (!ack.getProblem().isEmpty()) {
        throw new StackFailure("The job refuses the policies: " + ack.getProblem());
      }
    }
    return !latest.isEmpty()
        && latest.size() >= latest.values().iterator().next().getParallelism()
        && latest.values().stream().allMatch(ack -> ack.getBundleVersion().equals(version));
  }

  private String lastVersion() {
    return new PublishedPolicies(at).newest().map(PolicyBundle::getVersion).orElse("");
  }
}
