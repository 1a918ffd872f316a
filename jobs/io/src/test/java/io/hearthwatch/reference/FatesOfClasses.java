package io.hearthwatch.reference;

import java.time.LocalDate;

/** What befalls a household as one that is helped: ends, grace, reviews and monitoring. */
final class FatesOfClasses {

  private final Moment moment;
  private final Sketch home;
  private final Chance chance;
  private final LocalDate at;

  FatesOfClasses(Moment moment) {
    this.moment = moment;
    this.home = moment.home;
    this.chance = moment.chance;
    this.at = moment.at;
  }

  /** Draws one fate. */
  void befall() {
    switch (chance.below(12)) {
      case 0, 1 -> ends("rigid", null);
      case 2 -> ends(chance.pick("dibao", "marginal"), "grace");
      case 3 -> graceWithoutEnd();
      case 4 -> review(chance.pick(12L, 12L, 6L));
      case 5, 6 -> monitored();
      case 7 -> new FatesOfEntitlement(moment).phasedOut();
      case 8, 9 -> new FatesOfEntitlement(moment).impoverished();
      default -> referral();
    }
  }

  /** Received so many working days before the date or a complete day, or a day beside. */
  private void referral() {
    String source = chance.pick("human-resources", "education", "medical-insurance");
    long wait =
        chance.pick(
            moment.number("referral-accept-working-days"),
            moment.number("referral-result-working-days"),
            2 * moment.number("referral-result-working-days"));
    LocalDate due = chance.percent(60) ? at : moment.completeThrough(source);
    LocalDate received =
        chance.percent(15)
            ? at.minusMonths(12).plusDays(chance.between(0, 1))
            : workingDaysBefore(due, wait).plusDays(chance.between(-1, 1));
    String id = "r-" + chance.between(2L, 4L);
    answer(id, source, received, chance.percent(70) ? "received" : "accepted");
    if (chance.percent(50)) {
      String other = chance.percent(80) ? source : "civil-affairs";
      String answer = chance.pick("received", "accepted", "accepted", "done", "rejected");
      answer(id, other, received.plusDays(chance.below(20)), answer);
    }
  }

  private void answer(String id, String source, LocalDate day, String answer) {
    home.state(
        "REFERRAL_ANSWERED", source, null, day, "referralId", id, "answer", answer, "note", null);
  }

  private static LocalDate workingDaysBefore(LocalDate due, long days) {
    LocalDate day = due;
    for (long left = days; left > 0; day = day.minusDays(1)) {
      left -= NationPolicy.CALENDAR.getOrDefault(day, day.getDayOfWeek().getValue() < 6) ? 1 : 0;
    }
    return day;
  }

  /** Ends so many days after the date that notice is due on it, or a day beside. */
  private void ends(String householdClass, String variant) {
    long notice = moment.number("end-notice-days");
    LocalDate through =
        chance.percent(60)
            ? at.plusDays(notice).plusDays(chance.between(-1, 1))
            : chance.around(at, at.plusDays(notice));
    LocalDate day = at.minusDays(chance.between(0, 700));
    moment.recognise(householdClass, variant, day, through);
    if (chance.percent(30)) {
      LocalDate other = chance.percent(30) ? null : through.plusDays(chance.pick(-1, 0, 0, 1, 90));
      moment.recognise(
          chance.percent(70) ? householdClass : "monitored",
          variant,
          day.plusDays(chance.pick(0, 1, 30)),
          other);
    }
    if (chance.percent(15)) {
      moment.endClass(householdClass, at.plusDays(chance.between(-1, 1)));
    }
  }

  /** Lasts as long as the region says, so that notice is due on the date, or a day beside. */
  private void graceWithoutEnd() {
    LocalDate last =
        chance.percent(70)
            ? at.plusDays(moment.number("end-notice-days")).plusDays(chance.between(-1, 1))
            : at.minusDays(chance.between(-1, 60));
    LocalDate day = last.plusDays(1).minusMonths(moment.number("grace-months"));
    String householdClass = chance.pick("dibao", "marginal");
    moment.recognise(householdClass, "grace", day, null);
    if (chance.percent(40)) {
      LocalDate other = chance.percent(30) ? null : last.plusDays(chance.pick(-1, 0, 0, 1, 90));
      moment.recognise(
          chance.percent(70) ? householdClass : "monitored",
          "grace",
          day.plusDays(chance.pick(0, 0, 1, 30)),
          other);
    }
    if (chance.percent(15)) {
      moment.endClass(householdClass, at.plusDays(chance.between(-1, 1)));
    }
  }

  /** Recognised, and perhaps reviewed, so many months before the date or a complete day. */
  void review(long months) {
    LocalDate due = chance.percent(60) ? at : moment.completeThrough("civil-affairs");
    LocalDate since = due.minusMonths(months).plusDays(chance.between(-1, 1));
    boolean reviewed = chance.percent(60);
    long before = reviewed && chance.percent(85) ? chance.below(900) : 0;
    moment.recognise(
        chance.pick("dibao", "tekun", "marginal", "rigid", "monitored"),
        null,
        since.minusDays(before),
        null);
    if (reviewed || chance.percent(30)) {
      home.state(
          "REVIEW_DONE",
          "civil-affairs",
          null,
          reviewed ? since : since.minusDays(chance.below(300)),
          "result",
          "unchanged");
    }
  }

  /** Monitored, and struck, or poor over a year. */
  private void monitored() {
    moment.recognise("monitored", null, at.minusDays(chance.between(0, 700)), null);
    if (chance.percent(40)) {
      LocalDate day = chance.around(at.minusDays(89), at);
      home.add(
          "DISASTER_IMPACT",
          "emergency",
          null,
          day,
          Bodies.impact("quake-2", chance.pick("severe", "light"), true, 0, 0));
    } else {
      long line = moment.yearlyLineFen("monitoring-line") * home.heads();
      for (int back = 1; back < 12; back++) {
        moment.settleMonth(back, line / 12);
      }
      long before = home.earnedFen(null, moment.closed(), 12, at) - earnedLatest();
      moment.settleMonth(0, Math.max(0, chance.near(line) - before));
    }
  }

  private long earnedLatest() {
    return home.earnedFen(null, moment.closed(), 1, at);
  }
}
