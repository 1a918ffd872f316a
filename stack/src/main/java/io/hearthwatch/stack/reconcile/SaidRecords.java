package io.hearthwatch.stack.reconcile;

import io.hearthwatch.io.tables.ReceivedRecord;
import io.hearthwatch.io.tables.StatementReader;
import io.hearthwatch.io.tables.StatementRow;
import io.hearthwatch.io.tables.StatementTable;
import io.hearthwatch.io.tables.StatisticBatch;
import io.hearthwatch.io.tables.StatisticReader;
import io.hearthwatch.io.tables.StatisticRow;
import io.hearthwatch.io.tables.StatisticUpsert;
import io.hearthwatch.io.tables.UnreadableException;
import io.hearthwatch.io.topic.Topics;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Puts the newest record of each key of the output topics into tables of the same shape as the
 * database's. What the tables job cannot read it puts aside, and so does this.
 */
final class SaidRecords implements AutoCloseable {

  private static final int BATCH = 5_000;

  private final Connection connection;
  private final StatisticReader statisticReader = new StatisticReader();
  private final StatementReader statementReader = new StatementReader();
  private final StatisticBatch statistics = new StatisticBatch();
  private final PreparedStatement statement;
  private int statements;

  SaidRecords(Connection connection) throws SQLException {
    this.connection = connection;
    statement = connection.prepareStatement(StatementTable.upsert("said_statement"));
  }

  /** Takes a record of either topic. */
  void take(ReceivedRecord record) throws SQLException {
    try {
      if (record.topic().equals(Topics.STATISTICS)) {
        take(statisticReader.read(record));
      } else {
        take(statementReader.read(record));
      }
    } catch (UnreadableException e) {
      // It is in the quarantine of the database, which is looked at by itself.
    }
  }

  void take(StatisticRow row) throws SQLException {
    statistics.add(row);
    if (statistics.size() >= BATCH) {
      writeStatistics();
    }
  }

  void take(StatementRow row) throws SQLException {
    StatementTable.bind(statement, row);
    statement.addBatch();
    if (++statements % BATCH == 0) {
      statement.executeBatch();
    }
  }

  private void writeStatistics() throws SQLException {
    StatisticUpsert.write(connection, "said_statistic", statistics.rows());
    statistics.clear();
  }

  @Override
  public void close() throws SQLException {
    if (statistics.size() > 0) {
      writeStatistics();
    }
    statement.executeBatch();
    statement.close();
  }
}
