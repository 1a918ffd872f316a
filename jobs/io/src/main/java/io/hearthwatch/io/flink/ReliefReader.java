package io.hearthwatch.io.flink;

import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.Retention;
import io.hearthwatch.io.event.Admission;
import io.hearthwatch.io.event.Decoded;
import io.hearthwatch.io.event.HouseholdEventCodec;
import io.hearthwatch.io.topic.Topics;
import java.io.Serial;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads of the event topics what is about relief. Everything else is counted and passed over, and
 * so is what is refused: the risk job reads the same records, decides by the same rules and writes
 * the dead letter, so that each refused record has one.
 */
public final class ReliefReader implements KafkaRecordDeserializationSchema<HouseholdMessage> {

  @Serial private static final long serialVersionUID = 1L;

  private static final Set<EventType> RELIEF =
      EnumSet.of(
          EventType.GRANT_APPROVED,
          EventType.PAYMENT_MADE,
          EventType.CLASS_RECOGNISED,
          EventType.CLASS_ENDED,
          EventType.DISASTER_REPORTED);

  private final String zone;
  private final int retentionMonths;
  private transient HouseholdEventCodec codec;
  private transient Admission admission;
  private transient Counter events;
  private transient Counter others;
  private transient Counter refused;

  public ReliefReader(Retention retention) {
    zone = retention.zone().getId();
    retentionMonths = retention.months();
  }

  @Override
  public void open(DeserializationSchema.InitializationContext context) {
    codec = new HouseholdEventCodec();
    admission = new Admission(new Retention(ZoneId.of(zone), retentionMonths));
    events = context.getMetricGroup().counter(Metrics.EVENTS);
    others = context.getMetricGroup().counter(Metrics.OTHER_EVENTS);
    refused = context.getMetricGroup().counter(Metrics.REFUSED_RECORDS);
  }

  @Override
  public void deserialize(
      ConsumerRecord<byte[], byte[]> record, Collector<HouseholdMessage> collector) {
    Decoded decoded =
        admission.admit(
            codec.decode(record.value()), Topics.source(record.topic()), record.timestamp());
    if (decoded.event() == null) {
      refused.inc();
    } else if (mayBeOfRelief(decoded.event())) {
      events.inc();
      collector.collect(new HouseholdMessage.OfEvent(decoded.event(), decoded.newest()));
    } else {
      others.inc();
    }
  }

  /**
   * A later version may take back what a former one said of relief by speaking of something else: a
   * grant that was an application after all.
   */
  private static boolean mayBeOfRelief(HouseholdEvent event) {
    return RELIEF.contains(event.type()) || event.laterVersion();
  }

  @Override
  public TypeInformation<HouseholdMessage> getProducedType() {
    return HouseholdMessage.typeInformation();
  }
}
