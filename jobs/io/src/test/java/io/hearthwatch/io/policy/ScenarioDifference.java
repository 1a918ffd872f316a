package io.hearthwatch.io.policy;

import io.hearthwatch.domain.alert.CaseChange;
import io.hearthwatch.domain.rule.Assessment;
import io.hearthwatch.domain.rule.ClassProposal;
import io.hearthwatch.domain.rule.Hit;
import io.hearthwatch.domain.rule.LimitUsed;
import io.hearthwatch.domain.rule.Measured;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** Says in words where an outcome differs from what was calculated by hand. */
final class ScenarioDifference {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ScenarioEvents.ZONE);

  private final Scenario scenario;
  private final ScenarioRun.Outcome outcome;
  private final List<String> differences = new ArrayList<>();

  private ScenarioDifference(Scenario scenario, ScenarioRun.Outcome outcome) {
    this.scenario = scenario;
    this.outcome = outcome;
  }

  /** Every difference in a line of its own; empty where there is none. */
  static List<String> between(Scenario scenario, ScenarioRun.Outcome outcome) {
    ScenarioDifference difference = new ScenarioDifference(scenario, outcome);
    difference.hits();
    difference.notAssessable();
    if (scenario.proposal() != null) {
      difference.proposal(scenario.proposal(), outcome.proposal());
    }
    if (scenario.steps() != null) {
      difference.steps();
    }
    return difference.differences;
  }

  private boolean compared(String rule) {
    return scenario.about().isEmpty() || scenario.about().contains(rule);
  }

  private void hits() {
    List<Hit> unexpected =
        new ArrayList<>(
            outcome.assessment().hits().stream().filter(hit -> compared(hit.ruleId())).toList());
    for (Scenario.ExpectedHit expected : scenario.hits()) {
      Optional<Hit> found =
          unexpected.stream()
              .filter(hit -> hit.ruleId().equals(expected.rule()))
              .filter(hit -> hit.subject().equals(expected.subject()))
              .findFirst();
      if (found.isEmpty()) {
        differences.add(expected.place() + ": " + name(expected) + " did not fire");
      } else {
        unexpected.remove(found.get());
        compare(expected, found.get());
      }
    }
    for (Hit hit : unexpected) {
      differences.add(
          "%s fired and was not expected: %s, measured %s, limits %s"
              .formatted(
                  name(hit.ruleId(), hit.subject()),
                  hit.urgency(),
                  hit.measured().stream().map(ScenarioDifference::inWords).toList(),
                  hit.limits().stream().map(ScenarioDifference::inWords).toList()));
    }
  }

  private void compare(Scenario.ExpectedHit expected, Hit hit) {
    same(expected.place(), name(expected) + " urgency", expected.urgency(), hit.urgency().name());
    same(expected.place(), name(expected) + " raised by", expected.raisedBy(), hit.raisedBy());
    same(
        expected.place(),
        name(expected) + " muted through",
        String.valueOf(expected.mutedThrough()),
        outcome.assessment().muted().stream()
            .filter(muted -> muted.isAbout(hit))
            .map(muted -> LocalDate.ofEpochDay(muted.throughDay()).toString())
            .findFirst()
            .orElse("null"));
    if (expected.measure() != null) {
      boolean money = expected.measure().contains(".");
      same(
          expected.place(),
          name(expected) + " measure",
          expected.measure(),
          money ? yuan(hit.measure()) : String.valueOf(hit.measure()));
    }
    figures(
        expected.place(),
        name(expected),
        expected.measured(),
        hit.measured(),
        expected.limits(),
        hit.limits());
    records(expected.place(), name(expected), expected.records(), hit.recordCount());
    if (expected.addressees() != null) {
      same(
          expected.place(),
          name(expected) + " notify",
          expected.addressees().toString(),
          hit.addressees().toString());
    }
  }

  private void proposal(Scenario.ExpectedProposal expected, ClassProposal proposed) {
    String householdClass = proposed == null ? "none" : proposed.householdClass();
    same(expected.place(), "proposal", expected.householdClass(), householdClass);
    if (proposed == null || !householdClass.equals(expected.householdClass())) {
      return;
    }
    String name = "proposal of " + householdClass;
    if (expected.variant() != null) {
      same(expected.place(), name + " variant", expected.variant(), proposed.variant());
    }
    if (expected.entitlement() != null) {
      OptionalLong fen = proposed.entitlementFen();
      same(
          expected.place(),
          name + " entitlement",
          expected.entitlement(),
          fen.isEmpty() ? "unknown" : yuan(fen.getAsLong()));
    }
    figures(
        expected.place(),
        name,
        expected.measured(),
        proposed.measured(),
        expected.limits(),
        proposed.limits());
    records(expected.place(), name, expected.records(), proposed.recordCount());
  }

  private void figures(
      Place place,
      String name,
      Map<String, String> measured,
      List<Measured> allMeasured,
      Map<String, String> limits,
      List<LimitUsed> allLimits) {
    measured.forEach(
        (key, value) ->
            among(
                place,
                name + " measured " + key,
                value,
                allMeasured.stream()
                    .filter(one -> isCalled(one, key))
                    .map(one -> inUnit(one.value(), one.unit()))
                    .toList()));
    limits.forEach(
        (key, value) ->
            among(
                place,
                name + " limit " + key,
                value,
                allLimits.stream()
                    .filter(limit -> limit.parameter().equals(key))
                    .map(limit -> inUnit(limit.value(), limit.unit()))
                    .toList()));
  }

  private void records(Place place, String name, Long expected, int actual) {
    if (expected != null) {
      same(place, name + " records", expected.toString(), String.valueOf(actual));
    }
  }

  private void notAssessable() {
    List<Assessment.Unassessed> unexpected =
        new ArrayList<>(
            outcome.assessment().notAssessable().stream()
                .filter(unassessed -> compared(unassessed.ruleId()))
                .toList());
    for (Scenario.ExpectedUnknown expected : scenario.notAssessable()) {
      Optional<Assessment.Unassessed> found =
          unexpected.stream()
              .filter(unassessed -> unassessed.ruleId().equals(expected.rule()))
              .filter(unassessed -> unassessed.subject().equals(expected.subject()))
              .findFirst();
      String name = name(expected.rule(), expected.subject());
      if (found.isEmpty()) {
        differences.add(expected.place() + ": " + name + " could be assessed");
        continue;
      }
      unexpected.remove(found.get());
      same(expected.place(), name + " reason", expected.reason(), found.get().code());
      if (expected.detail() != null) {
        same(expected.place(), name + " detail", expected.detail(), found.get().detail());
      }
    }
    for (Assessment.Unassessed unassessed : unexpected) {
      differences.add(
          "%s could not be assessed: %s %s"
              .formatted(
                  name(unassessed.ruleId(), unassessed.subject()),
                  unassessed.code(),
                  unassessed.detail()));
    }
  }

  private void steps() {
    List<CaseChange> changes = outcome.changes();
    for (int i = 0; i < Math.max(changes.size(), scenario.steps().size()); i++) {
      String step = "step " + (i + 1);
      if (i >= changes.size()) {
        differences.add(scenario.steps().get(i).place() + ": " + step + " did not come");
      } else if (i >= scenario.steps().size()) {
        differences.add(step + " was not expected: " + inWords(changes.get(i)));
      } else {
        Scenario.ExpectedStep expected = scenario.steps().get(i);
        CaseChange change = changes.get(i);
        same(
            expected.place(),
            step,
            "%s %s %s".formatted(expected.on(), expected.becomes(), expected.urgency()),
            "%s %s %s"
                .formatted(
                    LocalDate.ofEpochDay(change.asOf()),
                    change.transition(),
                    change.state().urgency()));
        if (expected.visitBy() != null) {
          same(expected.place(), step + " visit by", expected.visitBy(), visitBy(change));
        }
      }
    }
  }

  private void same(Place place, String what, String expected, String actual) {
    if (!Objects.equals(expected, actual)) {
      differences.add("%s: %s: expected %s, was %s".formatted(place, what, expected, actual));
    }
  }

  private void among(Place place, String what, String value, List<String> actual) {
    boolean found =
        actual.stream().anyMatch(text -> text.equals(value) || text.equals(value + ".00"));
    if (!found) {
      differences.add("%s: %s: expected %s, was %s".formatted(place, what, value, actual));
    }
  }

  private static boolean isCalled(Measured measured, String key) {
    return key.equals(measured.indicator())
        || key.equals(measured.indicator() + " " + measured.window())
        || key.equals(
            "%s %s..%s"
                .formatted(
                    measured.indicator(),
                    LocalDate.ofEpochDay(measured.fromDay()),
                    LocalDate.ofEpochDay(measured.toDay())));
  }

  private static String name(Scenario.ExpectedHit hit) {
    return name(hit.rule(), hit.subject());
  }

  private static String name(String rule, String subject) {
    return subject.isEmpty() ? rule : rule + " of " + subject;
  }

  private static String inWords(CaseChange change) {
    return "%s %s %s, visit by %s, hits %s, because of %s"
        .formatted(
            LocalDate.ofEpochDay(change.asOf()),
            change.transition(),
            change.state().urgency(),
            visitBy(change),
            change.hits().stream().map(hit -> name(hit.ruleId(), hit.subject())).toList(),
            change.cause());
  }

  private static String inWords(Measured measured) {
    return measured.indicator()
        + (measured.window().isEmpty() ? "" : " " + measured.window())
        + " = "
        + inUnit(measured.value(), measured.unit());
  }

  private static String inWords(LimitUsed limit) {
    return limit.parameter() + " = " + inUnit(limit.value(), limit.unit());
  }

  private static String visitBy(CaseChange change) {
    return MINUTE.format(Instant.ofEpochMilli(change.state().visitBy()));
  }

  private static String inUnit(long value, String unit) {
    return unit.startsWith("fen") ? yuan(value) : String.valueOf(value);
  }

  private static String yuan(long fen) {
    return "%s%d.%02d".formatted(fen < 0 ? "-" : "", Math.abs(fen) / 100, Math.abs(fen) % 100);
  }
}
