package io.hearthwatch.io.tables;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;

/**
 * Brings the tables of a database to the newest version: the migrations in {@code db/migration}, in
 * their order, each once. Run before the tables job is started; running it again changes nothing.
 */
public final class Migrations {

  private Migrations() {}

  /**
   * Migrates, and deletes what has expired in the quarantine.
   *
   * @param jdbcUrl of the database, with its user and, where one is needed, the password
   * @return number of migrations that were not there before
   * @throws org.flywaydb.core.api.FlywayException where the database cannot be reached, or holds
   *     tables of another origin
   */
  public static int migrate(String jdbcUrl) throws SQLException {
    int applied =
        Flyway.configure()
            .dataSource(jdbcUrl, null, null)
            .schemas("hearthwatch", "quarantine")
            .table("schema_history")
            .locations("classpath:db/migration")
            .loggers("slf4j")
            .load()
            .migrate()
            .migrationsExecuted;
    try (Connection connection = DriverManager.getConnection(jdbcUrl);
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT quarantine.expire()");
    }
    return applied;
  }
}
