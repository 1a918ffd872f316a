package io.hearthwatch.io.flink;

import io.hearthwatch.domain.alert.Cause;
import io.hearthwatch.domain.household.Limits;
import io.hearthwatch.io.contract.SingleObject;
import io.hearthwatch.wire.Inquiry;
import java.io.IOException;
import java.io.Serial;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.avro.AvroRuntimeException;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads questions. One that cannot be read is counted and dropped: whoever asked gets no answer.
 *
 * <p>So is one that would have a household evaluated as of a day that has not come yet. A household
 * forgets what is older than its retention as it goes on, and never goes back: a review of 2099
 * would leave nothing of it.
 */
public final class InquiryReader implements KafkaRecordDeserializationSchema<HouseholdMessage> {

  @Serial private static final long serialVersionUID = 1L;

  /** Where on earth a day begins first; the broker's clock is in no zone. */
  private static final ZoneOffset EARLIEST = ZoneOffset.ofHours(14);

  private transient SingleObject<Inquiry> codec;
  private transient Counter unreadable;

  @Override
  public void open(DeserializationSchema.InitializationContext context) {
    codec = new SingleObject<>(Inquiry.class);
    unreadable = context.getMetricGroup().counter(Metrics.UNREADABLE_INQUIRIES);
  }

  @Override
  public void deserialize(
      ConsumerRecord<byte[], byte[]> record, Collector<HouseholdMessage> collector) {
    try {
      Inquiry inquiry = codec.decode(record.value());
      Limits.id("householdId", inquiry.getHouseholdId());
      Limits.id("requestId", inquiry.getRequestId());
      if (inquiry.getAsOf() != null && !Cause.Inquiry.canBeAsked(inquiry.getAsOf())) {
        throw new IllegalArgumentException("asOf is a slip of the pen");
      }
      int asOf =
          inquiry.getAsOf() == null
              ? Cause.Inquiry.OWN_AS_OF
              : Math.toIntExact(inquiry.getAsOf().toEpochDay());
      if (inquiry.getEvaluate() && asOf > today(record)) {
        throw new IllegalArgumentException("asOf has not come yet");
      }
      collector.collect(
          new HouseholdMessage.OfInquiry(
              inquiry.getHouseholdId(),
              new Cause.Inquiry(inquiry.getRequestId(), asOf, inquiry.getEvaluate())));
    } catch (IOException | AvroRuntimeException | IllegalArgumentException e) {
      unreadable.inc();
    }
  }

  private static int today(ConsumerRecord<byte[], byte[]> asked) {
    Instant appended = Instant.ofEpochMilli(asked.timestamp());
    return (int) LocalDate.ofInstant(appended, EARLIEST).toEpochDay();
  }

  @Override
  public TypeInformation<HouseholdMessage> getProducedType() {
    return HouseholdMessage.typeInformation();
  }
}
