package io.hearthwatch.domain.rule;

import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.LedgerLine;
import io.hearthwatch.domain.household.body.DisabilityGraded;
import java.util.LinkedHashMap;
import java.util.Map;

/** What happened to one member. */
final class Members {

  private final Asked asked;

  Members(Asked asked) {
    this.asked = asked;
  }

  boolean present(String personId) {
    return asked.view().membership().isMember(personId, asked.view().asOf());
  }

  /** Whether this member died within the window; the latest death is told. */
  boolean died(String personId, Window window) {
    LedgerLine latest = null;
    for (LedgerLine line : asked.view().lines(EventType.MEMBER_DIED)) {
      if (personId.equals(line.personId()) && asked.within(line, window)) {
        latest = line;
      }
    }
    if (latest != null) {
      asked.happened(latest);
    }
    return latest != null;
  }

  /**
   * Whether a disability of the member became severe within the window: grade 1 or 2, or 3 if
   * intellectual or mental, where the grading before of the same kind was milder or none.
   */
  boolean becameSeverelyDisabled(String personId, Window window) {
    for (Gradings gradings : gradingsByKind(personId).values()) {
      if (asked.within(gradings.latest(), window) && gradings.becameSevere()) {
        asked.happened(gradings.latest());
        return true;
      }
    }
    return false;
  }

  /** The two latest gradings of each kind, in the order in which the kinds were first graded. */
  private Map<String, Gradings> gradingsByKind(String personId) {
    Map<String, Gradings> byKind = Map.of();
    for (LedgerLine line : asked.view().lines(EventType.DISABILITY_GRADED)) {
      if (personId.equals(line.personId())) {
        byKind = byKind.isEmpty() ? new LinkedHashMap<>() : byKind;
        byKind.merge(
            Gradings.body(line).kind(),
            new Gradings(null, line),
            (before, next) -> new Gradings(before.latest(), next.latest()));
      }
    }
    return byKind;
  }

  private record Gradings(LedgerLine before, LedgerLine latest) {

    static DisabilityGraded body(LedgerLine line) {
      return (DisabilityGraded) line.body();
    }

    boolean becameSevere() {
      return severe(body(latest)) && !(before != null && wasAsSevere(body(before), body(latest)));
    }

    private static boolean wasAsSevere(DisabilityGraded before, DisabilityGraded now) {
      return severe(before) && before.grade() <= now.grade();
    }

    private static boolean severe(DisabilityGraded grading) {
      return grading.grade() == 1
          || grading.grade() == 2
          || grading.grade() == 3
              && (grading.kind().equals("intellectual") || grading.kind().equals("mental"));
    }
  }
}
