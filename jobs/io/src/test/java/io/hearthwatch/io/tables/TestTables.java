package io.hearthwatch.io.tables;

import io.hearthwatch.wire.DeadLetter;
import io.hearthwatch.wire.RiskAlert;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.apache.flink.connector.jdbc.datasource.statements.JdbcQueryStatement;

/** Writes alerts, statistics, statements and dead letters into a database as the job does. */
public final class TestTables {

  private TestTables() {}

  public static void write(TestDatabase database, RiskAlert... alerts) throws Exception {
    for (RiskAlert alert : alerts) {
      AlertRows rows = new AlertReader().read(TestAlerts.record(1, TestAlerts.bytes(alert)));
      write(database, new AlertUpsert(), rows);
    }
  }

  /** Writes a record of the topic of statistics. */
  public static void write(TestDatabase database, ReceivedRecord statistic) throws Exception {
    try (Connection connection = database.connect()) {
      StatisticUpsert.write(connection, List.of(new StatisticReader().read(statistic)));
    }
  }

  /** Writes a record of the topic of statements. */
  public static void writeStatement(TestDatabase database, ReceivedRecord statement)
      throws Exception {
    write(database, new StatementUpsert(), new StatementReader().read(statement));
  }

  /** Writes a dead letter, refused at an instant in milliseconds. */
  public static void write(TestDatabase database, DeadLetter letter, long refusedAtMs)
      throws Exception {
    ReceivedRecord record =
        new ReceivedRecord(
            "dead.letters", 0, 1, refusedAtMs, null, DeadLetterReaderTest.bytes(letter));
    write(database, new DeadLetterUpsert(), new DeadLetterReader().read(record));
  }

  static <R> void write(TestDatabase database, JdbcQueryStatement<R> upsert, R row)
      throws SQLException {
    try (Connection connection = database.connect()) {
      execute(connection, upsert, row);
    }
  }

  static <R> void execute(Connection connection, JdbcQueryStatement<R> upsert, R row)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(upsert.query())) {
      upsert.statement(statement, row);
      statement.addBatch();
      statement.executeBatch();
    }
  }
}
