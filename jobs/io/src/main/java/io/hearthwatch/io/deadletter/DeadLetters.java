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

  private final SingleObject<DeadLetter> codec = new SingleObject<>(DeadLetter.class);
  private final HouseholdEventCodec events = new HouseholdEventCodec();

  /** Of a record that was refused as it was read. */
  public byte[] ofRecord(Decoded refused, ConsumerRecord<byte[], byte[]> record) {
    return codec.encode(
        DeadLetter.newBuilder()
            .setReason(refused.refusal().code())
            .setDetail(refused.detail() == null ? "" : refused.detail())
            .setTopic(record.topic())
            .setPartition(record.partition())
            .setOffset(record.offset())
            .setAppendedAt(Instant.ofEpochMilli(record.timestamp()))
            .setRecordKey(record.key() == null ? null : ByteBuffer.wrap(record.key()))
            .setPayload(ByteBuffer.wrap(record.value() == null ? new byte[0] : record.value()))
            .build());
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
