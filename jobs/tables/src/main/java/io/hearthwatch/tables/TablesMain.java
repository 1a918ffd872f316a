package io.hearthwatch.tables;

import io.hearthwatch.io.tables.PostgresSinks;
import io.hearthwatch.io.tables.ReceivedRecord;
import io.hearthwatch.io.tables.ReceivedRecordDeserializer;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;

/** Chooses sources and sinks of the tables job and starts it. */
public final class TablesMain {

  private TablesMain() {}

  /**
   * Starts the job.
   *
   * @param args see docs/tables.md
   */
  public static void main(String[] args) throws Exception {
    TablesConfig config = TablesConfig.of(args);
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    if (!env.getCheckpointConfig().isCheckpointingEnabled()) {
      throw new IllegalStateException(
          "Set execution.checkpointing.interval: without checkpoints the first outage of the"
              + " database would end the job.");
    }
    PostgresSinks sinks =
        new PostgresSinks(config.jdbcUrl(), config.batchRows(), config.batchDelay().toMillis());
    TablesJob.build(
        env,
        new TablesSources(
            source(config, config.alertsTopic()),
            source(config, config.statisticsTopic()),
            source(config, config.statementsTopic()),
            source(config, config.deadLettersTopic())),
        new TablesSinks(
            sinks.alerts(),
            sinks.statistics(),
            sinks.statements(),
            sinks.deadLetters(),
            sinks.unreadable()));
    env.execute(TablesJob.NAME);
  }

  /** Only what was committed: an alert of a transaction that was aborted was never said. */
  private static KafkaSource<ReceivedRecord> source(TablesConfig config, String topic) {
    return KafkaSource.<ReceivedRecord>builder()
        .setBootstrapServers(config.bootstrapServers())
        .setTopics(topic)
        .setGroupId(config.groupId())
        .setClientIdPrefix(config.groupId() + "-" + topic)
        .setStartingOffsets(
            switch (config.start()) {
              case COMMITTED -> OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST);
              case EARLIEST -> OffsetsInitializer.earliest();
            })
        .setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")
        .setDeserializer(new ReceivedRecordDeserializer())
        .build();
  }
}
