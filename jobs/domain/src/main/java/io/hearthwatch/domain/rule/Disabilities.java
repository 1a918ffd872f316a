package io.hearthwatch.domain.rule;

import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.LedgerLine;
import io.hearthwatch.domain.household.body.DisabilityGraded;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the members are disabled. Severe is grade 1 or 2, or 3 if intellectual or mental. */
final class Disabilities {

  private final Asked asked;
  private final Members members;

  Disabilities(Asked asked, Members members) {
    this.asked = asked;
    this.members = members;
  }

  /**
   * Whether a disability of the member became severe within the window: the grading before of the
   * same kind was milder or none. Two offices tell of it, so the same grade again is no news and
   * takes none away.
   */
  boolean becameSevere(String personId, Window window) {
    for (List<LedgerLine> gradings : gradingsByKind(personId).values()) {
      int first = firstOfLastGrade(gradings);
      if (asked.within(gradings.get(first), window) && becameSevere(gradings, first)) {
        asked.happened(gradings.get(first));
        return true;
      }
    }
    return false;
  }

  /** Since which day the member has been disabled, or severely: of all kinds the earliest. */
  long since(String personId, boolean severely) {
    LedgerLine earliest = null;
    for (List<LedgerLine> gradings : gradingsByKind(personId).values()) {
      LedgerLine began =
          Runs.beginning(gradings, severely ? Disabilities::severe : Disabilities::disabled);
      if (began != null && (earliest == null || HouseholdView.before(began, earliest))) {
        earliest = began;
      }
    }
    return asked.dayOf(earliest);
  }

  /** Number of members who are disabled. */
  long members() {
    long count = members.allPresent().stream().filter(this::isDisabled).count();
    asked.at("disabledMembers", asked.view().asOf(), count, "people");
    return count;
  }

  /** Whether an old member lives beside another one who is disabled. */
  boolean oldBesideDisabled(long years) {
    List<String> present = members.allPresent();
    return present.stream()
        .filter(old -> members.aged(old, years))
        .anyMatch(
            old -> present.stream().anyMatch(other -> !other.equals(old) && isDisabled(other)));
  }

  boolean isDisabled(String personId) {
    return gradingsByKind(personId).values().stream()
        .anyMatch(gradings -> disabled(gradings.get(gradings.size() - 1)));
  }

  /** Gradings of each kind in their order; kinds in the order in which they were first graded. */
  private Map<String, List<LedgerLine>> gradingsByKind(String personId) {
    Map<String, List<LedgerLine>> byKind = Map.of();
    for (LedgerLine line : asked.view().lines(EventType.DISABILITY_GRADED)) {
      if (personId.equals(line.personId())) {
        byKind = byKind.isEmpty() ? new LinkedHashMap<>() : byKind;
        byKind.computeIfAbsent(body(line).kind(), kind -> new ArrayList<>(2)).add(line);
      }
    }
    return byKind;
  }

  private static int firstOfLastGrade(List<LedgerLine> gradings) {
    int first = gradings.size() - 1;
    while (first > 0
        && body(gradings.get(first - 1)).grade() == body(gradings.get(first)).grade()) {
      first--;
    }
    return first;
  }

  private static boolean becameSevere(List<LedgerLine> gradings, int at) {
    LedgerLine now = gradings.get(at);
    if (!severe(now) || at == 0) {
      return severe(now);
    }
    LedgerLine before = gradings.get(at - 1);
    return !severe(before) || body(before).grade() > body(now).grade();
  }

  private static boolean disabled(LedgerLine grading) {
    return body(grading).grade() >= 1;
  }

  private static boolean severe(LedgerLine grading) {
    DisabilityGraded graded = body(grading);
    return graded.grade() == 1
        || graded.grade() == 2
        || graded.grade() == 3
            && (graded.kind().equals("intellectual") || graded.kind().equals("mental"));
  }

  private static DisabilityGraded body(LedgerLine line) {
    return (DisabilityGraded) line.body();
  }
}
