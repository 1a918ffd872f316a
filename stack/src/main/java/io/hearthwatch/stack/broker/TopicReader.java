package io.hearthwatch.stack.broker;

import io.hearthwatch.stack.StackAddresses;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads a topic from its beginning to where it ends now, or from where it ends now on. */
final class TopicReader implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);

  private final org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;

  TopicReader(StackAddresses at, String topic) {
    consumer = Clients.consumer(at);
    partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    consumer.assign(partitions);
  }

  /** Hands over every record that is there now. */
  void readAll(Consumer<ConsumerRecord<byte[], byte[]>> each) {
    consumer.seekToBeginning(partitions);
    readOn(each);
  }

  /** The same of the last offsets of each partition alone. */
  void readLast(long most, Consumer<ConsumerRecord<byte[], byte[]>> each) {
    Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
    consumer
        .endOffsets(partitions)
        .forEach(
            (partition, end) ->
                consumer.seek(partition, Math.max(begins.get(partition), end - most)));
    readOn(each);
  }

  /** The same from where it stands. */
  void readOn(Consumer<ConsumerRecord<byte[], byte[]>> each) {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Headway headway = Headway.ofReading();
    for (long left = left(ends); left > 0; left = left(ends)) {
      headway.requireRead(left);
      consumer.poll(POLL).forEach(each);
    }
  }

  private long left(Map<TopicPartition, Long> ends) {
    return partitions.stream()
        .mapToLong(p -> Math.max(0, ends.get(p) - consumer.position(p)))
        .sum();
  }

  /** Forgets what is there now; {@link #poll} then gives what comes after. */
  void skipToEnd() {
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position); // now, and not at the first poll
  }

  /** What has come since, after a short wait where nothing has. */
  Iterable<ConsumerRecord<byte[], byte[]>> poll() {
    return consumer.poll(POLL);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
