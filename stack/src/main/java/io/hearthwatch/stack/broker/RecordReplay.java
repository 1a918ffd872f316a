package io.hearthwatch.stack.broker;

import io.hearthwatch.io.event.Decoded;
import io.hearthwatch.io.event.HouseholdEventCodec;
import io.hearthwatch.io.topic.Topics;
import io.hearthwatch.stack.StackAddresses;
import io.hearthwatch.stack.StackFailure;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

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
   */
  public void send(String topic, byte[] key, byte[] payload) {
    if (Topics.all().stream().noneMatch(known -> known.name().equals(topic))) {
      throw new StackFailure(
          "Topic " + topic + " is none of Hearthwatch's; its records cannot be replayed.");
    }
    producer.send(
        new ProducerRecord<>(topic, key != null ? key : householdOf(payload), payload), acceptance);
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
