package io.hearthwatch.io.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.domain.policy.Parameter;
import io.hearthwatch.domain.policy.PolicyBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Holds the scenarios to both sides of each date on which a parameter changes: were its entry in
 * force a day later, or a day earlier, a scenario would no longer come out as calculated.
 */
class DatedParametersTest {

  /** What holds from then on is meant to hold always. */
  private static final int ALWAYS = (int) LocalDate.of(2000, 1, 1).toEpochDay();

  /** Those of other countries have letters. */
  private static final String CHINA = "[0-9]*";

  private static final Map<Path, Scenario> SCENARIOS = new TreeMap<>();

  private record Change(Parameter parameter, Parameter.Entry entry) {

    @Override
    public String toString() {
      return "%s of '%s' from %s"
          .formatted(parameter.id(), entry.regionPrefix(), LocalDate.ofEpochDay(entry.fromDay()));
    }
  }

  @BeforeAll
  static void readScenarios() throws IOException {
    try (Stream<Path> files = Files.list(Committed.POLICIES.resolve("scenarios"))) {
      for (Path file : files.toList()) {
        SCENARIOS.put(file, ScenarioFile.read(file, Committed.BUNDLE));
      }
    }
  }

  @Test
  void aScenarioStandsOnBothSidesOfEachDate() throws IOException {
    List<Change> changes = changes();
    assertThat(changes).hasSizeGreaterThanOrEqualTo(28);
    assertThat(unseen(changes, SCENARIOS)).isEmpty();
  }

  /** Red twin. */
  @Test
  void aSideWithoutScenarioIsReported() throws IOException {
    List<Change> zhuhai =
        changes().stream().filter(change -> change.entry().regionPrefix().equals("4404")).toList();
    assertThat(unseen(zhuhai, without("m04-zhuhai-line-on-the-day.yaml")))
        .containsExactly(
            "dibao-line-urban of '4404' from 2023-01-01: no scenario as of its day shows it");
    assertThat(unseen(zhuhai, without("m04-zhuhai-line-day-before.yaml")))
        .containsExactly(
            "dibao-line-urban of '4404' from 2023-01-01:"
                + " no scenario as of the day before shows it");
  }

  private static Map<Path, Scenario> without(String name) {
    Map<Path, Scenario> others = new TreeMap<>(SCENARIOS);
    assertThat(others.keySet().removeIf(file -> file.endsWith(name))).as(name).isTrue();
    return others;
  }

  private static List<Change> changes() {
    return Committed.BUNDLE.parameters().values().stream()
        .flatMap(one -> one.entries().stream().map(entry -> new Change(one, entry)))
        .filter(change -> change.entry().fromDay() > ALWAYS)
        .filter(change -> change.entry().regionPrefix().matches(CHINA))
        .toList();
  }

  private static List<String> unseen(List<Change> changes, Map<Path, Scenario> scenarios)
      throws IOException {
    List<String> unseen = new ArrayList<>();
    for (Change change : changes) {
      int first = change.entry().fromDay();
      if (!isSeen(moved(change, first + 1), change, first, scenarios)) {
        unseen.add(change + ": no scenario as of its day shows it");
      }
      if (!isSeen(moved(change, first - 1), change, first - 1, scenarios)) {
        unseen.add(change + ": no scenario as of the day before shows it");
      }
    }
    return unseen;
  }

  /** Whether a scenario of the region, as of the day, comes out otherwise by other policies. */
  private static boolean isSeen(
      PolicyBundle otherwise, Change change, int day, Map<Path, Scenario> scenarios)
      throws IOException {
    for (Map.Entry<Path, Scenario> one : scenarios.entrySet()) {
      if (one.getValue().asOf().toEpochDay() == day && isOf(one.getValue(), change)) {
        Scenario scenario = ScenarioFile.read(one.getKey(), otherwise);
        if (!ScenarioDifference.between(scenario, ScenarioRun.of(scenario)).isEmpty()) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isOf(Scenario scenario, Change change) {
    return scenario.events().stream()
        .anyMatch(event -> event.registeredRegion().startsWith(change.entry().regionPrefix()));
  }

  private static PolicyBundle moved(Change change, int day) {
    Parameter parameter = change.parameter();
    List<Parameter.Entry> entries = new ArrayList<>(parameter.entries());
    Parameter.Entry entry = change.entry();
    entries.remove(entry);
    entries.add(new Parameter.Entry(entry.regionPrefix(), day, entry.value(), entry.source()));
    PolicyBundle committed = Committed.BUNDLE;
    Map<String, Parameter> parameters = new HashMap<>(committed.parameters());
    parameters.put(
        parameter.id(),
        new Parameter(
            parameter.id(), parameter.unit(), parameter.title(), parameter.question(), entries));
    return Committed.with(committed, parameters);
  }
}
