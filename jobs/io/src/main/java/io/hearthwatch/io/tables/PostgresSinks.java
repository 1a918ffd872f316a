package io.hearthwatch.io.tables;

import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.jdbc.JdbcExecutionOptions;
import org.apache.flink.connector.jdbc.datasource.statements.JdbcQueryStatement;

/**
 * Sinks that write by upsert: at least once, and harmless when repeated.
 *
 * @param jdbcUrl of the database
 * @param batchRows most records of one round trip; statistics have a bound of their own
 * @param batchDelayMs longest time that a record waits for others
 */
public record PostgresSinks(String jdbcUrl, int batchRows, long batchDelayMs) {

  // One immediate second try, for a connection that went stale; everything longer is a restart,
  // which the job's strategy paces and which people can see.
  private static final int RETRIES = 1;

  public Sink<AlertRows> alerts() {
    return upserting(new AlertUpsert());
  }

  public Sink<StatisticRow> statistics() {
    return new StatisticSink(new PostgresConnections(jdbcUrl), batchDelayMs);
  }

  public Sink<StatementRow> statements() {
    return upserting(new StatementUpsert());
  }

  public Sink<DeadLetterRow> deadLetters() {
    return upserting(new DeadLetterUpsert());
  }

  public Sink<UnreadableRow> unreadable() {
    return upserting(new UnreadableUpsert());
  }

  private <R> Sink<R> upserting(JdbcQueryStatement<R> upsert) {
    JdbcExecutionOptions options =
        JdbcExecutionOptions.builder()
            .withBatchSize(batchRows)
            .withBatchIntervalMs(batchDelayMs)
            .withMaxRetries(RETRIES)
            .build();
    return new UpsertSink<>(upsert, options, new PostgresConnections(jdbcUrl));
  }
}
