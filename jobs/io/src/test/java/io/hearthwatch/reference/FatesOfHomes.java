package io.hearthwatch.reference;

import java.time.LocalDate;

/** What befalls a home: how safe it is, disasters, power and water, and what is owned. */
final class FatesOfHomes {

  private final Moment moment;
  private final Sketch home;
  private final Chance chance;
  private final LocalDate at;

  FatesOfHomes(Moment moment) {
    this.moment = moment;
    this.home = moment.home;
    this.chance = moment.chance;
    this.at = moment.at;
  }

  /** Draws one fate. */
  void befall() {
    switch (chance.below(8)) {
      case 0 -> unsafe();
      case 1 -> unusable();
      case 2, 3 -> transition();
      case 4, 5 -> silence();
      case 6 -> arrears();
      default -> property();
    }
  }

  private void unsafe() {
    long wait = moment.number("repair-days");
    LocalDate since = moment.before(wait, "housing");
    if (chance.percent(50)) {
      grade(chance.pick("a", "b", "c", "d"), since.minusDays(chance.pick(0, 1, 700)));
    }
    grade(chance.pick("c", "d"), since);
    if (chance.percent(35)) {
      grade(chance.pick("b", "c", "d"), since.plusDays(chance.pick(0, 1, 30)));
    }
    if (chance.percent(35)) {
      moment.aid("housing-aid", moment.member(), chance.around(since, since.plusDays(wait)));
    }
  }

  private void grade(String grade, LocalDate day) {
    home.state("DWELLING_GRADED", "housing", null, day, "grade", grade);
  }

  /** One disaster in several records; the home usable in the end or not. */
  private void unusable() {
    long wait = moment.number("emergency-aid-days");
    String disaster = "storm-" + chance.below(3);
    LocalDate first =
        chance.percent(40)
            ? chance.around(at.minusDays(179), at)
            : moment.before(wait, "emergency", "civil-affairs");
    impact(disaster, chance.percent(25), first);
    while (chance.percent(40)) {
      impact(disaster, chance.percent(30), first.plusDays(chance.pick(0, 1, 20, 100)));
    }
    if (chance.percent(35)) {
      LocalDate day = chance.around(first, first.plusDays(wait));
      moment.aid("disaster-transition", moment.member(), day);
    }
  }

  private void impact(String disaster, boolean usable, LocalDate day) {
    String damage = chance.pick("none", "light", "severe");
    home.add(
        "DISASTER_IMPACT", "emergency", null, day, Bodies.impact(disaster, damage, usable, 0, 0));
  }

  private void transition() {
    long wait = moment.number("transition-days");
    LocalDate since =
        chance.percent(40)
            ? chance.around(at.minusMonths(12).plusDays(1), at)
            : moment.before(wait, "civil-affairs");
    grantTransition(since);
    if (chance.percent(25)) {
      grantTransition(since.plusDays(chance.pick(0, 1, 40)));
    }
    if (chance.percent(30)) {
      moment.aid(
          chance.pick("dibao", "tekun", "temporary-relief"),
          moment.member(),
          since.plusDays(chance.pick(-1, 0, 0, 1, 60)));
    }
    if (chance.percent(75)) {
      moment.settlePerHead(moment.number("marginal-percent"));
    }
  }

  private void grantTransition(LocalDate day) {
    home.add(
        "GRANT_APPROVED",
        "emergency",
        moment.member(),
        day,
        Bodies.grant("disaster-transition", java.time.YearMonth.from(day), 200_000L));
  }

  /** A meter that is read now and then or nearly every day, and a last use that is just so old. */
  private void silence() {
    boolean daily = chance.percent(60);
    String limit = chance.pick("silence-days-others", "silence-days-unread");
    long wait = moment.number(daily && chance.percent(70) ? "silence-days" : limit);
    LocalDate last = moment.before(wait, "utilities");
    use(last, chance.between(1L, 9_000L), 0);
    int often = (int) moment.number("utility-daily-readings");
    int readings = daily ? often + chance.between(-1, 1) : chance.below(4);
    int newest = daily ? chance.pick(0, 1, (int) wait) : chance.pick(0, (int) wait, 80);
    for (int i = 0; i < readings; i++) {
      LocalDate day = at.minusDays(i == 0 ? chance.pick(88, 89, 90) : newest + i);
      use(day, day.isAfter(last) || chance.percent(20) ? 0 : chance.between(0L, 9_000L), 0);
    }
    if (chance.percent(35)) {
      moment.recognise("tekun", null, at.minusDays(chance.between(0, 900)), null);
    }
  }

  private void use(LocalDate day, long quantity, long unpaid) {
    use(chance.pick("power", "water"), day, quantity, unpaid);
  }

  private void use(String utility, LocalDate day, long quantity, long unpaid) {
    home.state(
        "UTILITY_USED",
        "utilities",
        chance.percent(80) ? null : home.somebody(),
        day,
        "utility",
        utility,
        "quantity",
        quantity,
        "unpaidBills",
        unpaid);
  }

  private void arrears() {
    long most = moment.number("unpaid-bills");
    long first = chance.between(0L, most);
    long percent = moment.number("utility-use-percent");
    for (String utility :
        chance.percent(60) ? new String[] {"power", "water"} : new String[] {"water"}) {
      long before = 200L * chance.between(0, 40);
      LocalDate end = at.minusMonths(12);
      use(utility, chance.around(end.minusMonths(3).plusDays(1), end), before / 2, 0);
      use(utility, chance.around(end.minusMonths(3).plusDays(1), end), before - before / 2, 0);
      long now = chance.near(before * percent / 100);
      use(utility, chance.around(at.minusMonths(3).plusDays(1), at), now / 3, first);
      use(utility, chance.percent(70) ? at : at.minusDays(1), now - now / 3, first);
      first = chance.near(Math.max(1, most - first));
    }
  }

  private void property() {
    moment.perhapsIn("dibao", "marginal", "local-class", "tekun");
    long assets = moment.number("asset-lines") * moment.lineFen() * home.heads();
    long part = chance.percent(50) ? 0 : assets / 3;
    LocalDate day = at.minusDays(chance.pick(-1, 0, 0, 1, 800));
    long dwellings = chance.pick(0L, 0L, 1L);
    declare(moment.member(), chance.near(assets) - part, dwellings, vehicles(), day);
    long cheapCar = chance.percent(30) ? 100_000 : 0;
    declare(
        home.somebody(), part, chance.pick(0L, 0L, 1L), cheapCar, day.minusDays(chance.below(2)));
    if (chance.percent(20)) {
      declare(home.somebody(), 1_000, 2, 0, day.minusDays(chance.below(900)));
    }
  }

  private long vehicles() {
    return chance.percent(60) ? 0 : chance.near(moment.number("vehicle-value-limit"));
  }

  private void declare(
      String person, long assetsFen, long dwellings, long vehiclesFen, LocalDate day) {
    home.state(
        "PROPERTY_DECLARED",
        "housing",
        person,
        day,
        "financialAssetsFen",
        Math.max(0, assetsFen),
        "dwellings",
        dwellings,
        "vehicleValueFen",
        vehiclesFen);
  }
}
