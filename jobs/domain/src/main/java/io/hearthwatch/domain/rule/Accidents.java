package io.hearthwatch.domain.rule;

import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.LedgerLine;
import io.hearthwatch.domain.household.body.AccidentHappened;
import io.hearthwatch.domain.household.body.GrantApproved;

/** What came of one accident. */
final class Accidents {

  private final Asked asked;

  Accidents(Asked asked) {
    this.asked = asked;
  }

  /** Whether it happened within the window. */
  boolean within(LedgerLine accident, Window window) {
    return asked.happenedWithin(accident, window);
  }

  static boolean hospitalStay(LedgerLine accident) {
    return ((AccidentHappened) accident.body()).hospitalStay();
  }

  static long deaths(LedgerLine accident) {
    return ((AccidentHappened) accident.body()).deaths();
  }

  /** Whether a grant of a programme was made from the day of the accident on, in so many days. */
  boolean followedBy(LedgerLine accident, String programme, long days) {
    return asked.view().lines(EventType.GRANT_APPROVED).stream()
        .filter(line -> line.day() >= accident.day() && line.day() <= accident.day() + days)
        .anyMatch(line -> ((GrantApproved) line.body()).programme().equals(programme));
  }
}
