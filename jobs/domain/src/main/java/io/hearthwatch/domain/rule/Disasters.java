package io.hearthwatch.domain.rule;

import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.LedgerLine;
import io.hearthwatch.domain.household.body.DisasterImpact;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What disasters did to the household. */
final class Disasters {

  private final Asked asked;

  Disasters(Asked asked) {
    this.asked = asked;
  }

  /**
   * Number of disasters that made the home collapse or damaged it badly, or hurt somebody, by the
   * latest word on each: it may be told of again, and otherwise, once somebody has been there.
   */
  long severeImpacts(Window window) {
    long count = 0;
    for (Impact impact : impacts(asked.view())) {
      if (impact.day() >= asked.firstDay(window) && severe(impact)) {
        asked.evidence().record(impact.latest());
        count++;
      }
    }
    asked.measured("severeImpacts", window, count, "count");
    return count;
  }

  /**
   * One disaster, as the household felt it.
   *
   * @param day of the first record of it
   * @param latest the latest record, which is what is known now
   */
  record Impact(int day, LedgerLine latest) {

    boolean homeUnusable() {
      return !((DisasterImpact) latest.body()).homeUsable();
    }
  }

  /** The disasters of a household, in the order in which they struck. */
  static List<Impact> impacts(HouseholdView view) {
    Map<String, Impact> byDisaster = Map.of();
    for (LedgerLine line : view.lines(EventType.DISASTER_IMPACT)) {
      byDisaster = byDisaster.isEmpty() ? new LinkedHashMap<>() : byDisaster;
      byDisaster.merge(
          ((DisasterImpact) line.body()).disasterId(),
          new Impact(line.day(), line),
          (before, next) -> new Impact(before.day(), next.latest()));
    }
    return List.copyOf(byDisaster.values());
  }

  /** Whether it struck within the window. */
  boolean within(Impact impact, Window window) {
    boolean within = impact.day() >= asked.firstDay(window);
    if (within) {
      asked.happened(impact.latest());
    }
    return within;
  }

  private static boolean severe(Impact felt) {
    DisasterImpact impact = (DisasterImpact) felt.latest().body();
    return impact.damage().equals("collapsed")
        || impact.damage().equals("severe")
        || impact.casualties() > 0
        || impact.injured() > 0;
  }
}
