package io.hearthwatch.io.flink;

import io.hearthwatch.domain.alert.Cause;
import io.hearthwatch.domain.household.Limits;
import io.hearthwatch.io.contract.SingleObject;
import io.hearthwatch.wire.Inquiry;
import java.io.IOException;
import java.io.Serial;
import org.apache.avro.AvroRuntimeException;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads questions. One that cannot be read is counted and dropped: whoever asked gets no answer.
 */
public final class InquiryReader implements KafkaRecordDeserializationSchema<HouseholdMessage> {

  @Serial private static final long serialVersionUID = 1L;

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
      collector.collect(
          new HouseholdMessage.OfInquiry(
              inquiry.getHouseholdId(),
              new Cause.Inquiry(
                  inquiry.getRequestId(),
                  inquiry.getAsOf() == null
                      ? Cause.Inquiry.OWN_AS_OF
                      : Math.toIntExact(inquiry.getAsOf().toEpochDay()),
                  inquiry.getEvaluate())));
    } catch (IOException | AvroRuntimeException | IllegalArgumentException e) {
      unreadable.inc();
    }
  }

  @Override
  public TypeInformation<HouseholdMessage> getProducedType() {
    return HouseholdMessage.typeInformation();
  }
}
