package io.hearthwatch.domain.rule;

import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.LedgerLine;
import io.hearthwatch.domain.household.body.ClassEnded;
import io.hearthwatch.domain.household.body.ClassRecognised;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

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

  /** Whether no class was in force on any day of the window, by what is known now. */
  boolean inNone(Window window) {
    return !asked.view().inAnyClassSince(asked.firstDay(window));
  }

  /** The earliest recognition by which the household is in one of these classes. */
  long since(List<String> classes) {
    for (LedgerLine line : asked.view().recognitionsInForce()) {
      if (classes.contains(HouseholdView.recognised(line).householdClass())) {
        return line.day(); // they stand by day
      }
    }
    return Days.NONE;
  }

  /**
   * Since when the household has been in one of these classes or another of them without a day
   * between: a recognition that is renewed in time, or becomes another, begins nothing.
   */
  long withoutBreakSince(List<String> classes) {
    if (!inOneOf(classes)) {
      return Days.NONE;
    }
    long since = Days.NONE;
    long through = Long.MIN_VALUE;
    for (LedgerLine line : asked.view().lines(EventType.CLASS_RECOGNISED)) { // they stand by day
      long inForceThrough = asked.view().inForceThrough(line);
      if (classes.contains(HouseholdView.recognised(line).householdClass())
          && inForceThrough >= line.day()) {
        since = line.day() > through + 1 ? line.day() : since;
        through = Math.max(through, inForceThrough);
      }
    }
    return since;
  }

  /** The first day on which one of these classes ends, each as its longest recognition says. */
  long ends(List<String> classes) {
    LedgerLine first = null;
    for (String householdClass : classes) {
      LedgerLine end = ends(recognised -> recognised.householdClass().equals(householdClass));
      if (end != null && (first == null || comesFirst(end, first))) {
        first = end;
      }
    }
    return told(first);
  }

  /** The latest review of a household in one of these classes, or the day it came into them. */
  long reviewed(List<String> classes) {
    long since = since(classes);
    List<LedgerLine> reviews = asked.view().lines(EventType.REVIEW_DONE);
    if (reviews.isEmpty() || !Days.isDay(since)) {
      return since;
    }
    LedgerLine latest = reviews.get(reviews.size() - 1);
    return latest.day() >= since ? asked.dayOf(latest) : since;
  }

  /** Of these recognitions in force the one that is valid longest; null where one is for ever. */
  private LedgerLine ends(Predicate<ClassRecognised> which) {
    LedgerLine longest = null;
    for (LedgerLine line : asked.view().recognitionsInForce()) {
      if (!which.test(HouseholdView.recognised(line))) {
        continue;
      } else if (validThrough(line) == null) {
        return null;
      } else if (longest == null || validThrough(line) > validThrough(longest)) {
        longest = line;
      }
    }
    return longest;
  }

  private static boolean comesFirst(LedgerLine one, LedgerLine other) {
    return validThrough(one).equals(validThrough(other))
        ? HouseholdView.before(one, other)
        : validThrough(one) < validThrough(other);
  }

  private long told(LedgerLine ending) {
    if (ending == null) {
      return Days.NONE;
    }
    asked.happened(ending);
    return validThrough(ending);
  }

  private static Integer validThrough(LedgerLine line) {
    return HouseholdView.recognised(line).validThrough();
  }

  /**
   * Whether one of these classes ended within the window, because somebody said so or because its
   * time was up, and the household is in none of them now.
   */
  boolean left(List<String> classes, Window window) {
    LedgerLine latest = null;
    long leftOn = asked.firstDay(window);
    if (inOneOf(classes)) {
      return false;
    }
    for (LedgerLine line : asked.view().lines(EventType.CLASS_RECOGNISED)) {
      String expired = HouseholdView.recognised(line).householdClass();
      Integer valid = validThrough(line);
      if (valid != null
          && valid >= line.day()
          && valid + 1 >= leftOn
          && asked.view().inForceThrough(line) == valid
          && classes.contains(expired)) {
        latest = line;
        leftOn = valid + 1;
      }
    }
    for (LedgerLine line : asked.view().lines(EventType.CLASS_ENDED)) {
      String ended = ((ClassEnded) line.body()).householdClass();
      if (line.day() >= leftOn && classes.contains(ended)) {
        latest = line;
        leftOn = line.day();
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
