package io.hearthwatch.stack.broker;

import io.hearthwatch.io.topic.Topics;
import io.hearthwatch.stack.FlinkRest;
import io.hearthwatch.stack.StackAddresses;
import io.hearthwatch.stack.StackFailure;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * Whether the job has taken in all that was sent to it. A question overtakes events, since it comes
 * by another topic: what is asked right after an import would be answered from half of it.
 *
 * <p>The job says how far it has come by the offsets that it commits after each checkpoint, so a
 * checkpoint is asked for rather than waited for. Flink's source commits them when its poll comes
 * back, which takes up to 10 s where no more records come; where nothing new was sent nothing is
 * waited for.
 */
public final class TakenIn implements AutoCloseable {

  /** How long one look at the broker may take. */
  private static final long LOOK_SECONDS = 15;

  private static final long POLL_MS = 100;

  /** After so many looks without an end another checkpoint is asked for. */
  private static final int LOOKS_A_CHECKPOINT = 10;

  private final String job;
  private final Duration patience;
  private final FlinkRest rest;
  private final Admin admin;
  private int looks;

  /**
   * For one job of a stack.
   *
   * @param job its name, which is also the group under which it commits its offsets
   * @param patience how long the job may make no progress before it is given up
   */
  public TakenIn(StackAddresses at, String job, Duration patience) {
    this.job = job;
    this.patience = patience;
    rest = new FlinkRest(at.flinkRest());
    admin = Clients.admin(at);
  }

  /** Hears how many records the job has still to take in. */
  @FunctionalInterface
  public interface Watcher {
    void left(long records) throws InterruptedException;
  }

  /** How far the topics of events and control records were written at a moment. */
  public record Written(Map<TopicPartition, Long> ends) {}

  /** How far they are written now. */
  public Written written() throws InterruptedException {
    return asked(() -> new Written(ends(admin)));
  }

  /** How many records of what was written the job has still to take in, as far as it has said. */
  public long left(Written written) throws InterruptedException {
    long left = asked(() -> left(admin, written.ends()));
    if (left > 0 && looks++ % LOOKS_A_CHECKPOINT == 0) {
      Optional<String> unused = askForCheckpoint();
    }
    return left;
  }

  /** Waits until the job has taken in every event and control record that is there now. */
  public void await(Watcher watcher) throws InterruptedException {
    await(written(), watcher);
  }

  /** Waits until the job has taken in what was written. */
  public void await(Written written, Watcher watcher) throws InterruptedException {
    long leastLeft = Long.MAX_VALUE;
    Instant movedAt = Instant.now();
    for (long left = left(written); left > 0; left = left(written)) {
      watcher.left(left);
      if (left < leastLeft) {
        leastLeft = left;
        movedAt = Instant.now();
      } else if (Instant.now().isAfter(movedAt.plus(patience))) {
        throw new StackFailure(
            job
                + " has not gone on for "
                + patience.toSeconds()
                + " s, with "
                + left
                + " records still to take in; see `hearthwatch status`.");
      }
      Thread.sleep(POLL_MS);
    }
  }

  /**
   * Has the job commit what it has said so far: alerts that are written exactly once are seen after
   * a checkpoint, and the one who reviews wants to see them now.
   */
  public void commit() throws InterruptedException {
    Instant until = Instant.now().plus(patience);
    Optional<String> request = askForCheckpoint();
    while (request.isPresent() && !isOver(request.get()) && Instant.now().isBefore(until)) {
      Thread.sleep(POLL_MS);
    }
  }

  private Optional<String> askForCheckpoint() {
    try {
      return rest.checkpoint(job);
    } catch (IOException e) {
      return Optional.empty(); // Restarting, or one is under way; the periodic ones go on.
    }
  }

  private boolean isOver(String request) {
    try {
      return rest.isCheckpointOver(request);
    } catch (IOException e) {
      return true; // Nobody knows of it any more; the periodic ones go on.
    }
  }

  private static Map<TopicPartition, Long> ends(Admin admin)
      throws ExecutionException, InterruptedException, TimeoutException {
    List<String> topics = new ArrayList<>(Topics.allEvents());
    topics.add(Topics.CONTROL);
    Map<TopicPartition, OffsetSpec> partitions =
        get(admin.describeTopics(topics).allTopicNames()).values().stream()
            .flatMap(
                topic ->
                    topic.partitions().stream()
                        .map(info -> new TopicPartition(topic.name(), info.partition())))
            .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
    return get(admin.listOffsets(partitions).all()).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue().offset()));
  }

  private long left(Admin admin, Map<TopicPartition, Long> ends)
      throws ExecutionException, InterruptedException, TimeoutException {
    Map<TopicPartition, OffsetAndMetadata> committed =
        get(admin.listConsumerGroupOffsets(job).partitionsToOffsetAndMetadata());
    long left = 0;
    for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
      OffsetAndMetadata offset = committed.get(end.getKey());
      left += Math.max(0, end.getValue() - (offset == null ? 0 : offset.offset()));
    }
    return left;
  }

  @Override
  public void close() {
    admin.close();
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

  private static <T> T get(KafkaFuture<T> future)
      throws ExecutionException, InterruptedException, TimeoutException {
    return future.get(LOOK_SECONDS, TimeUnit.SECONDS);
  }
}
