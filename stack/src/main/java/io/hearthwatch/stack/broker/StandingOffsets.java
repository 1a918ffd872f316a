package io.hearthwatch.stack.broker;

import io.hearthwatch.io.topic.Topics;
import io.hearthwatch.stack.FlinkRest;
import io.hearthwatch.stack.StackAddresses;
import io.hearthwatch.stack.StackFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/**
 * Finds offsets that belong together. With a checkpoint the assistance job commits how far it has
 * read and, in transactions, what it came to; until the next one both stand still. So figures can
 * be held against events while more events come.
 */
public final class StandingOffsets implements AutoCloseable {

  /** The job, and the group under which it commits. */
  private static final String GROUP = "assistance";

  private static final List<String> SAID = List.of(Topics.STATISTICS, Topics.STATEMENTS);

  /** Transactions of a checkpoint and offsets are committed well within this of each other. */
  private static final Duration STANDING = Duration.ofSeconds(3);

  private static final long POLL_MS = 250;

  private final CheckpointNow checkpoint;
  private final Admin admin;

  public StandingOffsets(StackAddresses at) {
    checkpoint = new CheckpointNow(new FlinkRest(at.flinkRest()), GROUP);
    admin = Clients.admin(at);
  }

  /**
   * Waits for a moment at which they stand. A source that finds nothing more to read may commit
   * offsets many seconds after the transactions of the same checkpoint, so standing is not enough.
   *
   * @param least what the job must have committed to have read
   */
  public NamedOffsets await(TakenIn.Written least, Duration patience) throws InterruptedException {
    Instant until = Instant.now().plus(patience);
    NamedOffsets last = look();
    Instant since = Instant.now();
    while (!covers(last, least) || Instant.now().isBefore(since.plus(STANDING))) {
      if (Instant.now().isAfter(until)) {
        throw new StackFailure(
            "The assistance job commits without a pause, so no offsets belong together; see its"
                + " checkpoint interval.");
      }
      if (!covers(last, least)) {
        checkpoint.isTaken();
      }
      Thread.sleep(POLL_MS);
      NamedOffsets now = look();
      if (!now.equals(last)) {
        last = now;
        since = Instant.now();
      }
    }
    return last;
  }

  private static boolean covers(NamedOffsets offsets, TakenIn.Written least) {
    Map<TopicPartition, Long> read = new HashMap<>();
    for (NamedOffsets.End end : offsets.read()) {
      read.put(new TopicPartition(end.topic(), end.partition()), end.until());
    }
    return least.ends().entrySet().stream()
        .allMatch(end -> read.getOrDefault(end.getKey(), 0L) >= end.getValue());
  }

  private NamedOffsets look() throws InterruptedException {
    try {
      Map<TopicPartition, Long> committed = TopicEnds.committed(admin, GROUP);
      committed.keySet().removeIf(partition -> !Topics.reliefEvents().contains(partition.topic()));
      Map<TopicPartition, Long> visible = TopicEnds.of(admin, SAID, IsolationLevel.READ_COMMITTED);
      return new NamedOffsets(ends(committed), ends(visible));
    } catch (ExecutionException | TimeoutException e) {
      throw new StackFailure(
          "The broker does not say how far its topics go; see `hearthwatch status`.", e);
    }
  }

  private static List<NamedOffsets.End> ends(Map<TopicPartition, Long> offsets) {
    return offsets.entrySet().stream()
        .map(
            end ->
                new NamedOffsets.End(
                    end.getKey().topic(), end.getKey().partition(), end.getValue()))
        .sorted(
            Comparator.comparing(NamedOffsets.End::topic)
                .thenComparing(NamedOffsets.End::partition))
        .toList();
  }

  @Override
  public void close() {
    admin.close();
  }
}
