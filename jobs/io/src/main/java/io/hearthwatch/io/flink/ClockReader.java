package io.hearthwatch.io.flink;

import io.hearthwatch.domain.alert.Cause;
import java.io.Serial;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads ticks: only the broker's timestamp matters, so each becomes an empty message. */
public final class ClockReader implements KafkaRecordDeserializationSchema<HouseholdMessage> {

  @Serial private static final long serialVersionUID = 1L;

  private static final HouseholdMessage TICK =
      new HouseholdMessage.OfInquiry("", new Cause.Inquiry("", 0, false));

  @Override
  public void deserialize(
      ConsumerRecord<byte[], byte[]> record, Collector<HouseholdMessage> collector) {
    collector.collect(TICK);
  }

  @Override
  public TypeInformation<HouseholdMessage> getProducedType() {
    return HouseholdMessage.typeInformation();
  }
}
