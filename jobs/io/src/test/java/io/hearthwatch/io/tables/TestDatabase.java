package io.hearthwatch.io.tables;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A database of its own for a test, on one PostgreSQL server for all tests of the JVM, which ends
 * with it.
 */
public final class TestDatabase {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final String jdbcUrl;

  private TestDatabase(String jdbcUrl) {
    this.jdbcUrl = jdbcUrl;
  }

  private static final class Server {
    static final EmbeddedPostgres RUNNING = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().start();
      } catch (IOException e) {
        throw new IllegalStateException("PostgreSQL does not start", e);
      }
    }
  }

  /** An empty database. */
  public static TestDatabase empty() throws SQLException {
    String name = "test" + COUNT.incrementAndGet();
    try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    return new TestDatabase(Server.RUNNING.getJdbcUrl("postgres", name));
  }

  /** A database of this name with all tables, instead of one that there was. */
  public static TestDatabase migrated(String name) throws SQLException {
    try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
      statement.execute("CREATE DATABASE " + name);
    }
    TestDatabase database = new TestDatabase(Server.RUNNING.getJdbcUrl("postgres", name));
    Migrations.migrate(database.jdbcUrl);
    return database;
  }

  /** The port of the server. */
  public static int port() {
    return Server.RUNNING.getPort();
  }

  /** A database with all tables. */
  public static TestDatabase migrated() throws SQLException {
    TestDatabase database = empty();
    Migrations.migrate(database.jdbcUrl);
    return database;
  }

  public String jdbcUrl() {
    return jdbcUrl;
  }

  public Connection connect() throws SQLException {
    return DriverManager.getConnection(jdbcUrl);
  }

  /** Ends all connections and takes no new ones: an outage, for whom works in this database. */
  void lock() throws SQLException {
    String name = jdbcUrl.replaceAll(".*/([^?]*).*", "$1");
    onServer("ALTER DATABASE " + name + " ALLOW_CONNECTIONS false");
    onServer(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
  }

  /** The end of the outage. */
  void unlock() throws SQLException {
    onServer(
        "ALTER DATABASE " + jdbcUrl.replaceAll(".*/([^?]*).*", "$1") + " ALLOW_CONNECTIONS true");
  }

  private static void onServer(String sql) throws SQLException {
    try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  public void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The rows that a query gives, each as its columns in text, joined by a bar; null is "-". */
  public List<String> rows(String query) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet result = inUtc(statement).executeQuery(query)) {
      ResultSetMetaData columns = result.getMetaData();
      List<String> rows = new ArrayList<>();
      while (result.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          String cell = result.getString(i);
          cells.add(cell == null ? "-" : cell);
        }
        rows.add(String.join("|", cells));
      }
      return rows;
    }
  }

  private static Statement inUtc(Statement statement) throws SQLException {
    statement.execute("SET TIME ZONE 'UTC'");
    return statement;
  }
}
