package io.hearthwatch.assistance;

import io.hearthwatch.io.flink.HouseholdMessage;
import io.hearthwatch.io.flink.KafkaSinks;
import io.hearthwatch.io.flink.ReliefReader;
import io.hearthwatch.io.topic.Topics;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.ParameterTool;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** Runs the job on the topics of a broker. */
public final class AssistanceMain {

  private AssistanceMain() {}

  /** Starts the job; see {@link AssistanceOptions} for the arguments. */
  public static void main(String[] arguments) throws Exception {
    AssistanceOptions options = AssistanceOptions.of(ParameterTool.fromArgs(arguments).toMap());
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    KafkaSinks sinks =
        new KafkaSinks(options.kafka(), AssistanceJob.NAME, options.transactionTimeout());
    AssistanceJob.build(
        env,
        new AssistanceSources(events(options)),
        new AssistanceSinks(
            sinks.soon(Topics.STATISTICS, options.delivery()),
            // Only what changes is said: one that was said twice, otherwise, would never be ended.
            sinks.soon(Topics.STATEMENTS, DeliveryGuarantee.EXACTLY_ONCE),
            sinks.soon(Topics.DEAD_LETTERS, options.delivery())),
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
        // What a department took back before it was told at all was never told.
        .setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")
        .setStartingOffsets(OffsetsInitializer.earliest())
        .setDeserializer(new ReliefReader(options.retention()))
        .build();
  }
}
