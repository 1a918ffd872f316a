package io.hearthwatch.domain.rule;

import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.LedgerLine;
import io.hearthwatch.domain.household.body.ClassEnded;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Classes of the household, and its applications for them. */
final class Classes {

  private final Asked asked;

  Classes(Asked asked) {
    this.asked = asked;
  }

  /** Whether the household is in one of these classes. */
  boolean inOneOf(List<String> classes) {
    return !Collections.disjoint(asked.view().classes(), classes);
  }

  boolean inAny() {
    return !asked.view().classes().isEmpty();
  }

  /** Whether one of these classes ended within the window, and the household is not in it again. */
  boolean left(List<String> classes, Window window) {
    LedgerLine latest = null;
    Set<String> inForce = asked.view().classes();
    for (LedgerLine line : asked.view().lines(EventType.CLASS_ENDED)) {
      String ended = ((ClassEnded) line.body()).householdClass();
      if (asked.within(line, window) && classes.contains(ended) && !inForce.contains(ended)) {
        latest = line;
      }
    }
    if (latest != null) {
      asked.happened(latest);
    }
    return latest != null;
  }

  /** Whether the household applied for any programme within the window. */
  boolean applied(Window window) {
    for (LedgerLine line : asked.view().lines(EventType.APPLICATION_MADE)) {
      if (asked.within(line, window)) {
        return true;
      }
    }
    return false;
  }
}
