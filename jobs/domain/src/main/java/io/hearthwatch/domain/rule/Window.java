package io.hearthwatch.domain.rule;

import java.time.LocalDate;

/**
 * A stretch of time that ends at the as-of date: {@code days(n)} = (asOf - n days, asOf], {@code
 * months(n)} = (asOf minus n months, asOf], the start clamped at short months.
 *
 * @param count at least 1
 * @param inMonths months, or else days
 */
public record Window(int count, boolean inMonths) {

  static final int MAX_COUNT = 10_000;

  public Window {
    if (count < 1 || count > MAX_COUNT) {
      throw new IllegalArgumentException("a window is 1 to " + MAX_COUNT + " long, not " + count);
    }
  }

  public static Window days(long count) {
    return new Window(Math.toIntExact(count), false);
  }

  public static Window months(long count) {
    return new Window(Math.toIntExact(count), true);
  }

  /** First epoch day inside the window. */
  public int firstDay(int asOf) {
    if (!inMonths) {
      return asOf - count + 1;
    }
    return (int) LocalDate.ofEpochDay(asOf).minusMonths(count).toEpochDay() + 1;
  }

  /** As a rule writes it. */
  @Override
  public String toString() {
    return (inMonths ? "months(" : "days(") + count + ")";
  }
}
