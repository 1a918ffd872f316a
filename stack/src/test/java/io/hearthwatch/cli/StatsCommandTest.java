package io.hearthwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hearthwatch.io.tables.TestDatabase;
import io.hearthwatch.io.tables.TestStatistics;
import io.hearthwatch.io.tables.TestTables;
import io.hearthwatch.wire.RegionBasis;
import io.hearthwatch.wire.Statistic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Figures that anybody can count: in October three grants in one county of Jiangxi; in November two
 * in another county of the same city, one in another city, and four in Hunan. Each is of 800 yuan,
 * paid at once; two people make a household.
 */
class StatsCommandTest {

  private static final String ALL = "ALL";
  private static final int OCTOBER = 202310;
  private static final int NOVEMBER = 202311;
  private static final String NOTHING =
      "Nothing is counted there in this month or before it in the year.\n";

  @TempDir static Path var;
  private static TestDatabase database;
  private static TestStack stack;
  private static long offset;

  @BeforeAll
  static void fill() throws Exception {
    database = TestDatabase.migrated("hearthwatch");
    stack = TestStack.withDatabase(var);
    for (String region : List.of(ALL, "36", "3608", "360802")) {
      cell(region, OCTOBER, 3, 3);
    }
    cell(ALL, NOVEMBER, 7, 10);
    cell("36", NOVEMBER, 3, 6);
    cell("3608", NOVEMBER, 2, 5);
    cell("360823", NOVEMBER, 2, 2);
    cell("3607", NOVEMBER, 1, 1);
    cell("360733", NOVEMBER, 1, 1);
    cell("43", NOVEMBER, 4, 4);
    cell("4301", NOVEMBER, 4, 4);
    cell("430102", NOVEMBER, 4, 4);
    programmesAndCauses();
    others();
  }

  private static void programmesAndCauses() throws Exception {
    cell(ALL, "dibao", ALL, NOVEMBER, RegionBasis.HELPED, 4, 4);
    cell(ALL, "temporary-relief", ALL, OCTOBER, RegionBasis.HELPED, 3, 3);
    cell(ALL, "temporary-relief", ALL, NOVEMBER, RegionBasis.HELPED, 3, 6);
    cell(ALL, ALL, "illness", NOVEMBER, RegionBasis.HELPED, 7, 7);
    cell(ALL, ALL, "job-loss", OCTOBER, RegionBasis.HELPED, 3, 3);
    cell(ALL, "temporary-relief", "job-loss", OCTOBER, RegionBasis.HELPED, 3, 3);
    cell("36", "temporary-relief", ALL, NOVEMBER, RegionBasis.HELPED, 3, 6);
    cell("36", ALL, "illness", NOVEMBER, RegionBasis.HELPED, 3, 3);
  }

  /** By registration one of Jiangxi was at home in Hunan; and what is of no November of 2023. */
  private static void others() throws Exception {
    cell(ALL, ALL, ALL, NOVEMBER, RegionBasis.REGISTERED, 7, 10);
    cell("36", ALL, ALL, NOVEMBER, RegionBasis.REGISTERED, 2, 5);
    cell("43", ALL, ALL, NOVEMBER, RegionBasis.REGISTERED, 5, 5);
    for (String region : List.of(ALL, "36", "51")) {
      cell(region, 202212, 90, 90);
      cell(region, 202312, 90, 100);
    }
    TestTables.write(
        database, TestStatistics.record(offset++, TestStatistics.ofDisaster("flood", "36")));
  }

  @Test
  void theNationIsOneLineForTheMonthAndOneForTheYear() {
    assertThat(csv()).containsExactly(month(ALL, 7), year(ALL, 10));
    assertThat(csv("--region=3608")).containsExactly(month("3608", 2), year("3608", 5));
  }

  @Test
  void regionsAreTheNextBelowOnly() {
    assertThat(csv("--by=region"))
        .containsExactly(month("36", 3), year("36", 6), month("43", 4), year("43", 4));
    assertThat(csv("--by=region", "--region=36"))
        .containsExactly(month("3607", 1), year("3607", 1), month("3608", 2), year("3608", 5));
  }

  /** A county of which nothing is told this month has its year all the same. */
  @Test
  void whatIsNotOfTheMonthStandsInTheYear() {
    assertThat(csv("--by=region", "--region=3608"))
        .containsExactly(
            month("360802", 0), year("360802", 3), month("360823", 2), year("360823", 2));
    assertThat(csv("--region=360802")).containsExactly(month("360802", 0), year("360802", 3));
  }

  @Test
  void aCountyIsAllThatThereIsOfIt() {
    assertThat(csv("--by=region", "--region=360823"))
        .containsExactly(month("360823", 2), year("360823", 2))
        .isEqualTo(csv("--region=360823"));
  }

  @Test
  void programmesAndCausesAreThoseOfAllTogether() {
    assertThat(csv("--by=programme"))
        .containsExactly(
            month("dibao", 4),
            year("dibao", 4),
            month("temporary-relief", 3),
            year("temporary-relief", 6));
    assertThat(csv("--by=cause"))
        .containsExactly(
            month("illness", 7), year("illness", 7), month("job-loss", 0), year("job-loss", 3));
    assertThat(csv("--by=programme", "--region=36"))
        .containsExactly(month("temporary-relief", 3), year("temporary-relief", 6));
    assertThat(csv("--by=cause", "--region=36"))
        .containsExactly(month("illness", 3), year("illness", 3));
  }

  @Test
  void countsByTheRegionOfRegistrationWhereAsked() {
    assertThat(csv("--by=region", "--counted=registered"))
        .containsExactly(month("36", 2), year("36", 5), month("43", 5), year("43", 5));
    assertThat(csv("--by=region", "--counted=helped")).isEqualTo(csv("--by=region"));
  }

  @Test
  void jsonHasMoneyInFen() throws Exception {
    List<String> lines =
        out("stats", "--month=2023-11", "--by=region", "--region=36", "--json").lines().toList();
    assertThat(lines).hasSize(2);
    JsonNode jian = new ObjectMapper().readTree(lines.get(1));
    assertThat(jian.get("name").asText()).isEqualTo("3608");
    assertThat(jian.get("month").asText()).isEqualTo("2023-11");
    assertThat(jian.get("counted").toString())
        .isEqualTo(
            "{\"personTimes\":2,\"persons\":2,\"households\":1,\"grantedFen\":160000,"
                + "\"paidFen\":160000,\"takenIn\":0,\"exits\":0}");
    assertThat(jian.get("yearToDate").get("paidFen").asLong()).isEqualTo(400_000);
    assertThat(jian.get("adjusted").get("paidFen").asLong()).isZero();
  }

  @Test
  void aTableHasMoneyInYuan() {
    assertThat(out("stats", "--month=2023-11", "--lang=en").lines())
        .map(line -> line.strip().replaceAll(" +", " "))
        .containsExactly(
            "PERSON-TIMES PEOPLE HOUSEHOLDS GRANTED PAID TAKEN IN EXITS",
            "all 2023-11 7 7 4 5,600.00 5,600.00 0 0",
            "year to date 10 10 5 8,000.00 8,000.00 0 0");
  }

  @Test
  void nothingIsSaidToBeNothing() {
    for (String nowhere : List.of("--region=51", "--region=99", "--region=")) {
      assertThat(out("stats", "--month=2023-11", "--lang=en", nowhere)).isEqualTo(NOTHING);
    }
    assertThat(out("stats", "--month=2023-09", "--lang=en", "--by=region")).isEqualTo(NOTHING);
    assertThat(csv("--region=51")).isEmpty();
    assertThat(out("stats", "--month=2023-11", "--region=51", "--json")).isEmpty();
  }

  @Test
  void errorsAreOneLineThatSaysWhatToDo(@TempDir Path elsewhere) throws Exception {
    stack.run("stats", "--month=2023-13").isRefusedWith("--month must be a month such as 2023-11");
    stack.run("stats").isRefusedWith("--month=YYYY-MM");
    stack.run("stats", "--month=2023-11", "--csv", "--json").isRefusedWith("--csv");
    stack.run("stats", "--month=2023-11", "--by=village").isRefusedWith("village");
    TestStack.at(elsewhere, 1)
        .run("stats", "--month=2023-11")
        .isRefusedWith("The database does not answer; run `hearthwatch up`.");
  }

  /** The lines of November as CSV, without the heading. */
  private static List<String> csv(String... options) {
    List<String> words = new ArrayList<>(List.of("stats", "--month=2023-11", "--csv"));
    Collections.addAll(words, options);
    List<String> lines = out(words.toArray(String[]::new)).lines().toList();
    assertThat(lines)
        .first()
        .isEqualTo("name,period,personTimes,persons,households,grantedFen,paidFen,takenIn,exits");
    return lines.subList(1, lines.size());
  }

  private static String out(String... words) {
    TestStack.Printed printed = stack.run(words);
    assertThat(printed.err()).isEmpty();
    assertThat(printed.exitCode()).isZero();
    return printed.out();
  }

  private static String month(String name, long grants) {
    return line(name, "2023-11", grants);
  }

  private static String year(String name, long grants) {
    return line(name, "year-to-date", grants);
  }

  private static String line(String name, String period, long grants) {
    long fen = grants * 80_000;
    return "%s,%s,%d,%d,%d,%d,%d,0,0"
        .formatted(name, period, grants, grants, (grants + 1) / 2, fen, fen);
  }

  private static void cell(String region, int month, long grants, long inTheYear) throws Exception {
    cell(region, ALL, ALL, month, RegionBasis.HELPED, grants, inTheYear);
  }

  private static void cell(
      String region,
      String programme,
      String cause,
      int month,
      RegionBasis basis,
      long grants,
      long inTheYear)
      throws Exception {
    Statistic statistic = TestStatistics.of(region, month, grants);
    statistic.setProgramme(programme);
    statistic.setCause(cause);
    statistic.setBasis(basis);
    statistic.setYearToDate(TestStatistics.figures(inTheYear));
    TestTables.write(database, TestStatistics.record(offset++, statistic));
  }
}
