package io.hearthwatch.risk;

import io.hearthwatch.io.flink.ControlReader;
import io.hearthwatch.io.flink.HouseholdEventReader;
import io.hearthwatch.io.flink.KafkaRecord;
import io.hearthwatch.io.flink.KafkaRecordWriter;
import io.hearthwatch.io.flink.Watermarks;
import io.hearthwatch.io.topic.Topics;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.configuration.BatchExecutionOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceOptions;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.ParameterTool;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** Runs the what-if on the topics of a broker, beside the jobs that live there. */
public final class WhatIfMain {

  private WhatIfMain() {}

  /** Starts the job; see {@link WhatIfOptions} for the arguments. */
  public static void main(String[] arguments) throws Exception {
    WhatIfOptions options = WhatIfOptions.of(ParameterTool.fromArgs(arguments).toMap());
    Configuration configuration = new Configuration();
    configure(configuration);
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    WhatIfJob.build(
        env,
        source(options, Topics.allEvents(), new HouseholdEventReader(options.retention())),
        // Nothing waits for time here; it puts a household's events into the order of their
        // reports.
        Watermarks.reported(Duration.ZERO, Duration.ofSeconds(1)),
        source(options, List.of(Topics.CONTROL), new ControlReader()),
        sink(options),
        options.question(),
        options.retention(),
        options.eventHomes());
    env.execute(WhatIfJob.NAME);
  }

  /** What is not the cluster's to say of this job, as it is of another kind than the live ones. */
  static void configure(Configuration configuration) {
    // Sorted by household on disk, one household after the other: no state to keep for all of them.
    configuration.set(ExecutionOptions.RUNTIME_MODE, RuntimeExecutionMode.BATCH);
    // As many slots as were asked for, and not what Flink thinks of the amount of data.
    configuration.set(BatchExecutionOptions.ADAPTIVE_AUTO_PARALLELISM_ENABLED, false);
    // A part that runs again would say its results twice; who asked is told, and asks again.
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
  }

  private static <T> Source<T, ?, ?> source(
      WhatIfOptions options, List<String> topics, KafkaRecordDeserializationSchema<T> reader) {
    return KafkaSource.<T>builder()
        .setBootstrapServers(options.kafka())
        .setTopics(topics)
        .setGroupId(WhatIfJob.NAME)
        .setProperty(KafkaSourceOptions.COMMIT_OFFSETS_ON_CHECKPOINT.key(), "false")
        // What a department took back before it was told at all was never told.
        .setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")
        .setStartingOffsets(OffsetsInitializer.earliest())
        .setBounded(OffsetsInitializer.latest())
        .setDeserializer(reader)
        .build();
  }

  private static Sink<KafkaRecord> sink(WhatIfOptions options) {
    return KafkaSink.<KafkaRecord>builder()
        .setBootstrapServers(options.kafka())
        .setRecordSerializer(new KafkaRecordWriter(Topics.POLICY_WHATIF))
        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
        .build();
  }
}
