package io.hearthwatch.io.flink;

import io.hearthwatch.domain.household.Retention;
import io.hearthwatch.io.deadletter.DeadLetters;
import io.hearthwatch.io.event.Admission;
import io.hearthwatch.io.event.Decoded;
import io.hearthwatch.io.event.HouseholdEventCodec;
import io.hearthwatch.io.topic.Topics;
import java.io.Serial;
import java.time.ZoneId;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads the event topics: every record becomes an event or a refusal, none is lost, none throws.
 */
public final class HouseholdEventReader
    implements KafkaRecordDeserializationSchema<HouseholdMessage> {

  @Serial private static final long serialVersionUID = 1L;

  private final String zone;
  private final int retentionMonths;
  private transient HouseholdEventCodec codec;
  private transient Admission admission;
  private transient DeadLetters deadLetters;

  public HouseholdEventReader(Retention retention) {
    zone = retention.zone().getId();
    retentionMonths = retention.months();
  }

  @Override
  public void open(DeserializationSchema.InitializationContext context) {
    codec = new HouseholdEventCodec();
    admission = new Admission(new Retention(ZoneId.of(zone), retentionMonths));
    deadLetters = new DeadLetters();
  }

  @Override
  public void deserialize(
      ConsumerRecord<byte[], byte[]> record, Collector<HouseholdMessage> collector) {
    Decoded decoded =
        admission.admit(
            codec.decode(record.value()), Topics.source(record.topic()), record.timestamp());
    collector.collect(
        decoded.event() != null
            ? new HouseholdMessage.OfEvent(decoded.event(), decoded.newest())
            : new HouseholdMessage.Refused(deadLetters.ofRecord(decoded, record)));
  }

  @Override
  public TypeInformation<HouseholdMessage> getProducedType() {
    return HouseholdMessage.typeInformation();
  }
}
