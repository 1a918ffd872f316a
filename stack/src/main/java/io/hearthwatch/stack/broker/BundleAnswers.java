package io.hearthwatch.stack.broker;

import io.hearthwatch.io.contract.SingleObject;
import io.hearthwatch.io.topic.Topics;
import io.hearthwatch.stack.StackAddresses;
import io.hearthwatch.stack.StackFailure;
import io.hearthwatch.wire.ControlAck;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Waits until every subtask of a job has said that it works by a bundle. */
public final class BundleAnswers implements AutoCloseable {

  private final String job;
  private final TopicReader reader;
  private final Acknowledgements said;
  private final SingleObject<ControlAck> codec = new SingleObject<>(ControlAck.class);

  private BundleAnswers(StackAddresses at, String job) {
    this.job = job;
    said = new Acknowledgements(job);
    reader = new TopicReader(at, Topics.CONTROL_ACKS);
  }

  /** Also what was said before: for a bundle that was published already. */
  public static BundleAnswers everSaid(StackAddresses at, String job) {
    BundleAnswers answers = new BundleAnswers(at, job);
    answers.reader.readAll(answers::hear);
    return answers;
  }

  /**
   * Only what is said from now on: for a bundle that is about to be published, perhaps not for the
   * first time.
   */
  public static BundleAnswers fromNowOn(StackAddresses at, String job) {
    BundleAnswers answers = new BundleAnswers(at, job);
    answers.reader.skipToEnd();
    return answers;
  }

  /** Hears how many subtasks of how many have taken it. */
  @FunctionalInterface
  public interface Watcher {
    void taken(int subtasks, int of);
  }

  /**
   * Waits for all; fails where one refuses it.
   *
   * @return how many they are
   */
  public int await(String version, Duration patience, Watcher watcher) {
    Instant until = Instant.now().plus(patience);
    while (!said.allTook(version)) {
      said.refusal(version)
          .ifPresent(
              problem -> {
                throw new StackFailure("The job refuses the policies: " + problem);
              });
      if (Instant.now().isAfter(until)) {
        throw new StackFailure(
            ("The job %s has not taken the policies %s after %d s; it will when it runs: see its"
                    + " log, or `hearthwatch status`.")
                .formatted(job, version, patience.toSeconds()));
      }
      reader.poll().forEach(this::hear);
      watcher.taken(said.taken(version), said.subtasks());
    }
    return said.subtasks();
  }

  private void hear(ConsumerRecord<byte[], byte[]> record) {
    try {
      said.add(codec.decode(record.value()));
    } catch (IOException | RuntimeException e) {
      // Somebody else's record in a topic of ours: it acknowledges nothing.
    }
  }

  @Override
  public void close() {
    reader.close();
  }
}
