package io.hearthwatch.assistance;

import io.hearthwatch.io.flink.HouseholdMessage;
import io.hearthwatch.io.flink.KafkaRecord;
import io.hearthwatch.io.flink.KafkaRecordWriter;
import io.hearthwatch.io.flink.ReliefReader;
import io.hearthwatch.io.topic.Topics;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.ParameterTool;
import org.apache.kafka.clients.producer.ProducerConfig;

/** Runs the job on the topics of a broker. */
public final class AssistanceMain {

  private AssistanceMain() {}

  /** Starts the job; see {@link AssistanceOptions} for the arguments. */
  public static void main(String[] arguments) throws Exception {
    AssistanceOptions options = AssistanceOptions.of(ParameterTool.fromArgs(arguments).toMap());
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    AssistanceJob.build(
        env,
        new AssistanceSources(events(options)),
        new AssistanceSinks(
            sink(options, Topics.STATISTICS),
            sink(options, Topics.STATEMENTS),
            sink(options, Topics.DEAD_LETTERS)),
        options.regionLevels(),
        options.books(),
        options.retention(),
        options.seenAfter(),
        options.eventHomes());
    env.execute(AssistanceJob.NAME);
  }

  private static Source<HouseholdMessage, ?, ?> events(AssistanceOptions options) {
    return KafkaSource.<HouseholdMessage>builder()
        .setBootstrapServers(options.kafka())
        .setTopics(Topics.reliefEvents())
        .setGroupId(AssistanceJob.NAME)
        .setStartingOffsets(OffsetsInitializer.earliest())
        .setDeserializer(new ReliefReader(options.retention()))
        .build();
  }

  private static KafkaSink<KafkaRecord> sink(AssistanceOptions options, String topic) {
    return KafkaSink.<KafkaRecord>builder()
        .setBootstrapServers(options.kafka())
        .setRecordSerializer(new KafkaRecordWriter(topic))
        .setDeliveryGuarantee(options.delivery())
        .setTransactionalIdPrefix(AssistanceJob.NAME + "-" + topic)
        .setProperty(
            ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
            String.valueOf(options.transactionTimeout().toMillis()))
        .build();
  }
}
