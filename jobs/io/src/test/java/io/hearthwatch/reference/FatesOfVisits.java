package io.hearthwatch.reference;

import java.time.LocalDate;
import java.util.List;

/** Visits, near the days and the measures from which a hit is muted or not. */
final class FatesOfVisits {

  private static final List<String> MEDICAL = List.of("medical");
  private static final String ALL = "all";

  private final Moment moment;
  private final Sketch home;
  private final Chance chance;
  private final LocalDate at;

  FatesOfVisits(Moment moment) {
    this.moment = moment;
    this.home = moment.home;
    this.chance = moment.chance;
    this.at = moment.at;
  }

  /** Draws some visits, or none. */
  void befall() {
    for (int visits = chance.below(3); visits > 0; visits--) {
      LocalDate first = at.minusDays(moment.number("mute-days") - 1);
      visit(rule(), chance.percent(70) ? null : home.somebody(), chance.around(first, at));
    }
    if (chance.percent(25)) {
      aQuarterMore();
    }
  }

  private String rule() {
    return chance.percent(60)
        ? ALL
        : chance.pick("M01", "M02", "R04", "R01", "I05", "I03", "Z01", "A01", "C06", "V01");
  }

  private void visit(String rule, String person, LocalDate day) {
    String outcome = chance.pick("not-confirmed", "not-confirmed", "not-confirmed", "confirmed");
    tell(rule, chance.percent(10) ? "not-met" : outcome, person, day);
    if (chance.percent(20)) {
      tell(
          chance.percent(60) ? rule : rule(),
          chance.pick("confirmed", "not-confirmed", "not-met"),
          chance.percent(80) ? person : null,
          day.plusDays(chance.below(20)));
    }
  }

  private void tell(String rule, String outcome, String person, LocalDate day) {
    home.state(
        "VISIT_DONE",
        "civil-affairs",
        person,
        day,
        "rule",
        rule,
        "outcome",
        outcome,
        "caseId",
        null);
  }

  /** Somebody's bills are over any limit on the day of a visit, and a quarter more on the date. */
  private void aQuarterMore() {
    String person = home.somebody();
    LocalDate day = at.minusDays(chance.between(1, 80));
    long enough = 4 * chance.between(400_000L, 500_000L);
    long missing = enough - spentFen(person, day);
    if (missing > 0) {
      home.bill("medical", missing, person, chance.within(at.minusMonths(11), day));
    }
    long more = chance.near(spentFen(person, day) * 5 / 4) - spentFen(person, at);
    if (more > 0) {
      home.bill("medical", more, person, chance.within(day.plusDays(1), at));
    }
    tell(chance.pick("M01", ALL), "not-confirmed", chance.percent(50) ? null : person, day);
  }

  private long spentFen(String person, LocalDate asOf) {
    return home.spentFen(MEDICAL, person, asOf.minusMonths(12).plusDays(1), asOf);
  }
}
