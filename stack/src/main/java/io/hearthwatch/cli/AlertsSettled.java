package io.hearthwatch.cli;

import io.hearthwatch.stack.StackAddresses;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;

/**
 * Waits until the alerts of a review are in the tables. Exactly-once alerts are seen after the next
 * checkpoint, so they come in some seconds after the review, all at once.
 */
final class AlertsSettled {

  /** Longer than from one checkpoint to the next. */
  private static final Duration QUIET = Duration.ofSeconds(12);

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long POLL_MS = 500;

  private AlertsSettled() {}

  static void await(StackAddresses at) throws SQLException, InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    Instant quietSince = Instant.now();
    long seen = -1;
    try (Connection connection = DriverManager.getConnection(at.jdbcUrl());
        Statement statement = connection.createStatement()) {
      while (Instant.now().isBefore(end) && Instant.now().isBefore(quietSince.plus(QUIET))) {
        long now = count(statement);
        if (now != seen) {
          seen = now;
          quietSince = Instant.now();
        }
        Thread.sleep(POLL_MS);
      }
    }
  }

  private static long count(Statement statement) throws SQLException {
    try (ResultSet rows =
        statement.executeQuery("SELECT count(*) FROM hearthwatch.risk_case_change")) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
