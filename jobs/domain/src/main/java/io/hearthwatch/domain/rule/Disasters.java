package io.hearthwatch.domain.rule;

import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.LedgerLine;
import io.hearthwatch.domain.household.body.DisasterImpact;

/** What disasters did to the household. */
final class Disasters {

  private final Asked asked;

  Disasters(Asked asked) {
    this.asked = asked;
  }

  /** Number of disasters that made the home collapse or damaged it badly, or hurt somebody. */
  long severeImpacts(Window window) {
    long count = 0;
    for (LedgerLine line : asked.view().lines(EventType.DISASTER_IMPACT)) {
      if (asked.within(line, window) && severe((DisasterImpact) line.body())) {
        asked.evidence().record(line);
        count++;
      }
    }
    asked.measured("severeImpacts", window, count, "count");
    return count;
  }

  private static boolean severe(DisasterImpact impact) {
    return impact.damage().equals("collapsed")
        || impact.damage().equals("severe")
        || impact.casualties() > 0
        || impact.injured() > 0;
  }
}
