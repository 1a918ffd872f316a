package io.hearthwatch.reference;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What befalls the money of a household: budgets, schooling, incomes, grants and payments. */
final class FatesOfMoney {

  private static final List<String> MEDICAL = List.of("medical");
  private static final List<String> ALL =
      List.of(
          "medical",
          "education",
          "housing",
          "rehabilitation",
          "disaster-repair",
          "insurance",
          "loan",
          "living",
          "other");

  private final Moment moment;
  private final Sketch home;
  private final Chance chance;
  private final LocalDate at;

  FatesOfMoney(Moment moment) {
    this.moment = moment;
    this.home = moment.home;
    this.chance = moment.chance;
    this.at = moment.at;
  }

  /** Draws one fate. */
  void befall() {
    switch (chance.below(11)) {
      case 0, 1 -> budget();
      case 2 -> surge();
      case 3, 4 -> schooling();
      case 5 -> unstable();
      case 6 -> underMarginal();
      case 7 -> worksAndEarns();
      case 8, 9 -> underpaid();
      default -> grant();
    }
  }

  /** Costs of living beyond subsistence, and medical costs near their share of what is beyond. */
  private void budget() {
    LocalDate first = at.minusMonths(12).plusDays(1);
    long percent = moment.number("catastrophic-percent");
    long subsistence = 12 * home.heads() * moment.lineFen();
    long medical = home.spentFen(MEDICAL, null, first, at);
    long other = home.spentFen(ALL, null, first, at) - medical;
    long beyond = 6L * (100 - percent) * chance.between(100, 9_000);
    if (other < subsistence + beyond) {
      long living = subsistence + beyond - other;
      home.bill("living", living, moment.member(), chance.around(first, at));
      other += living;
    }
    long wanted = chance.near(percent * (other - subsistence) / (100 - percent));
    if (wanted > medical) {
      home.bill("medical", wanted - medical, moment.member(), chance.around(first, at));
    }
  }

  private void surge() {
    LocalDate first = at.minusDays(89);
    long lines = moment.number("expenditure-surge-lines") * moment.lineFen();
    long wanted = chance.percent(50) ? chance.near(lines) : lines + 2 * chance.between(1, 90_000);
    long missing = wanted - home.spentFen(Bodies.RIGID, null, first, at);
    if (missing > 0) {
      home.bill(chance.pick(Bodies.RIGID), missing, moment.member(), chance.around(first, at));
    }
    LocalDate end = at.minusMonths(12);
    long now = Math.max(wanted, home.spentFen(Bodies.RIGID, null, first, at));
    long percent = moment.number("expenditure-surge-percent");
    long before = chance.near(now * 100 / percent);
    long more = before - home.spentFen(Bodies.RIGID, null, end.minusDays(89), end);
    if (chance.percent(70) && more > 0) {
      home.bill("housing", more, moment.member(), chance.around(end.minusDays(89), end));
    }
  }

  /** Schooling near what public schools charge, or in sum near its share of income. */
  private void schooling() {
    LocalDate first = at.minusMonths(12).plusDays(1);
    long share = moment.number("education-share-percent");
    if (chance.percent(70)) { // nobody is poor enough by chance
      for (int back = 0; back < 12; back++) {
        moment.settleMonth(back, chance.pick(0L, 50L, 10_000L, 40_000L) * home.heads());
      }
    }
    String person = chance.percent(20) ? null : home.somebody();
    String stage = chance.pick("kindergarten", "primary", "junior", "university", "evening");
    if (person != null && chance.percent(75)) {
      home.state(
          "SCHOOL_STATUS_CHANGED",
          "education",
          person,
          at.minusDays(chance.pick(-1, 0, 1, 500)),
          "stage",
          stage,
          "status",
          chance.pick("enrolled", "left"));
    }
    long income = home.earnedFen(null, moment.closed(), 12, at);
    long wanted =
        chance.percent(60)
            ? chance.near(income * share / 100)
            : chance.near(chance.pick(100_000L, 150_000L, 400_000L, 600_000L, 800_000L));
    long missing = wanted - home.spentFen(List.of("education"), null, first, at);
    if (missing > 0) {
      home.bill("education", missing, person, chance.around(first, at));
    }
  }

  /** Three poor months and three that are four times as good vary by just 60 percent. */
  private void unstable() {
    long least = chance.near(moment.lineFen() * home.heads() * chance.pick(60L, 100L) / 100);
    for (int back = 0; back < 6; back++) {
      moment.settleMonth(back, back % 2 == 0 ? least : 4 * least + chance.pick(-1, 0, 0, 1));
    }
    if (chance.percent(60)) {
      new FatesOfClasses(moment).review(chance.pick(6L, 12L));
    }
  }

  private void underMarginal() {
    long percent = moment.number("marginal-percent");
    for (int back = 0; back < 3; back++) {
      moment.settleMonth(back, chance.near(moment.lineFen() * home.heads() * percent / 100));
    }
    if (chance.percent(30)) {
      LocalDate last = at.minusDays(chance.pick(59, 60, 60, 61));
      LocalDate day = last.minusDays(chance.pick(0, 300));
      boolean ended = chance.percent(50);
      moment.recognise("marginal", null, day, ended ? null : last);
      if (ended) {
        moment.endClass("marginal", last.plusDays(1));
      }
    }
  }

  private void worksAndEarns() {
    String variant = chance.percent(20) ? "grace" : null;
    moment.recognise("dibao", variant, at.minusDays(chance.between(0, 900)), null);
    long workers = 0;
    for (String person : home.people) {
      if (chance.percent(40)) {
        workers++;
        LocalDate monthEnd = moment.closed().minusMonths(chance.pick(0, 1, 2, 9)).atEndOfMonth();
        home.state(
            "EMPLOYMENT_CHANGED",
            "human-resources",
            person,
            chance.percent(70) ? at.minusDays(900) : monthEnd.plusDays(chance.between(-1, 1)),
            "status",
            "employed");
      }
    }
    long deduction = moment.number("employment-deduction-percent");
    long least = moment.lineFen() * (home.heads() * 100 + deduction * workers) / 100;
    for (int back = 0; back < 3; back++) {
      moment.settleMonth(back, chance.percent(30) ? chance.near(least) : least + 1);
    }
  }

  private void underpaid() {
    YearMonth last = moment.closed();
    LocalDate since =
        chance.percent(60)
            ? at.minusDays(chance.between(100, 900))
            : last.minusMonths(1).atDay(1).plusDays(chance.between(-1, 1));
    moment.recognise(
        "dibao",
        chance.percent(10) ? "grace" : null,
        since,
        chance.percent(30) ? last.atEndOfMonth().plusDays(chance.between(-1, 1)) : null);
    if (chance.percent(15)) {
      moment.endClass("dibao", last.atEndOfMonth().plusDays(chance.between(0, 1)));
    }
    for (int back = 0; back < 2; back++) {
      YearMonth month = last.minusMonths(back);
      if (chance.percent(60)) {
        moment.settleMonth(back, moment.lineFen() * home.heads() * chance.pick(0, 40, 70) / 100);
      }
      long owed =
          moment.lineFen() * home.heads() - home.earnedFen(null, month, 1, at) - tolerance();
      long paid = chance.percent(60) ? Math.max(0, owed - 1) : chance.near(Math.max(0, owed));
      long first = chance.percent(70) ? paid : paid / 2;
      LocalDate day = chance.percent(85) ? at.minusDays(chance.below(30)) : at.plusDays(1);
      moment.pay("dibao", null, moment.member(), month, first, day);
      moment.pay("dibao", null, moment.member(), month, paid - first, at);
    }
  }

  private long tolerance() {
    return moment.number("underpaid-tolerance");
  }

  /** Granted and paid: by its id, by another id of the same first half, without one, or not. */
  private void grant() {
    UUID id = chance.uuid();
    String source = chance.pick("civil-affairs", "emergency", "housing", "education");
    String person = moment.member();
    String programme = chance.pick("temporary-relief", "medical-aid", "disability-nursing");
    long dayOfMonth = moment.number("payment-day");
    LocalDate due = chance.percent(50) ? at : moment.completeThrough(source);
    YearMonth month = YearMonth.from(due.minusDays(dayOfMonth).plusDays(chance.between(-1, 1)));
    LocalDate granted =
        chance.percent(25)
            ? chance.around(at.minusMonths(12).plusDays(1), at)
            : chance.around(month.atDay(1), month.atEndOfMonth());
    YearMonth first = chance.percent(60) ? YearMonth.from(granted) : month.plusMonths(1);
    home.add(
        id,
        "GRANT_APPROVED",
        source,
        person,
        granted,
        Bodies.grant(programme, first, chance.pick(0L, 1L, 80_000L, 80_000L)));
    if (chance.percent(50)) {
      String cited =
          chance.pick(
              null,
              null,
              id.toString(),
              id.toString().toUpperCase(Locale.ROOT), // nobody's
              new UUID(id.getMostSignificantBits(), 7).toString(),
              chance.uuid().toString(),
              "g-17");
      moment.pay(
          chance.percent(85) ? programme : "dibao",
          cited,
          chance.percent(75) ? person : moment.member(),
          first.plusMonths(chance.pick(-1, 0, 0, 1)),
          40_000L,
          chance.percent(80) ? granted.plusDays(chance.below(40)) : at.plusDays(1));
    }
  }
}
