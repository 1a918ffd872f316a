package io.hearthwatch.cli.real;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the households of the stories are given, as statements and figures say it to the fen. */
final class StoriesGiven {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String RURAL_LINE =
      "policy  Rural dibao line 542.00 a month, since 2022-04-01 (the nation)";

  private final RunningStack stack;

  StoriesGiven(RunningStack stack) {
    this.stack = stack;
  }

  void isAsTheyTell() throws Exception {
    figuresOfTheVillage();
    nobodyIsLostOnTheWay();
    bigBills();
    reclassified();
    onHerOwnFeet();
  }

  /**
   * 238 households of 595 people: 20 yuan a head and day for 15 days and then by the month, and 142
   * a month of dibao. All of it is granted to households and names nobody, so no people are
   * counted.
   */
  private void figuresOfTheVillage() throws Exception {
    Map<String, JsonNode> july = figures("2023-07", "disaster-emergency", "disaster-transition");
    assertGranted(july.get("disaster-emergency"), 178_500_00);
    assertGranted(july.get("disaster-transition"), 357_000_00);
    Map<String, JsonNode> october = figures("2023-10", "dibao");
    assertGranted(october.get("dibao"), 84_490_00);
    assertThat(october.get("dibao").path("takenIn").asLong()).isEqualTo(238);
  }

  private static void assertGranted(JsonNode figures, long fen) {
    assertThat(figures.path("personTimes").asLong()).as("person-times").isEqualTo(238);
    assertThat(figures.path("persons").asLong()).as("people who were named").isZero();
    assertThat(figures.path("households").asLong()).as("households").isEqualTo(238);
    assertThat(figures.path("grantedFen").asLong()).as("granted").isEqualTo(fen);
    assertThat(figures.path("paidFen").asLong()).as("paid").isEqualTo(fen);
  }

  /**
   * The same households get emergency help, transition help and dibao, and each month something.
   */
  private void nobodyIsLostOnTheWay() throws SQLException {
    String village = " FROM hearthwatch.statement_line WHERE newest AND region LIKE '130425%'";
    assertThat(sets(stack, "SELECT programme, household_id" + village + " AND grants > 0"))
        .containsOnlyKeys("disaster-emergency", "disaster-transition", "dibao")
        .allSatisfy((programme, got) -> assertThat(got).isEqualTo(village(238)));
    assertThat(
            sets(
                stack,
                "SELECT to_char(month, 'YYYY-MM'), household_id" + village + " AND paid_fen > 0"))
        .containsOnlyKeys("2023-07", "2023-08", "2023-09", "2023-10", "2023-11", "2023-12")
        .allSatisfy((month, got) -> assertThat(got).isEqualTo(village(238)));
  }

  private void bigBills() {
    assertThat(statement("story-1-xiajiang", "2023-12"))
        .containsPattern(line("subsistence allowance (dibao)", "civil-affairs", "300.00", "0.00"))
        .contains(RURAL_LINE)
        .contains(
            "new this month; class changed from monitored against return to poverty"
                + " to subsistence allowance (dibao), monitored against return to poverty")
        .containsPattern(line("medical aid", "medical-insurance", "30,000.00", "0.00"))
        .containsPattern("total +30,300\\.00 +30,300\\.00 +0\\.00");
  }

  private void reclassified() {
    assertThat(statement("story-2-hangzhou", "2023-12"))
        .containsPattern(line("subsistence allowance (dibao)", "civil-affairs", "1,644.00", "0.00"))
        .contains("policy  Urban dibao line 1,245.00 a month, since 2023-07-01 (3301)")
        .contains("new this month; class changed from marginal to subsistence allowance (dibao)")
        .containsPattern(line("education aid", "education", "300.00", "0.00"))
        .containsPattern(line("housing aid", "housing", "400.00", "0.00"))
        .containsPattern("total +2,344\\.00 +2,344\\.00 +0\\.00");
  }

  /** What is left of her dibao from month to month; the class stays, for it is phased out. */
  private void onHerOwnFeet() {
    String[] paid = {"184.00", "150.00", "120.00", "90.00", "60.00"};
    for (int i = 0; i < paid.length; i++) {
      assertThat(statement("story-4-huimin", "2023-%02d".formatted(8 + i)))
          .contains("class subsistence allowance (dibao)")
          .containsPattern(
              line(
                  "subsistence allowance (dibao)",
                  "civil-affairs",
                  paid[i],
                  i == 0 ? "0.00" : paid[i - 1]))
          .contains(RURAL_LINE);
    }
    assertThat(statement("story-4-huimin", "2023-12"))
        .contains("in all 30.00 less than last month");
  }

  /** A line of a statement; grants stand only in their own month. */
  private static String line(String programme, String department, String paid, String before) {
    String granted = before.equals("0.00") ? paid : "0.00";
    return "\\Q%s\\E +%s +household +\\Q%s\\E +\\Q%s\\E +\\Q%s\\E"
        .formatted(programme, department, granted, paid, before);
  }

  private String statement(String household, String month) {
    return stack.command("statement", household, "--month=" + month, "--lang=en");
  }

  private Map<String, JsonNode> figures(String month, String... programmes) throws Exception {
    Map<String, JsonNode> byProgramme = new TreeMap<>();
    String said =
        stack.command("stats", "--region=130425", "--month=" + month, "--by=programme", "--json");
    for (String line : said.lines().filter(text -> text.startsWith("{")).toList()) {
      JsonNode row = JSON.readTree(line);
      byProgramme.put(row.path("name").asText(), row.path("counted"));
    }
    assertThat(byProgramme).containsKeys(programmes);
    return byProgramme;
  }

  /** The first households of the village. */
  static Set<String> village(int households) {
    return IntStream.rangeClosed(1, households)
        .mapToObj("story-3-longwangmiao-%03d"::formatted)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What a query says in its second column, by its first. */
  static Map<String, Set<String>> sets(RunningStack stack, String query) throws SQLException {
    Map<String, Set<String>> sets = new TreeMap<>();
    try (Connection database = DriverManager.getConnection(stack.addresses().jdbcUrl());
        Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        sets.computeIfAbsent(rows.getString(1), key -> new TreeSet<>()).add(rows.getString(2));
      }
    }
    return sets;
  }
}
