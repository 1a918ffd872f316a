package io.hearthwatch.io.deadletter;

import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.Refusal;
import io.hearthwatch.io.contract.SingleObject;
import io.hearthwatch.io.event.Decoded;
import io.hearthwatch.io.event.HouseholdEventCodec;
import io.hearthwatch.io.topic.Topics;
import io.hearthwatch.wire.DeadLetter;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Writes dead letters: the reason, where the record stands, and its bytes. */
public final class DeadLetters {

  private static final int UNKNOWN_POSITION = -1;

  /**
   * Most bytes of a key or payload that are kept: four times the longest event that is taken. A
   * record of any length comes through the broker where it is compressed well.
   */
  static final int MAX_KEPT_BYTES = 4 * HouseholdEventCodec.MAX_RECORD_BYTES;

  private final SingleObject<DeadLetter> codec = new SingleObject<>(DeadLetter.class);
  private final HouseholdEventCodec events = new HouseholdEventCodec();

  /** Of a record that was refused as it was read. */
  public byte[] ofRecord(Decoded refused, ConsumerRecord<byte[], byte[]> record) {
    return codec.encode(
        DeadLetter.newBuilder()
            .setReason(refused.refusal().code())
            .setDetail(detail(refused, record))
            .setTopic(record.topic())
            .setPartition(record.partition())
            .setOffset(record.offset())
            .setAppendedAt(Instant.ofEpochMilli(record.timestamp()))
            .setRecordKey(record.key() == null ? null : kept(record.key()))
            .setPayload(record.value() == null ? ByteBuffer.allocate(0) : kept(record.value()))
            .build());
  }

  private static ByteBuffer kept(byte[] bytes) {
    return ByteBuffer.wrap(bytes, 0, Math.min(bytes.length, MAX_KEPT_BYTES));
  }

  private static String detail(Decoded refused, ConsumerRecord<byte[], byte[]> record) {
    String detail = refused.detail() == null ? "" : refused.detail();
    int length = record.value() == null ? 0 : record.value().length;
    return length <= MAX_KEPT_BYTES
        ? detail
        : "%s; the first %d of %d bytes are kept".formatted(detail, MAX_KEPT_BYTES, length);
  }

  /** Of an event that state refused: its position is not known any more, so it is encoded again. */
  public byte[] ofEvent(HouseholdEvent event, Refusal reason) {
    return codec.encode(
        DeadLetter.newBuilder()
            .setReason(reason.code())
            .setDetail("refused by the household's state")
            .setTopic(Topics.events(event.source()))
            .setPartition(UNKNOWN_POSITION)
            .setOffset(UNKNOWN_POSITION)
            .setAppendedAt(Instant.ofEpochMilli(event.reportedAt()))
            .setRecordKey(null)
            .setPayload(ByteBuffer.wrap(events.encode(event)))
            .build());
  }
}
