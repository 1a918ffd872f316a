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
          new Quality.Hardship("h-0001", TestAlerts.DAY.plusDays(10), null),
          // Fifty days before the alert: right, and too late.
          new Quality.Hardship("h-0002", TestAlerts.DAY.minusDays(50), TestAlerts.DAY.plusDays(1)),
          // Over before the alert: nobody found it.
          new Quality.Hardship("h-0003", TestAlerts.DAY.minusDays(50), TestAlerts.DAY.minusDays(1)),
          // Nobody looked.
          new Quality.Hardship("h-0009", TestAlerts.DAY, null));

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
      Quality.Row cases = new Quality(connection).compare(HARDSHIPS, 90, 30).get(0);
      assertThat(cases).isEqualTo(new Quality.Row("", 3, 2, 2, 1, -10, 4));
    }
  }

  /** Red twin: who allows no warning ahead loses the one that came ahead. */
  @Test
  void howFarAheadAWarningCountsMatters() throws Exception {
    TestDatabase database = TestDatabase.migrated();
    TestTables.write(database, TestAlerts.opened("h-0001"), TestAlerts.opened("h-0002"));
    try (Connection connection = database.connect()) {
      Quality.Row cases = new Quality(connection).compare(HARDSHIPS, 9, 30).get(0);
      assertThat(cases).isEqualTo(new Quality.Row("", 2, 1, 1, 0, 50, 4));
    }
  }
}
