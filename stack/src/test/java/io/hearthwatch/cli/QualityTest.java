package io.hearthwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.io.tables.TestAlerts;
import io.hearthwatch.io.tables.TestDatabase;
import io.hearthwatch.io.tables.TestTables;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Counted by hand: three cases of the same day, four hardships. */
class QualityTest {

  private static final List<Quality.Hardship> HARDSHIPS =
      List.of(
          // Ten days after the alert: it came in time.
          hardship("h-0001", "illness", 30, -10, null),
          // Fifty days before the alert: right, and too late.
          hardship("h-0002", "illness", 70, 50, -1),
          // Over before the alert: nobody found it.
          hardship("h-0003", "death", 60, 50, 1),
          // Nobody looked.
          hardship("h-0009", "poverty", null, 0, null));

  /** All in days before the alert. */
  private static Quality.Hardship hardship(
      String household, String cause, Integer fate, int since, Integer until) {
    return new Quality.Hardship(
        household,
        cause,
        fate == null ? null : TestAlerts.DAY.minusDays(fate),
        TestAlerts.DAY.minusDays(since),
        until == null ? null : TestAlerts.DAY.minusDays(until));
  }

  @Test
  void countsWhatWasRightFoundAndInTime() throws Exception {
    TestDatabase database = TestDatabase.migrated();
    TestTables.write(
        database,
        TestAlerts.opened("h-0001"),
        TestAlerts.raised("h-0001"),
        TestAlerts.opened("h-0002"),
        TestAlerts.opened("h-0003"));
    try (Connection connection = database.connect()) {
      Quality.Row cases = new Quality(connection, HARDSHIPS).byRule(90, 30).get(0);
      assertThat(cases).isEqualTo(new Quality.Row("", 3, 2, new Quality.Found(4, 2, 1, -10, 30)));
    }
  }

  @Test
  void countsByWhatAHardshipCameFrom() throws Exception {
    TestDatabase database = TestDatabase.migrated();
    TestTables.write(
        database,
        TestAlerts.opened("h-0001"),
        TestAlerts.opened("h-0002"),
        TestAlerts.opened("h-0003"));
    try (Connection connection = database.connect()) {
      assertThat(new Quality(connection, HARDSHIPS).byCause(90, 30))
          .containsExactly(
              new Quality.CauseRow("illness", new Quality.Found(2, 2, 1, -10, 30)),
              new Quality.CauseRow("death", new Quality.Found(1, 0, 0, null, null)),
              new Quality.CauseRow("poverty", new Quality.Found(1, 0, 0, null, null)));
    }
  }

  /** Red twin: who allows no warning ahead loses the one that came ahead. */
  @Test
  void howFarAheadAWarningCountsMatters() throws Exception {
    TestDatabase database = TestDatabase.migrated();
    TestTables.write(database, TestAlerts.opened("h-0001"), TestAlerts.opened("h-0002"));
    try (Connection connection = database.connect()) {
      Quality.Row cases = new Quality(connection, HARDSHIPS).byRule(9, 30).get(0);
      assertThat(cases).isEqualTo(new Quality.Row("", 2, 1, new Quality.Found(4, 1, 0, 50, 70)));
    }
  }
}
