package io.hearthwatch.stack.broker;

import io.hearthwatch.io.topic.Topics;
import io.hearthwatch.stack.FlinkRest;
import io.hearthwatch.stack.StackAddresses;
import io.hearthwatch.stack.StackFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/**
 * Whether the job has taken in all that was sent to it. A question overtakes events, since it comes
 * by another topic: what is asked right after an import would be answered from half of it.
 *
 * <p>The job's sources report what they have passed on; when a checkpoint that begins after that
 * has completed, all of it has been worked on. The offsets that the job commits would say the same
 * up to half a minute later, when no more records come.
 *
 * <p>What lies behind an open transaction of somebody who sends cannot be read, and is waited for.
 */
public final class TakenIn implements AutoCloseable {

  private static final long POLL_MS = 100;

  /**
   * A long wait is looked at more rarely: each look has the metrics of all tasks fetched, which
   * takes a fifth of a processor from the job that is waited for where it is done ten times a
   * second.
   */
  private static final long MOST_POLL_MS = 2_000;

  /** A look comes after a twentieth of what was waited already. */
  private static final int SHARE_OF_WAIT = 20;

  /** As long as it goes on, there is no need to look at what is left. */
  private static final Duration LOOK_CLOSER = Duration.ofSeconds(2);

  private final String job;
  private final List<String> topics;
  private final Duration patience;
  private final CheckpointNow checkpoint;
  private final ReadOffsets readOffsets;
  private final Admin admin;
  private final TransactionEnds transactionEnds;
  private long leftBefore;
  private Instant since = Instant.EPOCH;

  /**
   * For the job that watches households: it reads all events and the control stream.
   *
   * @param job its name, which is also the group under which it commits its offsets
   * @param patience how long the job may make no progress before it is given up
   */
  public TakenIn(StackAddresses at, String job, Duration patience) {
    this(
        at,
        job,
        Stream.concat(Topics.allEvents().stream(), Stream.of(Topics.CONTROL)).toList(),
        patience);
  }

  /** For the job that counts what was given. */
  public static TakenIn ofAssistance(StackAddresses at, Duration patience) {
    return new TakenIn(at, "assistance", Topics.reliefEvents(), patience);
  }

  private TakenIn(StackAddresses at, String job, List<String> topics, Duration patience) {
    this.job = job;
    this.topics = topics;
    this.patience = patience;
    FlinkRest rest = new FlinkRest(at.flinkRest());
    checkpoint = new CheckpointNow(rest, job);
    readOffsets = new ReadOffsets(rest, job);
    admin = Clients.admin(at);
    transactionEnds = new TransactionEnds(at);
  }

  /** Hears how many records the job has still to read. */
  @FunctionalInterface
  public interface Watcher {
    void left(long records) throws InterruptedException;
  }

  /** How far the topics that it reads were written at a moment. */
  public record Written(Map<TopicPartition, Long> ends) {}

  /** How far they are written now. */
  public Written written() throws InterruptedException {
    return asked(() -> new Written(TopicEnds.of(admin, topics, IsolationLevel.READ_UNCOMMITTED)));
  }

  /** How many records of what was written the job has still to read. */
  public long left(Written written) throws InterruptedException {
    Map<TopicPartition, Long> read = readOffsets.of(written.ends().keySet());
    committed().forEach((partition, offset) -> read.merge(partition, offset, Math::max));
    long left = left(written, read);
    if (left != leftBefore) {
      leftBefore = left;
      since = Instant.now();
    } else if (left > 0 && Instant.now().isAfter(since.plus(LOOK_CLOSER))) {
      return left(new Written(transactionEnds.without(written.ends(), read)), read);
    }
    return left;
  }

  /** The same, without what is no record, where the job has taken in all of it. */
  public Written records(Written written) throws InterruptedException {
    return new Written(transactionEnds.without(written.ends(), committed()));
  }

  /** Waits until the job has taken in every record that is there now. */
  public void await(Watcher watcher) throws InterruptedException {
    await(written(), watcher);
  }

  /** Waits until the job has taken in what was written; where nothing is new, not at all. */
  public void await(Written written, Watcher watcher) throws InterruptedException {
    if (left(written, committed()) == 0) {
      return;
    }
    Instant began = Instant.now();
    Headway headway = new Headway(patience);
    for (long left = left(written); left > 0; left = left(written)) {
      watcher.left(left);
      if (!headway.isMade(left)) {
        throw new StackFailure(
            job
                + " has not gone on for "
                + patience.toSeconds()
                + " s, with "
                + left
                + " records still to take in; see `hearthwatch status`.");
      }
      long waitedMs = Duration.between(began, Instant.now()).toMillis();
      Thread.sleep(Math.max(POLL_MS, Math.min(waitedMs / SHARE_OF_WAIT, MOST_POLL_MS)));
    }
    settle();
  }

  /**
   * Waits for a checkpoint that begins now: the job has then worked on all that it has read, and
   * alerts that are written exactly once can be seen.
   */
  public void settle() throws InterruptedException {
    Instant until = Instant.now().plus(patience);
    while (!checkpoint.isTaken()) {
      if (Instant.now().isAfter(until)) {
        throw new StackFailure(
            job + " takes no checkpoint; see `hearthwatch status` and Flink's web UI.");
      }
      Thread.sleep(POLL_MS);
    }
  }

  private Map<TopicPartition, Long> committed() throws InterruptedException {
    return asked(() -> TopicEnds.committed(admin, job));
  }

  private static long left(Written written, Map<TopicPartition, Long> read) {
    long left = 0;
    for (Map.Entry<TopicPartition, Long> end : written.ends().entrySet()) {
      left += Math.max(0, end.getValue() - read.getOrDefault(end.getKey(), 0L));
    }
    return left;
  }

  @Override
  public void close() {
    admin.close();
    transactionEnds.close();
  }

  /** A look at the broker. */
  private interface Look<T> {
    T at() throws ExecutionException, InterruptedException, TimeoutException;
  }

  private <T> T asked(Look<T> look) throws InterruptedException {
    try {
      return look.at();
    } catch (ExecutionException | TimeoutException e) {
      throw new StackFailure(
          "The broker does not say how far " + job + " has come; see `hearthwatch status`.", e);
    }
  }
}
