package io.hearthwatch.bench;

import io.hearthwatch.domain.household.Retention;
import io.hearthwatch.io.flink.HouseholdEventReader;
import io.hearthwatch.io.flink.HouseholdMessage;
import io.hearthwatch.io.flink.KafkaRecord;
import io.hearthwatch.io.flink.ReliefReader;
import io.hearthwatch.io.flink.Watermarks;
import io.hearthwatch.io.topic.Topics;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;

/** Kafka as both jobs see it: the same sources, the same kind of sinks. */
record Connectors(String broker) {

  private static final Duration DISORDER = Duration.ofMinutes(10);
  private static final Duration IDLE = Duration.ofSeconds(10);
  private static final Duration TRANSACTION_TIMEOUT = Duration.ofHours(1);

  KafkaSource<HouseholdMessage> events(String group, Retention retention) {
    return source(group, Topics.allEvents(), new HouseholdEventReader(retention));
  }

  /** As the assistance job reads them. */
  KafkaSource<HouseholdMessage> relief(String group) {
    return source(group, Topics.reliefEvents(), new ReliefReader(Households.retention()));
  }

  /** No alignment: one broker feeds all topics, and what is timed is the step behind them. */
  static WatermarkStrategy<HouseholdMessage> time() {
    return Watermarks.reported(DISORDER, IDLE);
  }

  <T> KafkaSource<T> source(
      String group, List<String> topics, KafkaRecordDeserializationSchema<T> reader) {
    return KafkaSource.<T>builder()
        .setBootstrapServers(broker)
        .setTopics(topics)
        .setGroupId(group)
        .setStartingOffsets(OffsetsInitializer.earliest())
        .setDeserializer(reader)
        .build();
  }

  KafkaSink<KafkaRecord> sink(
      String id, KafkaRecordSerializationSchema<KafkaRecord> writer, DeliveryGuarantee guarantee) {
    return KafkaSink.<KafkaRecord>builder()
        .setBootstrapServers(broker)
        .setRecordSerializer(writer)
        .setDeliveryGuarantee(guarantee)
        .setTransactionalIdPrefix(id)
        .setProperty("transaction.timeout.ms", String.valueOf(TRANSACTION_TIMEOUT.toMillis()))
        .build();
  }
}
