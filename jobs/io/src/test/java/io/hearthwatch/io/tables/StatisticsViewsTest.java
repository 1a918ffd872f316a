package io.hearthwatch.io.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.wire.ReliefFigures;
import io.hearthwatch.wire.Statistic;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Views over a few cells, counted by hand.
 *
 * <p>Province 36: 7 person-times in March 2023; 10 in February and 4 in March 2024, of which 1 came
 * after the books were closed. Province 43: 20 in March 2024. Its city 4301: 3, not paid yet in
 * full. Province 51 had some that were taken back; some of them are in the books. One flood.
 */
class StatisticsViewsTest {

  private static TestDatabase database;
  private static long offset;

  @BeforeAll
  static void fill() throws Exception {
    database = TestDatabase.migrated();
    write(dibao("36", 202303, 7));
    write(dibao("36", 202402, 10));
    Statistic late = dibao("36", 202403, 4);
    late.setYearToDate(TestStatistics.figures(14));
    late.setAdjusted(TestStatistics.figures(1));
    write(late);
    write(dibao("43", 202403, 20));
    Statistic unpaid = dibao("4301", 202403, 3);
    unpaid.setCounted(new ReliefFigures(3L, 3L, 2L, 100L, 200L, 0L, 0L));
    write(unpaid);
    Statistic takenBack = dibao("51", 202403, 0);
    takenBack.setAdjusted(TestStatistics.figures(-2));
    write(takenBack);
    write(dibao("51", 202402, 0));
    write(TestStatistics.of("ALL", 202403, 24));
    write(TestStatistics.ofDisaster("flood-1", "36"));
    Statistic withdrawn = TestStatistics.ofDisaster("flood-2", "36");
    withdrawn.setCounted(TestStatistics.figures(0));
    withdrawn.setReported(null);
    write(withdrawn);
  }

  private static Statistic dibao(String region, int yearMonth, long personTimes) {
    Statistic statistic = TestStatistics.of(region, yearMonth, personTimes);
    statistic.setProgramme("dibao");
    statistic.setCause("illness");
    return statistic;
  }

  private static void write(Statistic statistic) throws Exception {
    TestTables.write(database, TestStatistics.record(offset++, statistic));
  }

  @Test
  void everyCellWithAFigureIsThere() throws Exception {
    assertThat(
            database.rows(
                "SELECT region, programme, cause, month, basis, person_times, ytd_person_times,"
                    + " booked_person_times, adjusted_person_times, booked_granted_fen"
                    + " FROM hearthwatch.statistics_by_region_and_month"))
        .containsExactly(
            "36|dibao|illness|2023-03-01|HELPED|7|7|7|0|560000",
            "36|dibao|illness|2024-02-01|HELPED|10|10|10|0|800000",
            "36|dibao|illness|2024-03-01|HELPED|4|14|3|1|240000",
            "43|dibao|illness|2024-03-01|HELPED|20|20|20|0|1600000",
            "4301|dibao|illness|2024-03-01|HELPED|3|3|3|0|100",
            "51|dibao|illness|2024-03-01|HELPED|0|0|2|-2|160000",
            "ALL|ALL|ALL|2024-03-01|HELPED|24|24|24|0|1920000");
  }

  @Test
  void aDisasterIsCountedBesideWhatIsReported() throws Exception {
    assertThat(
            database.rows(
                "SELECT disaster_id, region, basis, person_times, granted_fen, reported_affected,"
                    + " reported_funds_fen FROM hearthwatch.statistics_by_disaster"))
        .containsExactly("flood-1|36|HELPED|30|2400000|900|500000");
  }

  @Test
  void aMonthIsSetAgainstThatOfTheYearBefore() throws Exception {
    // March 2023 lies after no year; February 2024 is before the newest month, March 2024.
    assertThat(
            database.rows(
                "SELECT region, month, person_times, person_times_year_before,"
                    + " person_times_difference, granted_fen_difference"
                    + " FROM hearthwatch.statistics_year_on_year WHERE region IN ('36', '43')"))
        .containsExactly(
            "36|2023-03-01|7|0|7|560000",
            "36|2024-02-01|10|0|10|800000",
            "36|2024-03-01|4|7|-3|-240000",
            "43|2024-03-01|20|0|20|1600000");
  }

  @Test
  void aCellThatIsNoMoreFellToNothing() throws Exception {
    TestDatabase other = TestDatabase.migrated();
    TestTables.write(other, TestStatistics.record(1, dibao("36", 202303, 7)));
    TestTables.write(other, TestStatistics.record(2, dibao("43", 202403, 20)));

    assertThat(
            other.rows(
                "SELECT region, month, person_times, person_times_year_before,"
                    + " person_times_difference FROM hearthwatch.statistics_year_on_year"))
        .containsExactly("36|2023-03-01|7|0|7", "36|2024-03-01|0|7|-7", "43|2024-03-01|20|0|20");
  }

  /**
   * An exit of next year is known when the recognition is; a grant may be for the month to come.
   */
  @Test
  void monthsThatHaveNotComeAreSetAgainstNothing() throws Exception {
    TestDatabase other = TestDatabase.migrated();
    TestTables.write(other, TestStatistics.record(1, dibao("36", 202403, 7)));
    Statistic exit = dibao("36", 202503, 0);
    exit.setCounted(new ReliefFigures(0L, 0L, 0L, 0L, 0L, 0L, 1L));
    TestTables.write(other, TestStatistics.record(2, exit));
    Statistic ahead = dibao("43", 202404, 0);
    ahead.setCounted(new ReliefFigures(9L, 9L, 9L, 900L, 0L, 0L, 0L));
    TestTables.write(other, TestStatistics.record(3, ahead));

    assertThat(other.rows("SELECT region, month FROM hearthwatch.statistics_year_on_year"))
        .containsExactly("36|2024-03-01");
    assertThat(other.rows("SELECT region, month FROM hearthwatch.top_movements"))
        .containsExactly("36|2024-03-01");
    assertThat(other.rows("SELECT DISTINCT month FROM hearthwatch.published_statistics"))
        .containsExactly("2024-03-01");
    // Red twin: once anything is paid in it, a month has come.
    ahead.setCounted(new ReliefFigures(9L, 9L, 9L, 900L, 900L, 0L, 0L));
    TestTables.write(other, TestStatistics.record(4, ahead));
    assertThat(other.rows("SELECT region, month FROM hearthwatch.top_movements"))
        .containsExactly("36|2024-04-01", "43|2024-04-01", "36|2024-03-01");
  }

  @Test
  void moneyIsDividedByPersonTimes() throws Exception {
    // 100 / 3 = 33.3, 200 / 3 = 66.7; province 51 has no person-time.
    assertThat(
            database.rows(
                "SELECT region, granted_fen_per_person_time, paid_fen_per_person_time,"
                    + " ytd_granted_fen_per_person_time FROM hearthwatch.funds_per_person_time"
                    + " WHERE month = '2024-03-01'"))
        .containsExactly(
            "36|80000|80000|80000",
            "43|80000|80000|80000",
            "4301|33|67|80000",
            "51|-|-|-",
            "ALL|80000|80000|80000");
  }

  @Test
  void halvesAreRoundedUp() throws Exception {
    assertThat(
            database.rows(
                "SELECT hearthwatch.half_up(5, 2), hearthwatch.half_up(7, 3),"
                    + " hearthwatch.half_up(-5, 2), hearthwatch.half_up(-7, 3),"
                    + " hearthwatch.half_up(9223372036854775807, 2), hearthwatch.half_up(5, 0)"))
        .containsExactly("3|2|-2|-2|4611686018427387904|-");
  }

  @Test
  void theGreatestMovementsComeFirstLevelByLevel() throws Exception {
    // March: 43 from 0 to 20, 36 from 10 down to 4; the city by itself, the nation not at all.
    assertThat(database.rows("SELECT * FROM hearthwatch.top_movements"))
        .containsExactly(
            "2024-03-01|2|1|43|dibao|illness|1600000|0|1600000",
            "2024-03-01|2|2|36|dibao|illness|320000|800000|-480000",
            "2024-03-01|4|1|4301|dibao|illness|100|0|100",
            "2024-02-01|2|1|36|dibao|illness|800000|0|800000",
            "2023-04-01|2|1|36|dibao|illness|0|560000|-560000",
            "2023-03-01|2|1|36|dibao|illness|560000|0|560000");
  }

  /** Two counties are rivals however long their names are; a state is on another level. */
  @Test
  void codesOfNamesHaveTheLevelOfTheirParts() throws Exception {
    TestDatabase other = TestDatabase.migrated();
    TestTables.write(other, TestStatistics.record(1, dibao("US.MA.essex", 202403, 7)));
    TestTables.write(other, TestStatistics.record(2, dibao("US.MA.plymouth", 202403, 9)));
    TestTables.write(other, TestStatistics.record(3, dibao("US.massachus", 202403, 20)));

    assertThat(other.rows("SELECT region_digits, rank, region FROM hearthwatch.top_movements"))
        .containsExactly("2|1|US.massachus", "3|1|US.MA.plymouth", "3|2|US.MA.essex");
  }

  @Test
  void nonsenseThatFillsALongBreaksNoView() throws Exception {
    TestDatabase other = TestDatabase.migrated();
    Statistic nonsense = dibao("36", 202403, 1);
    nonsense.setCounted(new ReliefFigures(1L, 1L, 1L, Long.MAX_VALUE, Long.MIN_VALUE, 0L, 0L));
    nonsense.setAdjusted(new ReliefFigures(0L, 0L, 0L, Long.MIN_VALUE, Long.MAX_VALUE, 0L, 0L));
    TestTables.write(other, TestStatistics.record(1, nonsense));

    for (String view :
        other.rows("SELECT viewname FROM pg_views WHERE schemaname = 'hearthwatch'")) {
      other.rows("SELECT * FROM hearthwatch." + view);
    }
  }
}
