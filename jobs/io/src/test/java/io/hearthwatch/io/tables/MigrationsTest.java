package io.hearthwatch.io.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hearthwatch.wire.CaseStatus;
import io.hearthwatch.wire.CaseTransition;
import io.hearthwatch.wire.Urgency;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationsTest {

  @Test
  void migratesFromEmptyOnce() throws Exception {
    TestDatabase database = TestDatabase.empty();

    assertThat(Migrations.migrate(database.jdbcUrl())).isEqualTo(12);
    assertThat(Migrations.migrate(database.jdbcUrl())).isZero();
  }

  @Test
  void migratingDeletesWhatHasExpired() throws Exception {
    TestDatabase database = TestDatabase.migrated();
    // Written with its expiry in the past, no trigger sees it before the next write.
    database.execute(
        "ALTER TABLE quarantine.unreadable_record DISABLE TRIGGER expire;"
            + " INSERT INTO quarantine.unreadable_record"
            + " VALUES ('t', 0, 0, 'garbage', '', now(), NULL, NULL, now())");

    Migrations.migrate(database.jdbcUrl());

    assertThat(database.rows("SELECT * FROM quarantine.unreadable_record")).isEmpty();
  }

  @Test
  void valuesOfEnumsAreThoseOfTheContracts() throws Exception {
    TestDatabase database = TestDatabase.migrated();

    assertThat(labels(database, "urgency")).isEqualTo(names(Urgency.values()));
    assertThat(labels(database, "case_status")).isEqualTo(names(CaseStatus.values()));
    assertThat(labels(database, "case_transition")).isEqualTo(names(CaseTransition.values()));
  }

  private static List<String> labels(TestDatabase database, String type) throws SQLException {
    return database.rows("SELECT unnest(enum_range(NULL::hearthwatch." + type + "))");
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }

  @Test
  void everythingIsExplainedInChineseAndEnglish() throws Exception {
    TestDatabase database = TestDatabase.migrated();

    assertThat(unexplained(database)).isEmpty();

    // The red twin.
    database.execute("COMMENT ON COLUMN hearthwatch.risk_hit.measure IS 'A number'");
    database.execute("CREATE VIEW hearthwatch.bare AS SELECT 1 AS one");
    assertThat(unexplained(database))
        .containsExactly(
            "hearthwatch.bare", "hearthwatch.bare.one", "hearthwatch.risk_hit.measure");
  }

  private static List<String> unexplained(TestDatabase database) throws SQLException {
    return database.rows(
        """
        WITH named AS (
          SELECT c.oid::regclass::text AS name, obj_description(c.oid, 'pg_class') AS comment
            FROM pg_class c WHERE relkind IN ('r', 'v') AND relname <> 'schema_history'
            AND relnamespace IN ('quarantine'::regnamespace, 'hearthwatch'::regnamespace)
          UNION ALL
          SELECT c.oid::regclass || '.' || attname, col_description(c.oid, attnum)
            FROM pg_class c JOIN pg_attribute a ON attrelid = c.oid AND attnum > 0
            WHERE relkind IN ('r', 'v') AND relname <> 'schema_history'
            AND relnamespace IN ('quarantine'::regnamespace, 'hearthwatch'::regnamespace)
          UNION ALL
          SELECT nspname, obj_description(oid, 'pg_namespace') FROM pg_namespace
            WHERE nspname IN ('hearthwatch', 'quarantine'))
        SELECT name FROM named
          WHERE comment IS NULL OR comment !~ '^[^a-z|]*[一-龥][^|]* \\| [A-Za-z].*\\.$' ORDER BY 1
        """);
  }

  @Test
  void analystsReadTheViews() throws Exception {
    TestDatabase database = TestDatabase.migrated();
    List<String> views =
        database.rows(
            "SELECT viewname FROM pg_views WHERE schemaname = 'hearthwatch' ORDER BY viewname");

    assertThat(views).hasSize(14);
    for (String view : views) {
      asAnalyst(database, "SELECT * FROM hearthwatch." + view);
    }
    asAnalyst(database, "SELECT * FROM hearthwatch.publishable('2024-03-01', 'HELPED')");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM quarantine.dead_letter",
        "SELECT payload FROM quarantine.unreadable_record",
        "SELECT quarantine.expire()",
        "SELECT * FROM hearthwatch.risk_case_change",
        "SELECT * FROM hearthwatch.assistance_statistic",
        "SELECT * FROM hearthwatch.publication_limit",
        "UPDATE hearthwatch.publication_limit SET least_published = 1",
        "SELECT hearthwatch.hidden_cells('2024-03-01', 'HELPED')",
        "DELETE FROM hearthwatch.open_case",
        "CREATE TABLE hearthwatch.mine (a int)"
      })
  void analystsDoNothingElse(String sql) throws Exception {
    TestDatabase database = TestDatabase.migrated();

    assertThatThrownBy(() -> asAnalyst(database, sql))
        .isInstanceOf(SQLException.class)
        .satisfies(e -> assertThat(((SQLException) e).getSQLState()).isIn("42501", "55000"));
  }

  @Test
  void theQuarantineHasNoOpening() throws Exception {
    assertThat(QuarantineGuard.openings(TestDatabase.migrated())).isEmpty();
  }

  /** The red twins of the guard: grants that would open the quarantine. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "GRANT USAGE ON SCHEMA quarantine TO hearthwatch_analyst",
        "GRANT USAGE ON SCHEMA quarantine TO PUBLIC",
        "GRANT SELECT ON quarantine.dead_letter TO hearthwatch_analyst",
        "GRANT SELECT (payload) ON quarantine.dead_letter TO hearthwatch_analyst",
        "GRANT SELECT ON ALL TABLES IN SCHEMA quarantine TO PUBLIC",
        "CREATE VIEW hearthwatch.leak AS SELECT letter_id, payload FROM quarantine.dead_letter"
      })
  void theGuardSeesAnOpening(String grant) throws Exception {
    TestDatabase database = TestDatabase.migrated();
    database.execute(grant);

    assertThat(QuarantineGuard.openings(database)).isNotEmpty();
  }

  private static void asAnalyst(TestDatabase database, String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET ROLE hearthwatch_analyst");
      statement.execute(sql);
    }
  }
}
