package io.hearthwatch.stack.broker;

import io.hearthwatch.io.tables.ReceivedRecord;
import io.hearthwatch.stack.StackAddresses;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads partitions from their beginning to named offsets. */
public final class RecordsUntil {

  private static final Duration POLL = Duration.ofMillis(200);

  private RecordsUntil() {}

  /**
   * Takes a record.
   *
   * @param <E> how it fails
   */
  @FunctionalInterface
  public interface Taker<E extends Exception> {
    void take(ReceivedRecord record) throws E;
  }

  /** Hears how far it is, in offsets; compaction leaves gaps in them. */
  @FunctionalInterface
  public interface Watcher {
    void read(long offsets);
  }

  /**
   * Hands over every committed record below the ends.
   *
   * @param <E> how the taker fails
   */
  public static <E extends Exception> void read(
      StackAddresses at, List<NamedOffsets.End> ends, Taker<E> taker, Watcher watcher) throws E {
    Map<TopicPartition, Long> until =
        ends.stream()
            .collect(
                Collectors.toMap(
                    end -> new TopicPartition(end.topic(), end.partition()),
                    NamedOffsets.End::until));
    try (Consumer<byte[], byte[]> consumer = Clients.consumer(at)) {
      consumer.assign(until.keySet());
      consumer.seekToBeginning(until.keySet());
      Headway headway = Headway.ofReading();
      while (!until.isEmpty()) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          Long end = until.get(new TopicPartition(record.topic(), record.partition()));
          if (end != null && record.offset() < end) {
            taker.take(received(record));
          }
        }
        until.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
        consumer.pause(consumer.assignment().stream().filter(p -> !until.containsKey(p)).toList());
        long left =
            until.entrySet().stream()
                .mapToLong(end -> end.getValue() - consumer.position(end.getKey()))
                .sum();
        headway.requireRead(left);
        watcher.read(NamedOffsets.records(ends) - left);
      }
    }
  }

  private static ReceivedRecord received(ConsumerRecord<byte[], byte[]> record) {
    return new ReceivedRecord(
        record.topic(),
        record.partition(),
        record.offset(),
        record.timestamp(),
        record.key(),
        record.value());
  }
}
