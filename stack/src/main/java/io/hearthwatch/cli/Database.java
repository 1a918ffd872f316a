package io.hearthwatch.cli;

import io.hearthwatch.stack.StackFailure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Asks the stack's database; what fails says in one line what to do. */
final class Database {

  private static final String CONNECT_WITHIN_SECONDS = "5";

  private final String jdbcUrl;

  Database(String jdbcUrl) {
    this.jdbcUrl = jdbcUrl;
  }

  /** Something done with a connection. */
  @FunctionalInterface
  interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  <T> T ask(Work<T> work) {
    Properties properties = new Properties();
    properties.setProperty("connectTimeout", CONNECT_WITHIN_SECONDS);
    properties.setProperty("ApplicationName", "hearthwatch-command");
    try (Connection connection = DriverManager.getConnection(jdbcUrl, properties)) {
      return work.with(connection);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private static StackFailure failure(SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    if (state.startsWith("08") || state.startsWith("57P")) {
      return new StackFailure("The database does not answer; run `hearthwatch up`.", e);
    }
    return switch (state) {
      case "3D000", "3F000", "42P01", "42703" ->
          new StackFailure(
              "The tables are not there, or are those of an older version; run `hearthwatch up`.",
              e);
      default -> new StackFailure("The database refuses: " + e.getMessage(), e);
    };
  }
}
