package io.hearthwatch.reference;

import io.hearthwatch.domain.alert.Answer;
import io.hearthwatch.domain.household.EventId;
import io.hearthwatch.domain.rule.Assessment;
import io.hearthwatch.domain.rule.Hit;
import io.hearthwatch.domain.rule.LimitUsed;
import io.hearthwatch.domain.rule.Measured;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What the stream's step says, written as the reference writes it. */
final class StreamSide {

  private StreamSide() {}

  static List<Verdict> verdicts(String householdId, Assessment assessment) {
    LocalDate asOf = LocalDate.ofEpochDay(assessment.asOf());
    List<Verdict> verdicts = new ArrayList<>();
    for (Hit hit : assessment.hits()) {
      verdicts.add(
          new Verdict(
              householdId,
              asOf,
              hit.ruleId(),
              hit.subject(),
              Verdict.hit(
                  hit.urgency().name(),
                  hit.measure(),
                  hit.raisedBy(),
                  mutedThrough(hit, assessment)),
              evidence(
                  hit.measured(),
                  hit.limits(),
                  hit.records(),
                  hit.recordCount(),
                  hit.addressees())));
    }
    for (Assessment.Unassessed unknown : assessment.notAssessable()) {
      verdicts.add(
          new Verdict(
              householdId,
              asOf,
              unknown.ruleId(),
              unknown.subject(),
              Verdict.notAssessable(unknown.code()),
              List.of()));
    }
    return verdicts;
  }

  private static LocalDate mutedThrough(Hit hit, Assessment assessment) {
    return assessment.muted().stream()
        .filter(muted -> muted.isAbout(hit))
        .map(muted -> LocalDate.ofEpochDay(muted.throughDay()))
        .findFirst()
        .orElse(null);
  }

  /** The class that it suggests, if it suggests one. */
  static Optional<Verdict> proposal(String householdId, Answer answer) {
    return Optional.ofNullable(answer.proposal())
        .map(
            proposal ->
                new Verdict(
                    householdId,
                    LocalDate.ofEpochDay(answer.assessment().asOf()),
                    Verdict.CLASS + proposal.householdClass(),
                    proposal.variant(),
                    Verdict.proposed(
                        proposal.entitlementFen().isPresent()
                            ? proposal.entitlementFen().getAsLong()
                            : null,
                        proposal.regionPrefix(),
                        LocalDate.ofEpochDay(proposal.fromDay())),
                    evidence(
                        proposal.measured(),
                        proposal.limits(),
                        proposal.records(),
                        proposal.recordCount(),
                        List.of())));
  }

  private static List<String> evidence(
      List<Measured> measured,
      List<LimitUsed> limits,
      List<Long> records,
      int recordCount,
      List<String> addressees) {
    TreeSet<String> lines = new TreeSet<>();
    for (Measured m : measured) {
      lines.add(
          "%s %s %s..%s = %d %s"
              .formatted(
                  m.indicator(),
                  m.window(),
                  LocalDate.ofEpochDay(m.fromDay()),
                  LocalDate.ofEpochDay(m.toDay()),
                  m.value(),
                  m.unit()));
    }
    for (LimitUsed l : limits) {
      lines.add(
          "limit %s %s = %d %s of region %s from %s"
              .formatted(
                  l.parameter(),
                  l.key(),
                  l.value(),
                  l.unit(),
                  l.regionPrefix(),
                  LocalDate.ofEpochDay(l.fromDay())));
    }
    for (long record : records) {
      lines.add("record " + EventId.shortText(record));
    }
    lines.add("records: " + recordCount);
    addressees.forEach(department -> lines.add("to " + department));
    return List.copyOf(lines);
  }
}
