package io.hearthwatch.io.tables;

import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.jdbc.JdbcExecutionOptions;
import org.apache.flink.connector.jdbc.core.datastream.sink.JdbcSink;

/**
 * Sinks that write by upsert: at least once, and harmless when repeated.
 *
 * @param jdbcUrl of the database
 * @param batchRows most rows of one round trip
 * @param batchDelayMs longest time that a row waits for others
 */
public record PostgresSinks(String jdbcUrl, int batchRows, long batchDelayMs) {

  // One immediate second try, for a connection that went stale; everything longer is a restart,
  // which the job's strategy paces and which people can see.
  private static final int RETRIES = 1;

  public Sink<AlertRows> alerts() {
    return JdbcSink.<AlertRows>builder()
        .withQueryStatement(new AlertUpsert())
        .withExecutionOptions(options())
        .buildAtLeastOnce(new PostgresConnections(jdbcUrl));
  }

  public Sink<DeadLetterRow> deadLetters() {
    return JdbcSink.<DeadLetterRow>builder()
        .withQueryStatement(new DeadLetterUpsert())
        .withExecutionOptions(options())
        .buildAtLeastOnce(new PostgresConnections(jdbcUrl));
  }

  public Sink<UnreadableRow> unreadable() {
    return JdbcSink.<UnreadableRow>builder()
        .withQueryStatement(new UnreadableUpsert())
        .withExecutionOptions(options())
        .buildAtLeastOnce(new PostgresConnections(jdbcUrl));
  }

  private JdbcExecutionOptions options() {
    return JdbcExecutionOptions.builder()
        .withBatchSize(batchRows)
        .withBatchIntervalMs(batchDelayMs)
        .withMaxRetries(RETRIES)
        .build();
  }
}
