package io.hearthwatch.bench;

import io.hearthwatch.assistance.AssistanceJob;
import io.hearthwatch.assistance.AssistanceSinks;
import io.hearthwatch.assistance.AssistanceSources;
import io.hearthwatch.domain.relief.Books;
import io.hearthwatch.io.flink.KafkaRecord;
import io.hearthwatch.io.flink.KafkaRecordWriter;
import io.hearthwatch.io.topic.Topics;
import java.util.List;
import java.util.Optional;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The assistance job as it is, on the topics of the broker, with the options it has by default. */
final class ReliefSide {

  private static final List<Integer> REGION_LEVELS = List.of(2, 4, 6, 9);

  private ReliefSide() {}

  static void build(StreamExecutionEnvironment env, Connectors kafka, boolean eventHomes) {
    AssistanceJob.build(
        env,
        new AssistanceSources(kafka.relief(AssistanceJob.NAME)),
        new AssistanceSinks(
            sink(kafka, Topics.STATISTICS),
            sink(kafka, Topics.STATEMENTS),
            sink(kafka, Topics.DEAD_LETTERS)),
        REGION_LEVELS,
        new Books(Households.retention().zone(), Books.DEFAULT_CLOSING),
        Households.retention(),
        Optional.empty(),
        eventHomes);
  }

  private static KafkaSink<KafkaRecord> sink(Connectors kafka, String topic) {
    return kafka.sink(
        AssistanceJob.NAME + "-" + topic,
        new KafkaRecordWriter(topic),
        DeliveryGuarantee.EXACTLY_ONCE);
  }
}
