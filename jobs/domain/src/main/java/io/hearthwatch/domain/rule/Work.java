package io.hearthwatch.domain.rule;

import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.LedgerLine;
import io.hearthwatch.domain.household.body.EmploymentChanged;
import java.util.List;
import java.util.Set;

/** Who works. Somebody of whom no employment was ever told does not. */
final class Work {

  private static final Set<String> WORKING = Set.of("employed", "self-employed");
  private static final String UNEMPLOYED = "unemployed";

  private final Asked asked;
  private final Members members;
  private final Disabilities disabilities;

  Work(Asked asked, Members members, Disabilities disabilities) {
    this.asked = asked;
    this.members = members;
    this.disabilities = disabilities;
  }

  /** Members who work. */
  long workers() {
    return told("workers", workersOn(asked.view().asOf()));
  }

  /** Those of them who are neither disabled nor so many years old. */
  long otherWorkers(long years) {
    int asOf = asked.view().asOf();
    return told(
        "otherWorkers",
        members.allPresent().stream()
            .filter(person -> works(person, asOf))
            .filter(person -> !disabilities.isDisabled(person) && !members.aged(person, years))
            .count());
  }

  /** Who was a member and worked, on a day. */
  long workersOn(int day) {
    return asked.view().membership().everMembers().stream()
        .filter(person -> asked.view().membership().isMember(person, day))
        .filter(person -> works(person, day))
        .count();
  }

  /** Whether the latest change that was told is the loss of work, within the window. */
  boolean lost(String personId, Window window) {
    List<LedgerLine> told = asked.view().linesOf(EventType.EMPLOYMENT_CHANGED, personId);
    int last = latestChange(told);
    boolean lost =
        last > 0
            && asked.within(told.get(last), window)
            && status(told.get(last)).equals(UNEMPLOYED)
            && WORKING.contains(status(told.get(last - 1)));
    if (lost) {
      asked.happened(told.get(last));
    }
    return lost;
  }

  /** Day of the latest change that was told. */
  long changedOn(String personId) {
    List<LedgerLine> told = asked.view().linesOf(EventType.EMPLOYMENT_CHANGED, personId);
    return told.isEmpty() ? Days.NONE : told.get(latestChange(told)).day();
  }

  /** Two offices tell of work: who is said to be what he was has not changed. */
  private static int latestChange(List<LedgerLine> told) {
    int first = told.size() - 1;
    while (first > 0 && status(told.get(first - 1)).equals(status(told.get(first)))) {
      first--;
    }
    return first;
  }

  private boolean works(String personId, int day) {
    LedgerLine latest = null;
    for (LedgerLine line : asked.view().lines(EventType.EMPLOYMENT_CHANGED)) {
      latest = line.day() <= day && personId.equals(line.personId()) ? line : latest;
    }
    return latest != null && WORKING.contains(status(latest));
  }

  private long told(String indicator, long count) {
    asked.at(indicator, asked.view().asOf(), count, "people");
    return count;
  }

  private static String status(LedgerLine line) {
    return ((EmploymentChanged) line.body()).status();
  }
}
