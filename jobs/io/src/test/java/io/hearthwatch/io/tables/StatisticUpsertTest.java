package io.hearthwatch.io.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hearthwatch.wire.RegionBasis;
import io.hearthwatch.wire.ReliefFigures;
import io.hearthwatch.wire.Statistic;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatisticUpsertTest {

  private TestDatabase database;

  @BeforeEach
  void migrate() throws Exception {
    database = TestDatabase.migrated();
  }

  @Test
  void writesEveryFigureIntoItsColumn() throws Exception {
    Statistic statistic = TestStatistics.of("360823", 202403, 9);
    statistic.setCounted(new ReliefFigures(1L, 2L, 3L, 4L, 5L, 6L, 7L));
    statistic.setYearToDate(new ReliefFigures(11L, 12L, 13L, 14L, 15L, 16L, 17L));
    statistic.setAdjusted(new ReliefFigures(21L, 22L, 23L, 24L, 25L, 26L, 27L));
    statistic.setAdjustedYearToDate(new ReliefFigures(31L, 32L, 33L, 34L, 35L, 36L, 37L));

    TestTables.write(database, TestStatistics.record(5, statistic));
    TestTables.write(database, TestStatistics.record(6, TestStatistics.ofDisaster("f1", "36")));

    assertThat(everything())
        .containsExactly(
            "360823|ALL|ALL||202403|HELPED|2024-03-01|1|2|3|4|5|6|7|11|12|13|14|15|16|17"
                + "|21|22|23|24|25|26|27|31|32|33|34|35|36|37|0|0|0|0|0|0|0"
                + "|2024-04-02 08:00:00+00|3|5",
            "36|ALL|ALL|f1|0|HELPED|-|30|30|15|2400000|2400000|0|0|0|0|0|0|0|0|0"
                + "|0|0|0|0|0|0|0|0|0|0|0|0|0|0|900|120|40|7|80|500000|9000000"
                + "|2024-04-02 08:00:00+00|3|6");
  }

  @Test
  void laterFiguresReplaceEarlierOnesOfTheSameKeyAlone() throws Exception {
    Statistic registered = TestStatistics.of("36", 202403, 50);
    registered.setBasis(RegionBasis.REGISTERED);

    write(1, "36", 202403, 9);
    write(2, "3608", 202403, 8);
    write(3, "36", 202404, 7);
    TestTables.write(database, TestStatistics.record(4, registered));
    write(5, "36", 202403, 10);

    assertThat(personTimes())
        .containsExactly(
            "36|202403|HELPED|10",
            "36|202403|REGISTERED|50",
            "36|202404|HELPED|7",
            "3608|202403|HELPED|8");
  }

  @Test
  void readingTheTopicAgainNeverBringsOlderFiguresBack() throws Exception {
    write(1, "36", 202403, 9);
    write(7, "36", 202403, 10);
    List<String> before = everything();

    write(1, "36", 202403, 9);
    assertThat(everything()).isEqualTo(before);
    write(7, "36", 202403, 10);
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void aKeyThatMovedToAnotherPartitionIsTakenAsItComes() throws Exception {
    write(7, "36", 202403, 10);
    ReceivedRecord moved = TestStatistics.record(0, TestStatistics.of("36", 202403, 11));

    TestTables.write(
        database, new ReceivedRecord(TestStatistics.TOPIC, 9, 0, -1, null, moved.value()));

    assertThat(personTimes()).containsExactly("36|202403|HELPED|11");
  }

  @Test
  void writesManyRowsByOneStatement() throws Exception {
    try (Connection connection = database.connect()) {
      StatisticUpsert.write(
          connection,
          List.of(
              TestStatistics.row(3, 1, "36", 9),
              TestStatistics.row(3, 2, "NULL", 8),
              TestStatistics.row(3, 3, "{\"a\\,b'}", 7)));
    }

    assertThat(personTimes())
        .containsExactlyInAnyOrder(
            "36|202403|HELPED|9", "NULL|202403|HELPED|8", "{\"a\\,b'}|202403|HELPED|7");
  }

  /** Why a batch must hold a key once: PostgreSQL would not say which of two rows stays. */
  @Test
  void aKeyTwiceInAStatementIsRefusedAndNothingIsWritten() throws Exception {
    try (Connection connection = database.connect()) {
      assertThatThrownBy(
              () ->
                  StatisticUpsert.write(
                      connection,
                      List.of(
                          TestStatistics.row(3, 1, "3608", 9),
                          TestStatistics.row(3, 2, "36", 8),
                          TestStatistics.row(3, 3, "36", 7))))
          .hasMessageContaining("cannot affect row a second time");
    }

    assertThat(personTimes()).isEmpty();
  }

  /** What the reader lets through, an index entry of PostgreSQL can hold. */
  @Test
  void takesTheLongestKey() throws Exception {
    Statistic statistic = TestStatistics.of("36", 202403, 9);
    int half = StatisticReader.MAX_KEY_CHARS / 2;
    // Letters in no order, since PostgreSQL would pack any that repeat.
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < half; i++) {
      letters.appendCodePoint('一' + (i * 7_919 + i * i * 31) % 20_000);
    }
    statistic.setProgramme(letters.toString());
    statistic.setCause(letters.reverse().substring(2));

    TestTables.write(database, TestStatistics.record(1, statistic));

    assertThat(personTimes()).containsExactly("36|202403|HELPED|9");
  }

  private void write(long offset, String region, int yearMonth, long personTimes) throws Exception {
    TestTables.write(
        database, TestStatistics.record(offset, TestStatistics.of(region, yearMonth, personTimes)));
  }

  private List<String> personTimes() throws Exception {
    return database.rows(
        "SELECT region, year_month, basis, person_times FROM hearthwatch.assistance_statistic"
            + " ORDER BY 1, 2, 3");
  }

  private List<String> everything() throws Exception {
    return database.rows("SELECT * FROM hearthwatch.assistance_statistic ORDER BY record_offset");
  }
}
