package io.hearthwatch.stack.broker;

import io.hearthwatch.io.topic.Topics;
import io.hearthwatch.stack.FlinkRest;
import io.hearthwatch.stack.StackAddresses;
import io.hearthwatch.stack.StackFailure;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/**
 * Whether every alert that was said is in the tables. The job that writes them commits with each
 * checkpoint how far it has come, when all before it is written.
 */
public final class AlertsWritten implements AutoCloseable {

  private static final String JOB = "tables";

  private static final String GROUP = "hearthwatch-tables";

  /** Each look has the job take a checkpoint, which keeps it from its work. */
  private static final long POLL_MS = 500;

  /** A partition ends with the marks of transactions, which nobody commits to have read. */
  private static final long MOST_MARKS = 1_000;

  private final StackAddresses at;
  private final Duration patience;
  private final CheckpointNow checkpoint;
  private final Admin admin;

  /**
   * For a stack.
   *
   * @param patience how long the job may make no progress before it is given up
   */
  public AlertsWritten(StackAddresses at, Duration patience) {
    this.at = at;
    this.patience = patience;
    checkpoint = new CheckpointNow(new FlinkRest(at.flinkRest()), JOB);
    admin = Clients.admin(at);
  }

  /** Waits until the alerts that are committed now are written. */
  public void await(TakenIn.Watcher watcher) throws InterruptedException {
    Map<TopicPartition, Long> said = said();
    Headway headway = new Headway(patience);
    for (long left = left(said); left > 0; left = left(said)) {
      watcher.left(left);
      if (!headway.isMade(left)) {
        throw new StackFailure(
            "The tables have not gone on for %d s, with %d alerts still to write; see `hearthwatch status`."
                .formatted(patience.toSeconds(), left));
      }
      checkpoint.isTaken();
      Thread.sleep(POLL_MS);
    }
  }

  /** Behind the last alert of each partition. */
  private Map<TopicPartition, Long> said() {
    Map<TopicPartition, Long> ends = new HashMap<>();
    try (TopicReader alerts = new TopicReader(at, Topics.RISK_ALERTS)) {
      alerts.readLast(
          MOST_MARKS,
          record ->
              ends.put(
                  new TopicPartition(record.topic(), record.partition()), record.offset() + 1));
    }
    return ends;
  }

  private long left(Map<TopicPartition, Long> said) throws InterruptedException {
    try {
      Map<TopicPartition, Long> written = TopicEnds.committed(admin, GROUP);
      return said.entrySet().stream()
          .mapToLong(end -> Math.max(0, end.getValue() - written.getOrDefault(end.getKey(), 0L)))
          .sum();
    } catch (ExecutionException | TimeoutException e) {
      throw new StackFailure(
          "The broker does not say how far the tables have come; see `hearthwatch status`.", e);
    }
  }

  @Override
  public void close() {
    admin.close();
  }
}
