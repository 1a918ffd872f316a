package io.hearthwatch.stack.broker;

import io.hearthwatch.stack.StackAddresses;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Where a transaction ends stands a mark that is no record, and what was taken back stands there
 * too. A partition that ends with such has nothing left to read although its end was not reached.
 */
final class TransactionEnds implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);

  /** For one look; what was taken back may be long, and the next goes on where this has stopped. */
  private static final Duration LOOK = Duration.ofSeconds(2);

  private final StackAddresses at;

  /** From where on there is no record, through where. */
  private final Map<TopicPartition, Empty> empty = new HashMap<>();

  private Consumer<byte[], byte[]> consumer;

  private record Empty(long from, long to) {}

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
    Map<TopicPartition, Long> recordsLeft = new HashMap<>(ends);
    for (TopicPartition of : ends.keySet()) {
      long from = read.getOrDefault(of, 0L);
      if (from < ends.get(of) && isEmpty(of, from, ends.get(of))) {
        recordsLeft.put(of, from);
      }
    }
    return recordsLeft;
  }

  private boolean isEmpty(TopicPartition of, long from, long end) {
    if (consumer == null) {
      consumer = Clients.consumer(at);
    }
    Empty known = empty.get(of);
    consumer.assign(List.of(of));
    consumer.seek(of, known != null && known.from == from ? known.to : from);
    Instant until = Instant.now().plus(LOOK);
    while (consumer.position(of) < end && Instant.now().isBefore(until)) {
      if (!consumer.poll(POLL).isEmpty()) {
        return false;
      }
      empty.put(of, new Empty(from, consumer.position(of)));
    }
    return consumer.position(of) >= end;
  }

  @Override
  public void close() {
    if (consumer != null) {
      consumer.close();
    }
  }
}
