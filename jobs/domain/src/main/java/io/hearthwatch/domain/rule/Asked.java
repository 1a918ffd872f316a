package io.hearthwatch.domain.rule;

import io.hearthwatch.domain.household.LedgerLine;
import io.hearthwatch.domain.policy.Completeness;
import java.util.Locale;

/**
 * What the indicators are asked about.
 *
 * @param view a household as of a date
 * @param region code under which its place is looked up on that date
 * @param parameters of that place
 * @param completeness what its sources have told
 * @param deadlines what the rule in hand waits for
 * @param evidence who wants to read what was measured
 */
record Asked(
    HouseholdView view,
    String region,
    ParametersInForce parameters,
    Completeness completeness,
    Deadlines deadlines,
    Evidence evidence) {

  /** Last epoch day through which a source is complete for the household. */
  int completeThrough(String source) {
    return completeness.throughDay(source, view.region(), region);
  }

  /** First epoch day inside a window that ends on the as-of date. */
  int firstDay(Window window) {
    return window.firstDay(view.asOf());
  }

  /** Whether a line of the view lies inside a window. */
  boolean within(LedgerLine line, Window window) {
    return line.day() >= firstDay(window);
  }

  /** Whether something happened within a window; if so, that it did is written down. */
  boolean happenedWithin(LedgerLine line, Window window) {
    boolean within = within(line, window);
    if (within) {
      happened(line);
    }
    return within;
  }

  /** Writes down what was measured over a window that ends on the as-of date. */
  void measured(String indicator, Window window, long value, String unit) {
    measured(indicator, window, firstDay(window), view.asOf(), value, unit);
  }

  /** Writes down what was measured over a window as it was on other days. */
  void measured(
      String indicator, Window window, int firstDay, int lastDay, long value, String unit) {
    if (evidence.wanted()) {
      evidence.measured(new Measured(indicator, window.toString(), firstDay, lastDay, value, unit));
    }
  }

  /** Writes down what was measured on a day. */
  void at(String indicator, int day, long value, String unit) {
    during(indicator, day, day, value, unit);
  }

  /** Writes down what was measured of a time that is no window. */
  void during(String indicator, int firstDay, int lastDay, long value, String unit) {
    if (evidence.wanted()) {
      evidence.measured(new Measured(indicator, "", firstDay, lastDay, value, unit));
    }
  }

  /** Day of a record, which is written down; no day where there is none. */
  long dayOf(LedgerLine line) {
    if (line == null) {
      return Days.NONE;
    }
    happened(line);
    return line.day();
  }

  /** Writes down that something happened, with its record and with who told of it. */
  void happened(LedgerLine line) {
    if (evidence.wanted()) {
      evidence.record(line);
      evidence.toldBy(line.source());
      String name = "happened." + line.type().name().toLowerCase(Locale.ROOT);
      evidence.measured(new Measured(name, "", line.day(), line.day(), 1, "count"));
    }
  }
}
