package io.hearthwatch.io.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Plays every scenario of {@code policies/scenarios}, one test a file. */
class ScenarioTest {

  private static final int LEAST_SCENARIOS = 500;

  private static final Path SCENARIOS = Committed.POLICIES.resolve("scenarios");
  private static final Path RED_TWINS = Path.of("src", "test", "resources", "scenarios-wrong");

  @TestFactory
  Stream<DynamicTest> comesOutAsCalculated() {
    return files(SCENARIOS).stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    file.toUri(),
                    () -> {
                      List<String> differences = differences(file);
                      if (!differences.isEmpty()) {
                        fail(file.getFileName() + "\n  " + String.join("\n  ", differences));
                      }
                    }));
  }

  @Test
  void thereAreEnoughAndTheySpeakOfEveryRule() throws IOException {
    List<Path> files = files(SCENARIOS);
    assertThat(files).hasSizeGreaterThanOrEqualTo(LEAST_SCENARIOS);
    Set<String> firing = new HashSet<>();
    Set<String> titles = new HashSet<>();
    for (Path file : files) {
      Scenario scenario = ScenarioFile.read(file, Committed.BUNDLE);
      scenario.hits().forEach(hit -> firing.add(hit.rule()));
      assertThat(titles.add(scenario.title())).as(scenario.title() + " is there twice").isTrue();
    }
    Committed.BUNDLE.rules().forEach(rule -> assertThat(firing).contains(rule.id()));
  }

  @Test
  void aWrongExpectationIsReported() throws IOException {
    assertThat(differences(RED_TWINS.resolve("wrong-expectations.yaml")))
        .containsExactly(
            "wrong-expectations.yaml:13: M01 of anna urgency: expected RED, was ORANGE",
            "wrong-expectations.yaml:13: M01 of anna muted through: expected 2023-08-29, was null",
            "wrong-expectations.yaml:13: M01 of anna measure: expected 15000.00, was 15000.01",
            "wrong-expectations.yaml:13: M01 of anna measured member.medical:"
                + " expected 15000, was [15000.01]",
            "wrong-expectations.yaml:13: M01 of anna limit self-paid-medical-limit:"
                + " expected 10000, was [15000.00]",
            "wrong-expectations.yaml:13: M01 of anna records: expected 2, was 1",
            "wrong-expectations.yaml:13: M01 of anna notify:"
                + " expected [civil-affairs], was [civil-affairs, medical-insurance]",
            "wrong-expectations.yaml:22: Z01 did not fire",
            "M04 fired and was not expected: ORANGE, measured [medical days(30) = 15000.01,"
                + " medical days(60) = 15000.01], limits [medical-burst-lines = 10,"
                + " dibao-line-urban = 722.00, marginal-percent = 150]",
            "wrong-expectations.yaml:24: M01 could be assessed",
            "M04 of urgency could not be assessed: income-unknown 2023-04",
            "wrong-expectations.yaml:26: step 1: expected 2023-06-01 REOPENED RED,"
                + " was 2023-06-01 OPENED ORANGE",
            "wrong-expectations.yaml:26: step 1 visit by: expected 2023-06-02 12:00,"
                + " was 2023-06-06 23:59",
            "wrong-expectations.yaml:27: step 2 did not come");
  }

  @Test
  void aWrongProposalIsReported() throws IOException {
    assertThat(differences(RED_TWINS.resolve("wrong-proposal.yaml")))
        .containsExactly(
            "wrong-proposal.yaml:15: proposal of dibao variant: expected income, was grace",
            "wrong-proposal.yaml:15: proposal of dibao entitlement: expected unknown, was 500.00",
            "wrong-proposal.yaml:15: proposal of dibao measured graceMonth 2023-01-01..2023-07-01:"
                + " expected 4, was []",
            "wrong-proposal.yaml:15: proposal of dibao measured benefitBeforeGrace months(1):"
                + " expected 501, was [500.00]",
            "wrong-proposal.yaml:15: proposal of dibao limit grace-taper-percent:"
                + " expected 99, was [100]",
            "wrong-proposal.yaml:15: proposal of dibao records: expected 3, was 2");
  }

  private static List<String> differences(Path file) throws IOException {
    Scenario scenario = ScenarioFile.read(file, Committed.BUNDLE);
    return ScenarioDifference.between(scenario, ScenarioRun.of(scenario));
  }

  private static List<Path> files(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
