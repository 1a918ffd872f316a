package io.hearthwatch.domain.rule;

import io.hearthwatch.domain.household.Month;
import java.time.LocalDate;

/** Days of the calendar, and whether one has come. */
final class Days {

  /** No day: later than every day, so that it is never reached, and what is added to it too. */
  static final long NONE = 1L << 40;

  /** Beyond it a number is {@link #NONE} with something added or taken away. */
  private static final long LAST = 1L << 30;

  private static final int CLOSING_DAY = 15;

  private final Asked asked;

  Days(Asked asked) {
    this.asked = asked;
  }

  /** Whether a number is a day at all. */
  static boolean isDay(long day) {
    return day < LAST;
  }

  /** The day so many months later, clamped at short months. */
  static long monthsAfter(long day, long months) {
    return isDay(day) ? LocalDate.ofEpochDay(day).plusMonths(months).toEpochDay() : NONE;
  }

  /** The day so many working days later, by the calendar of the policies. */
  long workingDaysAfter(long day, long count) {
    return isDay(day)
        ? asked
            .parameters()
            .workingDays()
            .plus(LocalDate.ofEpochDay(day), Math.toIntExact(count))
            .toEpochDay()
        : NONE;
  }

  /** The latest of the days of the year that a parameter lists, on or before the as-of date. */
  long lastOf(String parameter) {
    return asked.parameters().lastOf(parameter);
  }

  /** The day on which the latest closed month closed. */
  long lastMonthClosedOn() {
    Month closed = Income.latestClosed(asked.view().asOf());
    return closed.lastEpochDay() + CLOSING_DAY;
  }

  /**
   * Whether a day has come and every source that would have told of it is complete through it.
   * Where it has not, the household must be looked at again that day; where a source is silent,
   * tomorrow.
   */
  boolean reached(long day) {
    int asOf = asked.view().asOf();
    if (!isDay(day)) {
      return false;
    }
    if (day > asOf) {
      asked.deadlines().waitFor((int) day);
      return false;
    }
    for (String source : asked.deadlines().clearedBy()) {
      if (asked.completeThrough(source) < day) {
        throw new NotAssessable(NotAssessable.SOURCE_INCOMPLETE, source);
      }
    }
    return true;
  }
}
