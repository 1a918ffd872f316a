package io.hearthwatch.io.policy;

import io.hearthwatch.domain.household.body.AccidentHappened;
import io.hearthwatch.domain.household.body.DisasterImpact;
import io.hearthwatch.domain.household.body.UtilityUsed;
import java.time.LocalDate;

/** What befell the household, and what its meters say. */
final class HappeningWords implements EventWords {

  private static final String ONLY_DISASTER = "disaster-1";
  private static final long MOST_USED = 999_999_999;

  @Override
  public Said said(EventFields event, LocalDate on) {
    if (event.has("accident")) {
      return new Said(
          new AccidentHappened(
              event.code("accident"), event.flag("hospital", false), event.count("deaths")),
          event.optionalText("who"),
          "public-security");
    }
    if (event.has("disaster")) {
      String id = event.has("disaster-id") ? event.text("disaster-id") : ONLY_DISASTER;
      return new Said(
          new DisasterImpact(
              id,
              event.code("disaster"),
              event.code("damage"),
              event.flag("usable", true),
              event.count("casualties"),
              event.count("injured"),
              0),
          event.optionalText("who"),
          "emergency");
    }
    for (String utility : new String[] {"power", "water"}) {
      if (event.has(utility)) {
        return new Said(
            new UtilityUsed(utility, event.count(utility, MOST_USED), event.count("unpaid")),
            null,
            "utilities");
      }
    }
    return null;
  }
}
