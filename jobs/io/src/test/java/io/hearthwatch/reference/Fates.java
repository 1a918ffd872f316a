package io.hearthwatch.reference;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * What befalls a household, aimed at the thresholds and dates of one rule each, from both sides, as
 * of one of the dates that will be asked.
 */
final class Fates {

  private static final List<String> MEDICAL = List.of("medical");

  private final Moment moment;
  private final Sketch home;
  private final Chance chance;
  private final LocalDate at;

  Fates(Moment moment) {
    this.moment = moment;
    this.home = moment.home;
    this.chance = moment.chance;
    this.at = moment.at;
  }

  /** Draws one fate. */
  void befall() {
    switch (chance.below(17)) {
      case 0 -> highSelfPaid();
      case 1, 15, 16 -> medicalShare();
      case 2 -> burstInSum();
      case 3 -> burstInBills();
      case 4, 5 -> disability();
      case 6 -> mainEarnerDies();
      case 7 -> incomeCollapses();
      case 8 -> belowTheLine();
      case 9 -> rigidShare();
      case 10 -> rigidLeavesTooLittle();
      case 11 -> disaster();
      case 12, 13 -> accident();
      default -> leavesClass();
    }
  }

  private void highSelfPaid() {
    String person = home.somebody();
    long limit = 100 * chance.pick(1_000L, 5_000L, 10_000L, 10_000L, 15_000L, 15_000L);
    LocalDate first = at.minusMonths(12).plusDays(1);
    long missing = chance.near(limit) - home.spentFen(MEDICAL, person, first, at);
    if (missing > 0) {
      long part = chance.between(0L, missing);
      home.bill("medical", part, person, chance.around(first, at));
      home.bill("medical", missing - part, person, chance.around(first, at));
    }
  }

  private void medicalShare() {
    LocalDate first = at.minusMonths(12).plusDays(1);
    if (home.earnedFen(null, Sketch.closed(at), 12, at) % 2 == 1) { // half of it is whole fen
      home.income(Sketch.closed(at), 1, null, at);
    }
    long half = home.earnedFen(null, Sketch.closed(at), 12, at) / 2;
    long missing = chance.near(half) - home.spentFen(MEDICAL, null, first, at);
    if (missing > 0) {
      home.bill("medical", missing, member(), chance.around(first, at));
    }
  }

  private void burstInSum() {
    LocalDate first = at.minusDays(29);
    long missing = chance.near(10 * lineFen()) - home.spentFen(MEDICAL, null, first, at);
    if (missing > 0) {
      home.bill("medical", missing, member(), chance.around(first, at));
    }
    perhapsSettlePerHead();
  }

  private void burstInBills() {
    for (int bills = chance.between(2, 5); bills > 0; bills--) {
      home.bill(
          "medical", chance.near(2 * lineFen()), member(), chance.around(at.minusDays(59), at));
    }
    perhapsSettlePerHead();
  }

  private void disability() {
    String person = home.somebody();
    String kind = chance.pick("visual", "physical", "intellectual", "mental");
    LocalDate day = chance.around(at.minusDays(89), at);
    if (chance.percent(60)) {
      LocalDate before = chance.percent(15) ? day : day.minusDays(chance.between(1, 12_000));
      grade(person, kind, before);
    }
    grade(person, kind, day);
    if (chance.percent(25)) {
      grade(person, kind, day.plusDays(chance.below(60)));
    }
    if (chance.percent(25)) {
      grade(person, chance.pick("hearing", "mental"), chance.around(at.minusDays(89), at));
    }
  }

  private void grade(String person, String kind, LocalDate day) {
    home.add(
        "DISABILITY_GRADED",
        "disabled-federation",
        person,
        day,
        Bodies.of("kind", kind, "grade", (long) chance.below(5)));
  }

  private void mainEarnerDies() {
    String person = home.somebody();
    LocalDate day = chance.around(at.minusMonths(6).plusDays(1), at);
    home.add("MEMBER_DIED", "civil-affairs", person, day, Bodies.of("cause", "illness"));
    YearMonth last = Sketch.closed(day);
    long own = home.earnedFen(person, last, 12, at);
    long all = home.earnedFen(null, last, 12, at);
    long missing = chance.near(all - own) - own;
    if (missing != 0) {
      YearMonth month = last.minusMonths(chance.below(12));
      String earner = missing > 0 ? person : null;
      home.income(month, Math.abs(missing), earner, Versions.earlier(day, month.atEndOfMonth()));
    }
  }

  private void incomeCollapses() {
    YearMonth last = Sketch.closed(at);
    long before = home.earnedFen(null, last.minusMonths(3), 3, at);
    home.settleIncome(last, 3, at, chance.near(before / 2));
  }

  private void belowTheLine() {
    for (int back = 0; back < 2; back++) {
      long heads = Math.max(1, home.people.size());
      home.settleIncome(Sketch.closed(at).minusMonths(back), 1, at, chance.near(lineFen() * heads));
    }
    if (chance.percent(60)) {
      LocalDate day = chance.around(at.minusMonths(12).plusDays(1), at);
      home.add("APPLICATION_MADE", "civil-affairs", null, day, Bodies.of("programme", "dibao"));
    }
  }

  private void rigidShare() {
    long share = moment.number("rigid-share-percent");
    long income = home.earnedFen(null, Sketch.closed(at), 12, at);
    settleRigid(income * share / 100);
  }

  private void rigidLeavesTooLittle() {
    long heads = Math.max(1, home.people.size());
    long income = home.earnedFen(null, Sketch.closed(at), 12, at);
    settleRigid(income - 12 * heads * lineFen());
  }

  private void settleRigid(long fen) {
    LocalDate first = at.minusMonths(12).plusDays(1);
    long missing = chance.near(Math.max(0, fen)) - home.spentFen(Bodies.RIGID, null, first, at);
    if (missing > 0) {
      home.bill(chance.pick(Bodies.RIGID), missing, member(), chance.around(first, at));
    }
  }

  private void disaster() {
    home.add(
        "DISASTER_IMPACT",
        "emergency",
        null,
        chance.around(at.minusDays(89), at),
        Bodies.impact(
            chance.pick("flood-1", "quake-2"),
            chance.pick("none", "light", "severe", "collapsed"),
            chance.percent(50),
            chance.percent(25) ? 1L : 0L,
            chance.percent(25) ? 1L : 0L));
  }

  /** Its day in the window, or so that its deadline is the last complete day, or a day around. */
  private void accident() {
    long days = moment.number("temporary-relief-days");
    LocalDate day =
        switch (chance.below(3)) {
          case 0 -> chance.around(at.minusDays(89), at);
          case 1 -> chance.around(at.minusDays(days), at);
          default ->
              moment
                  .completeThrough("civil-affairs")
                  .minusDays(days)
                  .plusDays(chance.between(-1, 1));
        };
    home.add(
        "ACCIDENT_HAPPENED",
        "public-security",
        null,
        day,
        Bodies.of(
            "kind",
            "traffic",
            "hospitalStay",
            chance.percent(60),
            "deaths",
            chance.percent(30) ? 1L : 0L));
    if (chance.percent(50)) {
      LocalDate granted = chance.around(day, day.plusDays(days));
      home.add(
          "GRANT_APPROVED",
          "civil-affairs",
          null,
          granted,
          Bodies.grant(
              chance.percent(80) ? "temporary-relief" : "medical-aid",
              YearMonth.from(granted),
              100_000L));
    }
  }

  private void leavesClass() {
    String left = chance.pick("dibao", "tekun", "marginal");
    LocalDate ended = chance.around(at.minusMonths(24).plusDays(1), at);
    long before = chance.percent(85) ? chance.between(0, 3_000) : 0;
    if (chance.percent(30)) { // nobody says so, its time is up
      moment.recognise(left, null, ended.minusDays(before + 1), ended.minusDays(1));
    } else {
      recognise(left, ended.minusDays(before), ended.plusDays(chance.between(-2, 40)));
      moment.endClass(left, ended);
    }
    if (chance.percent(30)) {
      recognise(left, ended.plusDays(chance.below(200)), chance.around(at, at));
    }
  }

  private void recognise(String householdClass, LocalDate day, LocalDate validThrough) {
    moment.recognise(householdClass, null, day, chance.percent(40) ? validThrough : null);
  }

  private void perhapsSettlePerHead() {
    if (chance.percent(60)) {
      moment.settlePerHead(moment.number("marginal-percent"));
    }
  }

  private long lineFen() {
    return moment.lineFen();
  }

  private String member() {
    return moment.member();
  }
}
