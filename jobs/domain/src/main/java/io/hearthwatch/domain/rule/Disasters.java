package io.hearthwatch.domain.rule;

import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.LedgerLine;
import io.hearthwatch.domain.household.body.DisasterImpact;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What disasters did to the household. */
final class Disasters {

  private final Asked asked;

  Disasters(Asked asked) {
    this.asked = asked;
  }

  /** A disaster, and whom it was told about: a member, or the home (null). */
  private record Felt(String disasterId, String personId) {}

  /**
   * Number of disasters that made the home collapse or damaged it badly, or hurt somebody, by the
   * latest word on each and on whom it is about: it may be told of again, and otherwise, once
   * somebody has been there.
   */
  long severeImpacts(Window window) {
    Map<Felt, LedgerLine> latest = new LinkedHashMap<>();
    for (LedgerLine line : asked.view().lines(EventType.DISASTER_IMPACT)) {
      latest.put(new Felt(((DisasterImpact) line.body()).disasterId(), line.personId()), line);
    }
    Set<String> severe = new HashSet<>();
    latest.forEach(
        (felt, line) -> {
          if (asked.within(line, window) && severe((DisasterImpact) line.body())) {
            asked.evidence().record(line);
            severe.add(felt.disasterId());
          }
        });
    long count = severe.size();
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

  private static boolean severe(DisasterImpact impact) {
    return impact.damage().equals("collapsed")
        || impact.damage().equals("severe")
        || impact.casualties() > 0
        || impact.injured() > 0;
  }
}
