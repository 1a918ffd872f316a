package io.hearthwatch.reference;

import java.time.LocalDate;
import java.time.YearMonth;

/** What makes a household's figures suggest a class in another way than by little income. */
final class FatesOfEntitlement {

  private final Moment moment;
  private final Sketch home;
  private final Chance chance;
  private final LocalDate at;

  FatesOfEntitlement(Moment moment) {
    this.moment = moment;
    this.home = moment.home;
    this.chance = moment.chance;
    this.at = moment.at;
  }

  /**
   * In grace since so many months, or a day beside; of what it was paid with before as much goes on
   * as its figures would give, or a fen beside.
   */
  void phasedOut() {
    LocalDate begin =
        at.minusMonths(chance.pick(0, 1, 2, 4, 5, 6, 7, 9)).plusDays(chance.pick(-1, 0, 0, 1));
    LocalDate through = chance.percent(50) ? null : at.plusDays(chance.pick(-1, 0, 1, 45));
    moment.recognise("dibao", "grace", begin, through);
    if (chance.percent(30)) {
      moment.recognise(
          "dibao", "grace", begin.minusDays(50), begin.minusDays(chance.pick(0, 1, 2)));
    }
    YearMonth before = YearMonth.from(begin).minusMonths(chance.percent(85) ? 1 : 2);
    long benefit = chance.between(10_001L, 90_000L);
    LocalDate paidOn = before.atDay(chance.between(1, 28));
    moment.pay("dibao", null, moment.member(), before, benefit, paidOn);
    if (chance.percent(30)) {
      moment.pay("dibao", null, null, before, chance.between(1L, 9_000L), paidOn.plusDays(40));
    }
    long continued = benefit * chance.pick(50, 70, 100, 100) / 100;
    moment.settleMonth(0, Math.max(0, home.heads() * moment.lineFen() - chance.near(continued)));
  }

  /** Earns more than the line, and rigid expenditure leaves it about the line. */
  void impoverished() {
    long line = home.heads() * moment.lineFen();
    for (int back = 11; back >= 0; back--) {
      moment.settleMonth(back, line * chance.pick(100, 120, 150, 199) / 100);
    }
    LocalDate first = at.minusMonths(12).plusDays(1);
    long over = home.earnedFen(null, moment.closed(), 12, at) - chance.near(12 * line);
    long more = chance.percent(20) ? 13 * line : 0; // then nothing at all is left
    long missing = over + more - home.spentFen(Bodies.RIGID, null, first, at);
    if (missing > 0) {
      home.bill(chance.pick(Bodies.RIGID), missing, moment.member(), chance.around(first, at));
    }
  }
}
