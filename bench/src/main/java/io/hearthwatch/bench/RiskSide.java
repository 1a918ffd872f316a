package io.hearthwatch.bench;

import io.hearthwatch.domain.household.Retention;
import io.hearthwatch.io.flink.InquiryReader;
import io.hearthwatch.io.flink.KafkaRecord;
import io.hearthwatch.io.flink.KafkaRecordWriter;
import io.hearthwatch.io.topic.Topics;
import io.hearthwatch.risk.HouseholdRiskJob;
import io.hearthwatch.risk.RiskSinks;
import io.hearthwatch.risk.RiskSources;
import java.util.List;
import java.util.Optional;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The risk job as it is, on the topics of the broker, in replay. */
final class RiskSide {

  private RiskSide() {}

  static void build(StreamExecutionEnvironment env, Connectors kafka, boolean eventHomes) {
    Retention retention = Households.retention();
    String group = HouseholdRiskJob.NAME;
    RiskSources sources =
        new RiskSources(
            kafka.events(group, retention),
            Connectors.time(),
            kafka.source(group, List.of(Topics.INQUIRIES), new InquiryReader()),
            kafka.source(
                group,
                List.of(Topics.CONTROL),
                KafkaRecordDeserializationSchema.valueOnly(ByteArrayDeserializer.class)));
    RiskSinks sinks =
        new RiskSinks(
            kafka.sink(
                group + "-alerts",
                new AlertTally(Topics.RISK_ALERTS),
                DeliveryGuarantee.EXACTLY_ONCE),
            kafka.sink(
                group + "-dead-letters",
                new KafkaRecordWriter(Topics.DEAD_LETTERS),
                DeliveryGuarantee.EXACTLY_ONCE),
            atLeastOnce(kafka, Topics.HOUSEHOLD_ANSWERS),
            atLeastOnce(kafka, Topics.HOUSEHOLD_INDEX),
            atLeastOnce(kafka, Topics.CONTROL_ACKS));
    HouseholdRiskJob.build(env, sources, sinks, Optional.empty(), retention, eventHomes);
  }

  private static KafkaSink<KafkaRecord> atLeastOnce(Connectors kafka, String topic) {
    return kafka.sink(topic, new KafkaRecordWriter(topic), DeliveryGuarantee.AT_LEAST_ONCE);
  }
}
