package io.hearthwatch.cli.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The year 2023 through the running stack: after repetitions, voids and corrections the grants and
 * payments come to the totals that they were made for, to the fen, at every level of the regions
 * and by both ways to count; with other targets and another seed to those.
 */
class NationalReliefIT {

  /** Sums over the cells of one level: all programmes and causes, the year through December. */
  private static final String LEVELS =
      """
      SELECT basis, length(region), sum(person_times), sum(granted_fen), sum(paid_fen)
      FROM hearthwatch.statistics_by_region_and_month
      WHERE programme = 'ALL' AND cause = 'ALL' AND month BETWEEN '2023-01-01' AND '2023-12-01'
      GROUP BY basis, length(region) ORDER BY 1, 2
      """;

  private static final String DISASTERS =
      """
      SELECT basis, length(region), sum(person_times), sum(granted_fen), sum(paid_fen)
      FROM hearthwatch.statistics_by_disaster GROUP BY basis, length(region) ORDER BY 1, 2
      """;

  /** One fen too much in one cell, and what it says then. */
  private static final String A_FEN_TOO_MUCH =
      """
      UPDATE hearthwatch.assistance_statistic SET paid_fen = paid_fen + 1
      WHERE region = 'ALL' AND programme = 'ALL' AND cause = 'ALL' AND disaster_id = ''
        AND year_month = 202312 AND basis = 'HELPED'
      RETURNING paid_fen
      """;

  @TempDir private Path folder;

  @Test
  void aFourHundredthOfTheYearComesToItsTotals() throws Exception {
    check(7, 3_170, "1525000.00");
  }

  @Test
  @Tag("exhaustive")
  void theYearComesToThePublishedTotals() throws Exception {
    check(1, 1_268_000, "610000000.00");
  }

  private void check(long seed, long personTimes, String yuan) throws Exception {
    long fen = Long.parseLong(yuan.replace(".", ""));
    try (RunningStack stack = new RunningStack(folder.resolve("var"));
        Connection database = DriverManager.getConnection(stack.addresses().jdbcUrl())) {
      stack.command(
          "simulate",
          "--scenario=national-2023",
          "--seed=" + seed,
          "--person-times=" + personTimes,
          "--funds=" + yuan);
      List<String> expected = new ArrayList<>();
      for (String basis : List.of("HELPED", "REGISTERED")) {
        // Provinces, the nation (ALL has three letters), cities, counties.
        for (int digits : new int[] {2, 3, 4, 6}) {
          expected.add("%s %d %d %d %d".formatted(basis, digits, personTimes, fen, fen));
        }
      }
      await()
          .atMost(Duration.ofMinutes(30))
          .pollInterval(Duration.ofSeconds(1))
          .untilAsserted(
              () -> {
                assertThat(rows(database, LEVELS)).isEqualTo(expected);
                assertThat(rows(database, DISASTERS)).isEqualTo(expected);
              });
      assertThat(stack.command("stats", "--month=2023-12", "--lang=en", "--csv"))
          .contains("ALL,year-to-date," + personTimes + ",")
          .contains("," + fen + "," + fen + ",0,0");
      people(database, personTimes);
      assertThat(stack.command("reconcile", "--lang=en"))
          .contains("Everything agrees, to the fen.");
      aFenTooMuchIsNamed(stack, database);
    }
  }

  /** Red twin: the topic is held against the database before anything else. */
  private static void aFenTooMuchIsNamed(RunningStack stack, Connection database)
      throws SQLException {
    List<String> wrong = rows(database, A_FEN_TOO_MUCH);
    assertThat(wrong).hasSize(1);
    long fen = Long.parseLong(wrong.get(0));
    assertThat(stack.fails(1, "reconcile", "--lang=en").lines())
        .containsSequence(
            "Different: ALL ALL ALL 202312 HELPED",
            "  topic: paid_fen = " + (fen - 1),
            "  database: paid_fen = " + fen)
        .doesNotContain("Everything agrees, to the fen.");
  }

  /**
   * People of a province are no more than those of its counties together, and no fewer than of one.
   */
  private static void people(Connection database, long personTimes) throws SQLException {
    List<String> people =
        rows(
            database,
            """
            SELECT count(*) FILTER (WHERE of_counties < persons OR greatest_county > persons),
                   sum(persons), count(*)
            FROM (
              SELECT p.persons, sum(c.persons) AS of_counties, max(c.persons) AS greatest_county
              FROM hearthwatch.statistics_by_region_and_month p
              JOIN hearthwatch.statistics_by_region_and_month c
                ON c.month = p.month AND c.basis = p.basis AND c.programme = 'ALL' AND c.cause = 'ALL'
                AND length(c.region) = 6 AND starts_with(c.region, p.region)
              WHERE length(p.region) = 2 AND p.programme = 'ALL' AND p.cause = 'ALL'
              GROUP BY p.region, p.month, p.basis, p.persons) provinces
            """);
    String[] said = people.get(0).split(" ");
    assertThat(said[0]).as("provinces with too many or too few people").isEqualTo("0");
    assertThat(Long.parseLong(said[1])).as("people").isBetween(personTimes, 2 * personTimes - 1);
  }

  private static List<String> rows(Connection database, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      int columns = row.getMetaData().getColumnCount();
      while (row.next()) {
        StringBuilder line = new StringBuilder(row.getString(1));
        for (int i = 2; i <= columns; i++) {
          line.append(' ').append(row.getString(i));
        }
        rows.add(line.toString());
      }
    }
    return rows;
  }
}
