package io.hearthwatch.stack.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.Month;
import io.hearthwatch.domain.household.Retention;
import io.hearthwatch.domain.relief.Basis;
import io.hearthwatch.domain.relief.Cell;
import io.hearthwatch.domain.relief.CellTally;
import io.hearthwatch.domain.relief.RegionScheme;
import io.hearthwatch.domain.relief.ReliefLedger;
import io.hearthwatch.domain.relief.Statement;
import io.hearthwatch.domain.relief.Statements;
import io.hearthwatch.io.relief.ReliefStatements;
import io.hearthwatch.io.relief.Statistics;
import io.hearthwatch.io.tables.ReceivedRecord;
import io.hearthwatch.io.tables.TestDatabase;
import io.hearthwatch.io.topic.Topics;
import io.hearthwatch.reference.DomainEvents;
import io.hearthwatch.reference.relief.ReliefNation;
import io.hearthwatch.reference.relief.ReliefRun;
import io.hearthwatch.stack.broker.NamedOffsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What the steps of the assistance job come to on random nations agrees in every check; one figure
 * that is not right is found by the check that is meant for it, and named.
 */
class ReconciliationTest {

  private static final int NATIONS = 4;
  private static final int FIRST_MONTH = 202001;
  private static final int MONTHS = 60;

  /** What is made wrong, and the column that must be named. */
  private record Wrong(Check check, String change, String column) {}

  private static final List<Wrong> WRONG =
      List.of(
          new Wrong(
              Check.STATISTICS_TABLES,
              "UPDATE hearthwatch.assistance_statistic SET paid_fen = paid_fen + 1 WHERE region = 'ALL'",
              "paid_fen"),
          new Wrong(
              Check.STATISTICS_TABLES,
              "DELETE FROM hearthwatch.assistance_statistic WHERE region = 'ALL'",
              "region"),
          new Wrong(
              Check.STATISTICS_TABLES, "DELETE FROM said_statistic WHERE region = 'ALL'", "region"),
          new Wrong(
              Check.STATEMENTS_TABLES,
              "UPDATE hearthwatch.relief_statement SET granted_fen = granted_fen || 1::bigint",
              "granted_fen"),
          new Wrong(
              Check.PROGRAMMES,
              "UPDATE said_statistic SET granted_fen = granted_fen + 1 WHERE programme = 'ALL'",
              "granted_fen"),
          new Wrong(
              Check.PROGRAMMES,
              "DELETE FROM said_statistic WHERE programme = 'dibao' AND person_times > 0",
              "person_times"),
          new Wrong(
              Check.CAUSES,
              "UPDATE said_statistic SET adjusted_paid_fen = adjusted_paid_fen + 1 WHERE cause = 'ALL'",
              "adjusted_paid_fen"),
          new Wrong(
              Check.MONTHS,
              "UPDATE said_statistic SET ytd_granted_fen = ytd_granted_fen + 1 WHERE year_month % 100 = 12",
              "granted_fen"),
          new Wrong(
              Check.REGIONS,
              "UPDATE said_statistic SET person_times = person_times + 1 WHERE region = 'ALL'",
              "person_times"),
          new Wrong(
              Check.LEDGER_MONTHS,
              "UPDATE said_statistic SET persons = persons + 1 WHERE region = 'ALL'",
              "persons"),
          new Wrong(
              Check.LEDGER_MONTHS, "DELETE FROM said_statistic WHERE households > 0", "households"),
          new Wrong(
              Check.LEDGER_YEARS,
              "UPDATE said_statistic SET ytd_households = ytd_households - 1 WHERE region <> 'ALL'",
              "households"),
          new Wrong(
              Check.LEDGER_DISASTERS,
              "UPDATE said_statistic SET persons = persons + 1 WHERE disaster_id <> ''",
              "persons"),
          new Wrong(
              Check.LEDGER_STATEMENTS,
              "UPDATE newest_statement_line SET paid_fen = paid_fen + 1",
              "paid_fen"),
          new Wrong(
              Check.STATEMENTS_STATISTICS,
              "UPDATE newest_statement_line SET granted_fen = granted_fen + 1",
              "granted_fen"));

  @Test
  void whatTheStepsComeToAgrees() throws Exception {
    for (long seed = 1; seed <= NATIONS; seed++) {
      try (Connection connection = TestDatabase.migrated("reconciled").connect()) {
        Reconciliation reconciliation = filled(connection, seed);
        for (Check check : Check.values()) {
          Reconciliation.Result result = reconciliation.check(check);
          assertThat(result.difference()).as("%s of seed %d", check, seed).isEmpty();
          assertThat(result.pairs()).as("%s of seed %d", check, seed).isPositive();
        }
      }
    }
  }

  /** Red twins: each check sees a fen too many, and a record that is missing. */
  @Test
  void aFenTooManyIsNamed() throws Exception {
    try (Connection connection = TestDatabase.migrated("reconciled").connect();
        java.sql.Statement statement = connection.createStatement()) {
      Reconciliation reconciliation = filled(connection, 3);
      connection.setAutoCommit(false);
      for (Wrong wrong : WRONG) {
        assertThat(statement.executeUpdate(wrong.change)).as(wrong.change).isPositive();
        Difference difference = reconciliation.check(wrong.check).difference().orElseThrow();
        assertThat(difference.name()).isNotBlank();
        assertThat(
                difference.one().containsKey(wrong.column)
                    || difference.other().containsKey(wrong.column))
            .as("%s: %s", wrong, difference)
            .isTrue();
        connection.rollback();
        assertThat(reconciliation.check(wrong.check).difference()).isEmpty();
      }
    }
  }

  @Test
  void whatWasSaidAfterTheNamedOffsetsIsNotCompared() throws Exception {
    try (Connection connection = TestDatabase.migrated("reconciled").connect();
        java.sql.Statement statement = connection.createStatement()) {
      Reconciliation reconciliation = filled(connection, 3);
      statement.executeUpdate(
          "UPDATE hearthwatch.assistance_statistic SET paid_fen = 0, record_offset = 1000000000"
              + " WHERE region = 'ALL'");
      assertThat(reconciliation.check(Check.STATISTICS_TABLES).difference()).isEmpty();
    }
  }

  private static Reconciliation filled(Connection connection, long seed) throws Exception {
    List<HouseholdEvent> told = ReliefNation.of(seed).stream().map(DomainEvents::of).toList();
    ReliefRun run = new ReliefRun();
    told.forEach(run::take);
    List<ReceivedRecord> said = new ArrayList<>(statistics(run));
    said.addAll(statements(run, said.size()));
    Reconciliation reconciliation = new Reconciliation(connection);
    reconciliation.named(
        List.of(
            new NamedOffsets.End(Topics.STATISTICS, 0, said.size()),
            new NamedOffsets.End(Topics.STATEMENTS, 0, said.size())));
    try (ToldVersions versions =
        reconciliation.told(
            new Retention(ReliefRun.BOOKS.zone(), Retention.DEFAULT_MONTHS),
            new RegionScheme(ReliefRun.LEVELS))) {
      for (HouseholdEvent event : told) {
        versions.take(event);
      }
    }
    try (SaidRecords records = reconciliation.said()) {
      for (ReceivedRecord record : said) {
        records.take(record);
      }
    }
    assertThat(reconciliation.tablesHaveAll()).isFalse();
    copyIntoTables(connection);
    assertThat(reconciliation.tablesHaveAll()).isTrue();
    reconciliation.recount();
    return reconciliation;
  }

  private static List<ReceivedRecord> statistics(ReliefRun run) {
    Statistics codec = new Statistics();
    List<ReceivedRecord> records = new ArrayList<>();
    for (Map.Entry<Cell, CellTally> entry : run.tallies().entrySet()) {
      Cell cell = entry.getKey();
      for (int month = cell.ofDisaster() ? 0 : 1; month <= (cell.ofDisaster() ? 0 : 12); month++) {
        for (Basis basis : Basis.values()) {
          records.add(
              record(
                  Topics.STATISTICS,
                  records.size(),
                  codec.encode(cell, month, basis, entry.getValue())));
        }
      }
    }
    return records;
  }

  private static List<ReceivedRecord> statements(ReliefRun run, int firstOffset) {
    ReliefStatements codec = new ReliefStatements();
    Statements statements = new Statements(ReliefRun.BOOKS.zone());
    List<ReceivedRecord> records = new ArrayList<>();
    for (Map.Entry<String, ReliefLedger> household : run.ledgers().entrySet()) {
      for (int m = 0; m < MONTHS; m++) {
        Month month = Month.ofNumber(FIRST_MONTH).plus(m);
        for (Map.Entry<Integer, Statement> known :
            statements.history(household.getValue(), month).entrySet()) {
          records.add(
              record(
                  Topics.STATEMENTS,
                  firstOffset + records.size(),
                  codec.encode(
                      household.getKey(),
                      new Statements.Change(month, known.getKey(), known.getValue()))));
        }
      }
    }
    return records;
  }

  private static ReceivedRecord record(String topic, long offset, byte[] value) {
    return new ReceivedRecord(topic, 0, offset, 1_700_000_000_000L, null, value);
  }

  /** As the tables job does, row by row; a column that is generated cannot be copied. */
  private static void copyIntoTables(Connection connection) throws SQLException {
    try (java.sql.Statement statement = connection.createStatement()) {
      statement.execute(
          """
          DO $$ BEGIN
            EXECUTE (
              SELECT format('INSERT INTO hearthwatch.assistance_statistic (%1$s) SELECT %1$s FROM said_statistic',
                            string_agg(column_name, ', '))
              FROM information_schema.columns
              WHERE table_schema = 'hearthwatch' AND table_name = 'assistance_statistic' AND is_generated = 'NEVER');
          END $$
          """);
      statement.execute("INSERT INTO hearthwatch.relief_statement SELECT * FROM said_statement");
    }
  }
}
