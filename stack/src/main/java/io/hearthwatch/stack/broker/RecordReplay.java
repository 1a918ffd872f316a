package io.hearthwatch.stack.broker;

import io.hearthwatch.io.event.Decoded;
import io.hearthwatch.io.event.HouseholdEventCodec;
import io.hearthwatch.io.topic.Topics;
import io.hearthwatch.stack.StackAddresses;
import io.hearthwatch.stack.StackFailure;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Puts records back on the topics that they came from. */
public final class RecordReplay implements AutoCloseable {

  /** So many records may be sent before one must {@link #flush}. */
  public static final int MOST_UNDER_WAY = 1_000;

  private final Producer<byte[], byte[]> producer;
  private final HouseholdEventCodec codec = new HouseholdEventCodec();
  private final Acceptance acceptance = new Acceptance("records", "replay");

  public RecordReplay(StackAddresses at) {
    this(Clients.producer(at));
  }

  /** Through a producer, which is closed with this. */
  public RecordReplay(Producer<byte[], byte[]> producer) {
    this.producer = producer;
  }

  /**
   * Sends one.
   *
   * @param key null where it is not known; an event that can be read then goes by its household
   * @return when the broker got it, which is known once it was flushed
   */
  public Appended send(String topic, byte[] key, byte[] payload) {
    if (Topics.all().stream().noneMatch(known -> known.name().equals(topic))) {
      throw new StackFailure(
          "Topic " + topic + " is none of Hearthwatch's; its records cannot be replayed.");
    }
    Future<RecordMetadata> sent =
        producer.send(
            new ProducerRecord<>(topic, key != null ? key : householdOf(payload), payload),
            acceptance);
    return () -> appended(sent);
  }

  /** When the broker got a record, by its own clock. */
  @FunctionalInterface
  public interface Appended {
    Instant at();
  }

  private static Instant appended(Future<RecordMetadata> sent) {
    try {
      RecordMetadata record = sent.get();
      return record.hasTimestamp() ? Instant.ofEpochMilli(record.timestamp()) : Instant.now();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("it was not flushed before", e);
    }
  }

  /** Waits until the broker has everything that was sent. */
  public void flush() {
    producer.flush();
    acceptance.check();
  }

  @Override
  public void close() {
    producer.close();
  }

  private byte[] householdOf(byte[] payload) {
    Decoded decoded = codec.decode(payload);
    return decoded.event() == null
        ? null
        : decoded.event().householdId().getBytes(StandardCharsets.UTF_8);
  }
}
