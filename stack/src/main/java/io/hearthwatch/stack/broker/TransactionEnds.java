package io.hearthwatch.stack.broker;

import io.hearthwatch.stack.StackAddresses;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Where a transaction ends stands a mark that is no record, and what was taken back stands there
 * too. A partition that ends with such has nothing left to read although its end was not reached.
 */
final class TransactionEnds implements AutoCloseable {

  /** A department's last transaction; of what is longer somebody reads a part first. */
  private static final long MOST_LEFT = 10_000;

  private static final Duration LOOK = Duration.ofMillis(200);

  private final StackAddresses at;
  private Consumer<byte[], byte[]> consumer;

  TransactionEnds(StackAddresses at) {
    this.at = at;
  }

  /**
   * The ends, where nothing is left to read brought back to what was read.
   *
   * @param ends by partition, the offset behind the last that is there
   * @param read the offset of the next record; absent for 0
   */
  Map<TopicPartition, Long> without(
      Map<TopicPartition, Long> ends, Map<TopicPartition, Long> read) {
    Map<TopicPartition, Long> left =
        ends.entrySet().stream()
            .filter(end -> end.getValue() > read.getOrDefault(end.getKey(), 0L))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    long most =
        left.entrySet().stream()
            .mapToLong(end -> end.getValue() - read.getOrDefault(end.getKey(), 0L))
            .sum();
    if (left.isEmpty() || most > MOST_LEFT) {
      return ends;
    }
    Map<TopicPartition, Long> recordsLeft = new HashMap<>(ends);
    if (consumer == null) {
      consumer = Clients.consumer(at);
    }
    consumer.assign(left.keySet());
    left.keySet().forEach(of -> consumer.seek(of, read.getOrDefault(of, 0L)));
    var records = consumer.poll(LOOK);
    for (Map.Entry<TopicPartition, Long> end : left.entrySet()) {
      TopicPartition of = end.getKey();
      if (records.records(of).isEmpty() && consumer.position(of) >= end.getValue()) {
        recordsLeft.put(of, read.getOrDefault(of, 0L));
      }
    }
    return recordsLeft;
  }

  @Override
  public void close() {
    if (consumer != null) {
      consumer.close();
    }
  }
}
