package io.hearthwatch.cli.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hearthwatch.io.policy.PolicyFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the stories say is what alerts, their evidence and {@code household} say. */
class StoriesIT {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A household and the county or city of its alerts. */
  private record Home(String id, String region) {}

  private static final Home XIAJIANG = new Home("story-1-xiajiang", "360823");
  private static final Home HANGZHOU = new Home("story-2-hangzhou", "3301");
  private static final Home A_FLOODED_HOME = new Home("story-3-longwangmiao-001", "130425");
  private static final Home HUIMIN = new Home("story-4-huimin", "371621");

  @TempDir private Path folder;

  @Test
  void everyStoryIsToldByItsAlerts() throws Exception {
    try (RunningStack stack = new RunningStack(folder.resolve("var"), "--simulated")) {
      // The last month day by day, or its departments would be read one before the other.
      stack.command("simulate", "--households=1", "--months=14", "--past=13", "--speed=5");
      bigBills(stack, XIAJIANG);
      reclassified(stack, HANGZHOU);
      floodedVillage(stack);
      onHerOwnFeet(stack, HUIMIN);
      whatIf(stack);
      // Red twins: what is true of one story is true of no other.
      for (Home other : List.of(HANGZHOU, HUIMIN, A_FLOODED_HOME)) {
        assertThatThrownBy(() -> bigBills(stack, other)).isInstanceOf(AssertionError.class);
      }
      for (Home other : List.of(XIAJIANG, HUIMIN, A_FLOODED_HOME)) {
        assertThatThrownBy(() -> reclassified(stack, other)).isInstanceOf(AssertionError.class);
      }
      for (Home other : List.of(XIAJIANG, HANGZHOU, A_FLOODED_HOME)) {
        assertThatThrownBy(() -> onHerOwnFeet(stack, other)).isInstanceOf(AssertionError.class);
      }
      stack.awaitFigures();
      await()
          .atMost(Duration.ofMinutes(2))
          .pollInterval(Duration.ofSeconds(1))
          .untilAsserted(() -> new StoriesGiven(stack).isAsTheyTell());
    }
  }

  /**
   * Three bills, 49,500 yuan self-paid: RED at the first, and referred to both departments; 30,000
   * of aid leave 19,500.
   */
  private static void bigBills(RunningStack stack, Home home) throws Exception {
    JsonNode opened = firstSaid(stack, home, "M04");
    assertThat(opened.path("urgency").asText()).isEqualTo("RED");
    assertThat(opened.path("asOf").asText()).isEqualTo("2023-12-04");
    assertThat(rules(opened, "ruleId")).containsKeys("M01", "M02", "M04", "R01", "R04");
    assertThat(rules(opened, "ruleId").get("M04").path("measure").asLong()).isEqualTo(18_900_00);
    assertThat(rules(opened, "ruleId").get("M04").path("recordCount").asInt()).isPositive();
    for (String rule : List.of("M01", "M04")) {
      assertThat(texts(rules(opened, "ruleId").get(rule).path("notify")))
          .as("told by %s", rule)
          .containsExactlyInAnyOrder("civil-affairs", "medical-insurance");
    }
    assertThat(texts(rules(opened, "ruleId").get("M02").path("notify")))
        .containsExactly("medical-insurance");
    JsonNode referred = rules(firstSaid(stack, home, "V01"), "ruleId").get("V01");
    assertThat(texts(referred.path("notify"))).containsExactly("rural-revitalisation");

    JsonNode now = household(stack, home.id);
    assertThat(texts(now.path("classes"))).containsExactlyInAnyOrder("dibao", "monitored");
    Map<String, JsonNode> hits = rules(now, "rule");
    // Nothing says that it earns too much for its dibao, or that somebody is not insured.
    assertThat(hits)
        .doesNotContainKeys("R01", "P01", "P03", "C04", "M06")
        .containsKeys("M01", "M02", "M04", "R04", "V01");
    assertThat(now.path("proposal").path("entitlementFen").asLong()).isEqualTo(300_00);
    assertThat(hits.get("M01").path("measure").asLong()).isEqualTo(19_500_00);
    assertThat(hits.get("M01").path("limits").get(0).path("value").asLong()).isEqualTo(5_000_00);
    assertThat(stack.command("household", home.id, "--lang=en"))
        .contains("What happened")
        .containsPattern("1  2023-12-04  opened +RED ");
    bothReferralsAreKnown(stack, home);
  }

  /**
   * Medical insurance is done and owes nothing; rural revitalisation has accepted, and two months
   * later it would owe a result if it had told of January.
   */
  private static void bothReferralsAreKnown(RunningStack stack, Home home) throws Exception {
    JsonNode later = household(stack, home.id, "--as-of=2024-02-29");
    assertThat(rules(later, "rule")).doesNotContainKey("P03");
    List<JsonNode> unknown = new ArrayList<>();
    later.path("notAssessable").forEach(unknown::add);
    assertThat(unknown)
        .filteredOn(of -> of.path("about").asText().equals("P03"))
        .singleElement()
        .satisfies(of -> assertThat(of.path("code").asText()).isEqualTo("source-incomplete"))
        .satisfies(of -> assertThat(of.path("detail").asText()).isEqualTo("rural-revitalisation"));
  }

  /**
   * The husband's earnings collapse first, then the bills weigh; dibao takes the place of marginal.
   */
  private static void reclassified(RunningStack stack, Home home) throws Exception {
    JsonNode opened = firstSaid(stack, home, "I03");
    assertThat(opened.path("urgency").asText()).isEqualTo("ORANGE");

    JsonNode now = household(stack, home.id);
    assertThat(texts(now.path("classes"))).containsExactly("dibao");
    Map<String, JsonNode> hits = rules(now, "rule");
    assertThat(hits).containsKeys("M01", "R04");
    assertThat(hits.get("M01").path("measure").asLong()).isEqualTo(13_000_00);
    // Of its 2,344.00 a month that part which rests on a published line: 3 x 1,245 - 2,091.
    JsonNode proposal = now.path("proposal");
    assertThat(proposal.path("class").asText()).isEqualTo("dibao");
    assertThat(proposal.path("variant").asText()).isEqualTo("income");
    assertThat(proposal.path("regionPrefix").asText()).isEqualTo("3301");
    assertThat(proposal.path("entitlementFen").asLong()).isEqualTo(1_644_00);
  }

  private static void floodedVillage(RunningStack stack) throws Exception {
    // Of the changes, not of the cases as they stand: after ninety days other rules say less. Of
    // Z02 and Z03 there is none, for nobody was lost between two departments.
    Map<String, Set<String>> struck =
        StoriesGiven.sets(
            stack,
            """
            SELECT h.rule_id, c.household_id
            FROM hearthwatch.risk_case_change c
            JOIN hearthwatch.risk_hit h USING (change_id)
            WHERE (h.rule_id = 'Z01' AND h.urgency = 'RED' OR h.rule_id IN ('Z02', 'Z03'))
              AND c.registered_region LIKE '130425%'
            """);
    assertThat(struck).isEqualTo(Map.of("Z01", StoriesGiven.village(145)));
    for (String id : List.of("story-3-longwangmiao-001", "story-3-longwangmiao-238")) {
      assertThat(texts(household(stack, id).path("classes"))).containsExactly("dibao");
    }
  }

  /**
   * An illness that is ORANGE for others is RED for her, because she left dibao four months ago.
   */
  private static void onHerOwnFeet(RunningStack stack, Home home) throws Exception {
    JsonNode opened = firstSaid(stack, home, "M04");
    assertThat(opened.path("urgency").asText()).isEqualTo("RED");
    Map<String, JsonNode> hits = rules(opened, "ruleId");
    assertThat(hits).containsKeys("C06", "M04");
    assertThat(hits.get("M04").path("raisedBy").asText()).isEqualTo("C06");
    assertThat(hits.get("M04").path("measure").asLong()).isEqualTo(7_000_00);

    JsonNode proposal = household(stack, home.id).path("proposal");
    assertThat(proposal.path("class").asText()).isEqualTo("dibao");
    assertThat(proposal.path("variant").asText()).isEqualTo("grace");
    JsonNode month = proposal.path("measured").get(0);
    assertThat(month.path("indicator").asText()).isEqualTo("graceMonth");
    assertThat(month.path("from").asText()).isEqualTo("2023-08-06");
    assertThat(month.path("to").asText()).isEqualTo("2024-02-05");
    assertThat(month.path("value").asLong())
        .as("of six months the one since 6 December")
        .isEqualTo(5);
  }

  /**
   * Of story 2 costs were over the limit for dibao and are not over five times as much; story 1 is
   * monitored too, and of its limits the lowest counts.
   */
  private void whatIf(RunningStack stack) throws Exception {
    Path policies = Path.of("..", "policies");
    PolicyFiles files = PolicyFiles.ofDirectory(policies);
    for (Map.Entry<String, String> file : files.contents().entrySet()) {
      Path copy = folder.resolve("what-if").resolve(file.getKey());
      Files.createDirectories(copy.getParent());
      boolean limit = file.getKey().equals("parameters/self-paid-medical-limit.yaml");
      Files.writeString(
          copy, limit ? file.getValue().replace("dibao: 5000", "dibao: 25000") : file.getValue());
    }
    Path csv = folder.resolve("what-if.csv");
    String said =
        stack.command(
            "policy",
            "whatif",
            "--policies=" + folder.resolve("what-if"),
            "--lang=en",
            "--csv=" + csv);
    assertThat(said)
        .containsPattern("M01 High self-paid medical by class, no longer hit \\(of \\d+, these")
        .contains("story-2-hangzhou  330106  subsistence allowance (dibao)")
        .contains("the member's self-paid medical 13,000.00")
        .doesNotContain("story-1-xiajiang");
    assertThat(Files.readString(csv))
        .contains(",M01,no_longer_hit,330106,dibao,1,,,")
        .doesNotContain(",M01,no_longer_hit,360823,");
  }

  /** The first change of any of its cases that says a rule. */
  private static JsonNode firstSaid(RunningStack stack, Home home, String rule) throws Exception {
    List<JsonNode> changes = new ArrayList<>();
    for (JsonNode said : alerts(stack, "--region=" + home.region, "--all")) {
      if (said.path("householdId").asText().equals(home.id)) {
        changes.addAll(
            lines(stack.command("alerts", "--json", "--case=" + said.path("caseId").asText())));
      }
    }
    return changes.stream()
        .filter(change -> rules(change, "ruleId").containsKey(rule))
        .min(
            Comparator.comparing((JsonNode change) -> change.path("asOf").asText())
                .thenComparing(change -> change.path("sequence").asInt()))
        .orElseThrow(() -> new AssertionError(home.id + " was never told of by " + rule));
  }

  private static List<JsonNode> alerts(RunningStack stack, String... filter) throws Exception {
    List<String> words = new ArrayList<>(List.of("alerts", "--json", "--wait=30"));
    words.addAll(List.of(filter));
    return lines(stack.command(words.toArray(String[]::new)));
  }

  private static JsonNode household(RunningStack stack, String id, String... options)
      throws Exception {
    List<String> words = new ArrayList<>(List.of("household", "--json", id));
    words.addAll(List.of(options));
    return lines(stack.command(words.toArray(String[]::new))).get(0);
  }

  private static Map<String, JsonNode> rules(JsonNode node, String name) {
    Map<String, JsonNode> rules = new TreeMap<>();
    node.path("hits").forEach(hit -> rules.put(hit.path(name).asText(), hit));
    return rules;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(node -> texts.add(node.asText()));
    return texts;
  }

  private static List<JsonNode> lines(String out) throws Exception {
    List<JsonNode> nodes = new ArrayList<>();
    for (String line : out.lines().filter(text -> text.startsWith("{")).toList()) {
      nodes.add(JSON.readTree(line));
    }
    return nodes;
  }
}
