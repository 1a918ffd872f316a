package io.hearthwatch.io.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.wire.ReliefFigures;
import io.hearthwatch.wire.Statistic;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is hidden in small tables, worked out by hand. */
class PublishedStatisticsTest {

  private TestDatabase database;
  private long offset;

  @BeforeEach
  void migrate() throws Exception {
    database = TestDatabase.migrated();
  }

  @Test
  void aSmallCountIsHiddenWithTheOneThatWouldGiveItAway() throws Exception {
    write("ALL", 202403, 60);
    write("36", 202403, 33);
    write("3608", 202403, 3);
    write("3609", 202403, 12);
    write("3610", 202403, 18);
    write("43", 202403, 27);
    write("4301", 202403, 27);

    // 3608 is 33 - 12 - 18; so 3609 goes too, the smallest of the others.
    assertThat(
            database.rows(
                "SELECT region, hidden, person_times, persons, households, granted_fen, paid_fen"
                    + " FROM hearthwatch.publishable('2024-03-01', 'HELPED') ORDER BY 1"))
        .containsExactly(
            "36|f|33|33|17|2640000|2640000",
            "3608|t|-|-|-|-|-",
            "3609|t|-|-|-|-|-",
            "3610|f|18|18|9|1440000|1440000",
            "43|f|27|27|14|2160000|2160000",
            "4301|f|27|27|14|2160000|2160000",
            "ALL|f|60|60|30|4800000|4800000");
  }

  @Test
  void anOnlyChildTakesItsSumWithIt() throws Exception {
    write("ALL", 202403, 30);
    write("36", 202403, 3);
    write("3608", 202403, 3);
    write("43", 202403, 27);

    assertThat(hidden("2024-03-01")).containsExactly("36", "3608", "43");
  }

  @Test
  void severalThatAreFewTogetherNeedOneMore() throws Exception {
    write("ALL", 202403, 24);
    write("36", 202403, 24);
    write("3608", 202403, 2);
    write("3609", 202403, 2);
    write("3610", 202403, 20);

    assertThat(hidden("2024-03-01")).containsExactly("3608", "3609", "3610");
  }

  @Test
  void whatNoRegionBelowHoldsIsNotGivenAwayEither() throws Exception {
    write("ALL", 202403, 60);
    write("43", 202403, 60);
    write("4301", 202403, 25);
    write("4302", 202403, 33);

    // 43 less its cities would say that 2 are of no city.
    assertThat(hidden("2024-03-01")).containsExactly("4301");
  }

  @Test
  void fewPeopleOrHouseholdsWithManyPersonTimesAreHidden() throws Exception {
    write("ALL", 202403, 40);
    write("36", 202403, 20);
    Statistic families = TestStatistics.of("43", 202403, 20);
    families.setCounted(new ReliefFigures(20L, 8L, 4L, 1L, 1L, 0L, 0L));
    write(families);

    assertThat(hidden("2024-03-01")).containsExactly("36", "43");
  }

  @Test
  void moneyOfNobodyKnowsHowManyIsHidden() throws Exception {
    Statistic all = TestStatistics.of("ALL", 202403, 40);
    all.getCounted().setPaidFen(41L * 80_000);
    write(all);
    write("36", 202403, 20);
    write("43", 202403, 20);
    Statistic paid = TestStatistics.of("51", 202403, 0);
    paid.setCounted(new ReliefFigures(0L, 0L, 0L, 0L, 80_000L, 0L, 0L));
    write(paid);

    assertThat(hidden("2024-03-01")).containsExactly("36", "51");
  }

  /** Two payments of two provinces: either of them would know the other's from the sum. */
  @Test
  void moneyOfSeveralPlacesWithoutPersonTimesNeedsOneMore() throws Exception {
    Statistic all = TestStatistics.of("ALL", 202403, 20);
    all.getCounted().setPaidFen(20L * 80_000 + 170_000);
    write(all);
    write("36", 202403, 20);
    for (String province : List.of("43", "51")) {
      Statistic paid = TestStatistics.of(province, 202403, 0);
      paid.setCounted(new ReliefFigures(0L, 0L, 0L, 0L, 85_000L, 0L, 0L));
      write(paid);
    }

    assertThat(hidden("2024-03-01")).containsExactly("36", "43", "51");
  }

  @Test
  void programmesAndCausesAddUpToo() throws Exception {
    for (String region : List.of("ALL", "36")) {
      write(region, "ALL", "ALL", 50);
      write(region, "dibao", "ALL", 30);
      write(region, "temporary", "ALL", 20);
      write(region, "ALL", "illness", 41);
      write(region, "ALL", "fire", 9);
      write(region, "dibao", "illness", 26);
      write(region, "dibao", "fire", 4);
      write(region, "temporary", "illness", 15);
      write(region, "temporary", "fire", 5);
    }

    // Both fires are small: 4 people, and 3 households. So in each programme illness goes too. The
    // fires together are 5 households, so their sum is shown.
    assertThat(
            database.rows(
                "SELECT region, programme, cause FROM"
                    + " hearthwatch.publishable('2024-03-01', 'HELPED') WHERE hidden ORDER BY 1, 2, 3"))
        .containsExactly(
            "36|dibao|fire",
            "36|dibao|illness",
            "36|temporary|fire",
            "36|temporary|illness",
            "ALL|dibao|fire",
            "ALL|dibao|illness",
            "ALL|temporary|fire",
            "ALL|temporary|illness");
  }

  @Test
  void theYearToDateIsHiddenFromTheFirstHiddenMonthOn() throws Exception {
    for (int yearMonth : List.of(202402, 202403, 202404, 202501)) {
      boolean small = yearMonth == 202403;
      write("ALL", yearMonth, small ? 15 : 40);
      write("36", yearMonth, small ? 3 : 20);
      write("43", yearMonth, small ? 12 : 20);
    }

    assertThat(
            database.rows(
                "SELECT month, hidden, ytd_hidden, ytd_person_times FROM"
                    + " hearthwatch.published_statistics WHERE region = '36' ORDER BY 1"))
        .containsExactly(
            "2024-02-01|f|f|20", "2024-03-01|t|t|-", "2024-04-01|f|t|-", "2025-01-01|f|f|20");
  }

  @Test
  void howManyOfAMonthAreNewIsNotToldByTheYearToDate() throws Exception {
    int[][] newPeople = {{20, 20}, {20, 30}, {20, 32}, {20, 52}, {20, 71}};
    for (String region : List.of("ALL", "36", "43")) {
      for (int i = 0; i < newPeople.length; i++) {
        // In 43 all are new each month; in 36 two in March, and one who came again in May.
        int people = region.equals("36") ? newPeople[i][1] : 20 * (i + 1);
        Statistic statistic = TestStatistics.of(region, 202401 + i, region.equals("ALL") ? 40 : 20);
        statistic.setYearToDate(
            new ReliefFigures(20L * (i + 1), (long) people, people / 2L, 1L, 1L, 0L, 0L));
        write(statistic);
      }
    }

    String sql =
        "SELECT month, ytd_hidden, ytd_person_times, ytd_persons, ytd_households FROM"
            + " hearthwatch.published_statistics WHERE region = '%s' ORDER BY 1";
    assertThat(database.rows(sql.formatted("36")))
        .containsExactly(
            "2024-01-01|f|20|20|10",
            "2024-02-01|f|40|30|15",
            "2024-03-01|f|60|-|-",
            "2024-04-01|f|80|-|-",
            "2024-05-01|f|100|-|-");
    assertThat(database.rows(sql.formatted("43")))
        .as("ALL less 43 would be 36, so 43 goes with it")
        .contains("2024-02-01|f|40|40|20", "2024-03-01|f|60|-|-", "2024-05-01|f|100|-|-");
    // Red twin: the limit decides.
    database.execute("UPDATE hearthwatch.publication_limit SET least_published = 1");
    assertThat(database.rows(sql.formatted("36"))).contains("2024-04-01|f|80|52|26");
  }

  /** In 3608 two are new in February; 36 less 3609 would say it, so 3609 goes with it. */
  @Test
  void norIsItToldByTheOthersOfTheLine() throws Exception {
    people("ALL", new int[] {80, 80}, new int[] {80, 142});
    people("43", new int[] {40, 40}, new int[] {40, 80});
    people("36", new int[] {40, 40}, new int[] {40, 62});
    people("3608", new int[] {20, 20}, new int[] {20, 22});
    people("3609", new int[] {20, 20}, new int[] {20, 40});

    assertThat(
            database.rows(
                "SELECT region, ytd_hidden, ytd_persons FROM"
                    + " hearthwatch.publishable('2024-02-01', 'HELPED') ORDER BY 1"))
        .containsExactly("36|f|62", "3608|f|-", "3609|f|-", "43|f|80", "ALL|f|142");

    // In March 3608 has nothing: 3609 stays hidden, or 36 less it would say what 3608 has.
    people("36", new int[] {40, 40, 20}, new int[] {40, 62, 82});
    people("3609", new int[] {20, 20, 20}, new int[] {20, 40, 60});
    assertThat(
            database.rows(
                "SELECT region, ytd_persons FROM hearthwatch.publishable('2024-03-01', 'HELPED')"
                    + " WHERE region LIKE '36%' ORDER BY 1"))
        .contains("3609|-");
  }

  /** Grants to households that name nobody. */
  @Test
  void norIsItOfHouseholdsWhereNobodyIsNamed() throws Exception {
    households("ALL", 80, 142);
    households("43", 40, 80);
    households("36", 40, 62);
    households("3608", 20, 22);
    households("3609", 20, 40);

    assertThat(
            database.rows(
                "SELECT region, ytd_households FROM"
                    + " hearthwatch.publishable('2024-02-01', 'HELPED') ORDER BY 1"))
        .containsExactly("36|62", "3608|-", "3609|-", "43|80", "ALL|142");
  }

  private void households(String region, long aMonth, long sinceJanuary) throws Exception {
    for (int month = 1; month <= 2; month++) {
      Statistic statistic = TestStatistics.of(region, 202400 + month, 0);
      long inAll = month == 1 ? aMonth : sinceJanuary;
      statistic.setCounted(new ReliefFigures(aMonth, 0L, aMonth, aMonth, aMonth, 0L, 0L));
      statistic.setYearToDate(new ReliefFigures(inAll, 0L, inAll, 1L, 1L, 0L, 0L));
      write(statistic);
    }
  }

  private void people(String region, int[] personTimes, int[] sinceJanuary) throws Exception {
    for (int i = 0; i < personTimes.length; i++) {
      Statistic statistic = TestStatistics.of(region, 202401 + i, personTimes[i]);
      long people = sinceJanuary[i];
      statistic.setYearToDate(new ReliefFigures(people, people, people / 2, 1L, 1L, 0L, 0L));
      write(statistic);
    }
  }

  /** 3608 has six grants to one person beside those of its county: 106 less 100 is not small. */
  @Test
  void onePersonOfNoRegionBelowIsNotGivenAwayByManyPersonTimes() throws Exception {
    for (String region : List.of("ALL", "36", "3608", "360801")) {
      boolean county = region.length() == 6;
      Statistic statistic = TestStatistics.of(region, 202403, 0);
      statistic.setCounted(
          new ReliefFigures(
              county ? 100L : 106L, county ? 100L : 101L, county ? 99L : 100L, 1L, 1L, 0L, 0L));
      write(statistic);
    }
    write("43", 202403, 60);

    assertThat(hidden("2024-03-01")).contains("360801");
  }

  @Test
  void regionsWithDotsAreLinesToo() throws Exception {
    write("ALL", 202403, 33);
    write("US", 202403, 33);
    write("US.TX", 202403, 3);
    write("US.FL", 202403, 12);
    write("US.CA", 202403, 18);

    assertThat(hidden("2024-03-01")).containsExactly("US.FL", "US.TX");
  }

  @Test
  void theLimitIsARow() throws Exception {
    write("ALL", 202403, 9);
    write("36", 202403, 4);
    write("43", 202403, 5);
    assertThat(hidden("2024-03-01")).containsExactly("36", "43");

    database.execute("UPDATE hearthwatch.publication_limit SET least_published = 1");
    assertThat(hidden("2024-03-01")).isEmpty();
  }

  private List<String> hidden(String month) throws Exception {
    return database.rows(
        "SELECT region FROM hearthwatch.publishable('"
            + month
            + "', 'HELPED') WHERE hidden ORDER BY 1");
  }

  private void write(String region, int yearMonth, long personTimes) throws Exception {
    write(TestStatistics.of(region, yearMonth, personTimes));
  }

  private void write(String region, String programme, String cause, long personTimes)
      throws Exception {
    Statistic statistic = TestStatistics.of(region, 202403, personTimes);
    statistic.setProgramme(programme);
    statistic.setCause(cause);
    write(statistic);
  }

  private void write(Statistic statistic) throws Exception {
    TestTables.write(database, TestStatistics.record(offset++, statistic));
  }
}
