package io.hearthwatch.simulation;

import io.hearthwatch.domain.household.EventKind;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.body.DisasterReported;
import java.util.ArrayList;
import java.util.List;

/**
 * What county offices report of a flood as a whole: each figure is the sum so far and replaces the
 * one before. Their figures are estimates of their own, as in life; by how much is assumed.
 */
final class FloodReports {

  private static final int[] DAYS_AFTER = {1, 3, 7, 15, 30};
  private static final long DAY_MS = 86_400_000L;

  private FloodReports() {}

  /** Reports of all floods that are told within some days. */
  static List<HouseholdEvent> told(Nation nation, int from, int until) {
    List<HouseholdEvent> told = new ArrayList<>();
    long countyHouseholds = nation.households() / nation.divisions().counties().size();
    for (Flood flood : nation.floods().all()) {
      for (County county : nation.divisions().counties()) {
        for (int i = 0; i < DAYS_AFTER.length && county.city().equals(flood.city()); i++) {
          int day = flood.day() + DAYS_AFTER[i];
          if (day >= from && day < until) {
            told.add(report(nation, flood, county, i, day, countyHouseholds));
          }
        }
      }
    }
    return told;
  }

  private static HouseholdEvent report(
      Nation nation, Flood flood, County county, int i, int day, long households) {
    Chance chance = nation.chance().of(flood.id().hashCode() * 31L + Long.parseLong(county.code()));
    double known = (i + 1.0) / DAYS_AFTER.length;
    long struck = Math.round(households * flood.struck() * known);
    long people = Math.round(struck * Nation.PEOPLE_A_HOUSEHOLD);
    return new HouseholdEvent(
        Teller.id(chance, Question.DISASTER_REPORT, i),
        EventKind.NOTIFY,
        0,
        "emergency",
        flood.id() + "-" + county.code(),
        null,
        county.code(),
        null,
        day,
        day * DAY_MS + chance.below(36_000_000, Question.MINUTE, i),
        new DisasterReported(
            flood.id(),
            "flood",
            people,
            people / 3,
            people / 2,
            struck / 10,
            struck / 4,
            people * 60_000,
            struck * 2_000_000));
  }
}
