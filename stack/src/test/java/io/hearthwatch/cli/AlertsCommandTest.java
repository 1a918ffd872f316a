package io.hearthwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hearthwatch.io.tables.TestAlerts;
import io.hearthwatch.io.tables.TestDatabase;
import io.hearthwatch.io.tables.TestTables;
import io.hearthwatch.wire.CaseTransition;
import io.hearthwatch.wire.Hit;
import io.hearthwatch.wire.LimitUsed;
import io.hearthwatch.wire.Measured;
import io.hearthwatch.wire.RiskAlert;
import io.hearthwatch.wire.Text;
import io.hearthwatch.wire.Urgency;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.avro.Schema;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The command over five cases: three open, one withdrawn, one of them twice changed. */
class AlertsCommandTest {

  @TempDir static Path var;
  private static TestDatabase database;
  private static TestStack stack;

  @BeforeAll
  static void fill() throws Exception {
    database = TestDatabase.migrated("hearthwatch");
    stack = TestStack.withDatabase(var);
    RiskAlert yellow = TestAlerts.opened("h-0003");
    yellow.setRegisteredRegion("430102");
    yellow.setUrgency(Urgency.YELLOW);
    RiskAlert earlier = TestAlerts.opened("h-0004");
    earlier.setVisitBy(Instant.parse("2024-03-18T16:00:00Z"));
    TestTables.write(
        database,
        TestAlerts.opened("h-0001"),
        TestAlerts.raised("h-0001"),
        TestAlerts.opened("h-0002"),
        TestAlerts.ended(
            TestAlerts.opened("h-0002"), CaseTransition.WITHDRAWN, TestAlerts.DAY.plusDays(9)),
        yellow,
        earlier);
  }

  @ParameterizedTest
  @EnumSource
  void listsOpenCasesByUrgencyAndDeadline(Language language) throws Exception {
    stack.run("alerts", "--lang=" + language).isGolden("alerts." + language + ".txt");
  }

  @ParameterizedTest
  @EnumSource
  void listsEndedCasesToo(Language language) throws Exception {
    stack.run("alerts", "--all", "--lang=" + language).isGolden("alerts-all." + language + ".txt");
  }

  @ParameterizedTest
  @EnumSource
  void saysWhatIsLeftOut(Language language) throws Exception {
    stack
        .run("alerts", "--limit=1", "--lang=" + language)
        .isGolden("alerts-limit." + language + ".txt");
  }

  @ParameterizedTest
  @EnumSource
  void showsTheWholeCase(Language language) throws Exception {
    stack
        .run("alerts", "--case=case-h-0001", "--lang=" + language)
        .isGolden("alerts-case." + language + ".txt");
  }

  @ParameterizedTest
  @EnumSource
  void showsWhatAnEndedCaseWasAbout(Language language) throws Exception {
    stack
        .run("alerts", "--case=case-h-0002", "--lang=" + language)
        .isGolden("alerts-case-ended." + language + ".txt");
  }

  @Test
  void filters() {
    assertThat(cases("--region=3608")).containsExactly("h-0001", "h-0004");
    assertThat(cases("--region=43")).containsExactly("h-0003");
    assertThat(cases("--urgency=red,YELLOW")).containsExactly("h-0001", "h-0003");
    assertThat(cases("--category=shock")).containsExactly("h-0001");
    assertThat(cases("--category=medical,shock")).containsExactly("h-0001", "h-0004", "h-0003");
    assertThat(cases("--category=medical", "--region=3608", "--all"))
        .containsExactly("h-0001", "h-0004", "h-0002");
    assertThat(cases("--category=housing")).isEmpty();
    assertThat(stack.run("alerts", "--region=99", "--lang=en").out())
        .isEqualTo("No open case matches.\n");
  }

  private static List<String> cases(String... options) {
    List<String> words = new ArrayList<>(List.of("alerts", "--json"));
    Collections.addAll(words, options);
    TestStack.Printed printed = stack.run(words.toArray(String[]::new));
    assertThat(printed.err()).isEmpty();
    return printed.out().lines().map(line -> json(line).get("householdId").asText()).toList();
  }

  @Test
  void jsonHasEveryFieldOfTheContract() {
    JsonNode alert =
        json(stack.run("alerts", "--json", "--urgency=RED").out().lines().findFirst().get());

    List<String> expected = names(RiskAlert.getClassSchema());
    expected.add("appendedAt");
    assertThat(alert.fieldNames()).toIterable().containsExactlyElementsOf(expected);
    JsonNode hit = alert.get("hits").get(1);
    assertThat(hit.fieldNames())
        .toIterable()
        .containsExactlyElementsOf(names(Hit.getClassSchema()));
    assertThat(hit.get("measured").get(0).fieldNames())
        .toIterable()
        .containsExactlyElementsOf(names(Measured.getClassSchema()));
    assertThat(hit.get("limits").get(0).fieldNames())
        .toIterable()
        .containsExactlyElementsOf(names(LimitUsed.getClassSchema()));
    assertThat(hit.get("clears").fieldNames())
        .toIterable()
        .containsExactlyElementsOf(names(Text.getClassSchema()));
    assertThat(hit.get("records").toString())
        .isEqualTo("[\"6f1c2a3b4c5d6e7f\",\"f000000000000001\"]");
    assertThat(hit.get("measured").get(0).toString())
        .isEqualTo(
            "{\"indicator\":\"medical\",\"window\":\"months(12)\",\"fromDate\":\"2023-03-16\","
                + "\"toDate\":\"2024-03-15\",\"value\":3150050,\"unit\":\"fen\"}");
    assertThat(alert.get("visitBy").asText()).isEqualTo("2024-03-19T01:30:00Z");
    assertThat(alert.get("endedOn").isNull()).isTrue();
  }

  @Test
  void jsonOfACaseIsItsHistory() {
    assertThat(stack.run("alerts", "--json", "--case=case-h-0002").out().lines())
        .hasSize(2)
        .extracting(line -> json(line).get("transition").asText() + json(line).get("hits").size())
        .containsExactly("OPENED1", "WITHDRAWN0");
  }

  private static List<String> names(Schema schema) {
    return new ArrayList<>(schema.getFields().stream().map(Schema.Field::name).toList());
  }

  private static JsonNode json(String line) {
    try {
      return new ObjectMapper().readTree(line);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError(line, e);
    }
  }

  @Test
  void tellsEachNewChangeOnce() throws Exception {
    List<String> told = Collections.synchronizedList(new ArrayList<>());
    Database asked = new Database(database.jdbcUrl());
    AlertFollower follower =
        new AlertFollower(asked, new CaseFilter("51", List.of(), List.of(), false));
    follower.skipToEnd();
    AlertList list = new AlertList(Language.en);
    Thread following =
        new Thread(
            () -> {
              try {
                follower.follow(said -> told.add(list.line(said)), problem -> told.add(problem));
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    following.start();
    RiskAlert alert = TestAlerts.opened("h-5101");
    alert.setRegisteredRegion("510100");
    RiskAlert end = TestAlerts.ended(alert, CaseTransition.CLOSED, TestAlerts.DAY.plusDays(2));

    TestTables.write(database, alert, TestAlerts.opened("h-elsewhere"));
    await().atMost(Duration.ofSeconds(60)).until(() -> told.size() == 1);
    TestTables.write(database, alert, end);
    await().atMost(Duration.ofSeconds(60)).until(() -> told.size() == 2);
    following.interrupt();
    following.join();
    database.execute(
        "DELETE FROM hearthwatch.risk_case_change WHERE household_id IN ('h-5101', 'h-elsewhere')");

    assertThat(told)
        .containsExactly(
            "2024-03-15 16:00  opened     ORANGE  510100  h-5101  M02 Medical share of income"
                + "  visit by 2024-03-21 00:00  case-h-5101",
            "2024-03-15 16:00  closed     ORANGE  510100  h-5101  M02 Medical share of income"
                + "  case-h-5101");
  }

  @Test
  void waitsForACaseThatIsOnItsWay() throws Exception {
    RiskAlert alert = TestAlerts.opened("h-late");
    alert.setRegisteredRegion("520000");
    var found = CompletableFuture.supplyAsync(() -> cases("--region=52", "--wait=30"));
    await().during(Duration.ofMillis(500)).until(() -> !found.isDone());

    TestTables.write(database, alert);

    assertThat(found.get(30, TimeUnit.SECONDS)).containsExactly("h-late");
    database.execute("DELETE FROM hearthwatch.risk_case_change WHERE household_id = 'h-late'");
  }

  @Test
  void errorsAreOneLineThatSaysWhatToDo(@TempDir Path elsewhere) throws Exception {
    assertFails(stack.run("alerts", "--case=nothing"), "There is no case nothing;");
    assertFails(stack.run("alerts", "--case=case-h"), "Several cases begin with case-h;");
    assertFails(stack.run("alerts", "--limit=0"), "--limit must be at least 1");
    assertFails(stack.run("alerts", "--case=x", "--follow"), "choose one");
    assertFails(stack.run("alerts", "--urgency=PURPLE"), "PURPLE");
    assertFails(
        TestStack.at(elsewhere, 1).run("alerts"),
        "The database does not answer; run `hearthwatch up`.");
  }

  private static void assertFails(TestStack.Printed printed, String message) {
    assertThat(printed.exitCode()).isEqualTo(1);
    assertThat(printed.out()).isEmpty();
    assertThat(printed.err()).startsWith("hearthwatch: ").contains(message).hasLineCount(1);
  }
}
