package io.hearthwatch.bench;

import io.hearthwatch.assistance.AssistanceJob;
import io.hearthwatch.io.flink.HouseholdMessage;
import io.hearthwatch.io.flink.KafkaRecord;
import io.hearthwatch.io.flink.KafkaRecordWriter;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * What the assistance job is compared with: the same events from the same topics, read by the same
 * reader, spread over the same keys, and each written on as it is into the same kind of sink.
 */
final class PassThroughJob {

  static final String NAME = "pass-through";
  static final String TOPIC = "peer.events";

  private PassThroughJob() {}

  static void build(StreamExecutionEnvironment env, Connectors kafka) {
    env.setMaxParallelism(AssistanceJob.MAX_PARALLELISM);
    env.fromSource(kafka.relief(NAME), WatermarkStrategy.noWatermarks(), "events")
        .uid("events")
        .keyBy(HouseholdMessage::householdId)
        .map(PassThroughJob::record)
        .returns(TypeInformation.of(KafkaRecord.class))
        .name("as it is")
        .uid("as-it-is")
        .sinkTo(kafka.sink(NAME, new KafkaRecordWriter(TOPIC), DeliveryGuarantee.EXACTLY_ONCE))
        .name("peer events")
        .uid("peer-events");
  }

  static KafkaRecord record(HouseholdMessage message) {
    HouseholdMessage.OfEvent event = (HouseholdMessage.OfEvent) message;
    return new KafkaRecord(event.householdId().getBytes(StandardCharsets.UTF_8), event.newest());
  }
}
