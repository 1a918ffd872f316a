package io.hearthwatch.domain.rule;

import io.hearthwatch.domain.household.Month;

/**
 * What a household in a class is owed for a month: the line of the month for each member, less its
 * income. The line is that of the month's first day: by the line of today everybody who was paid
 * rightly would have been paid too little on the day on which it rises.
 */
final class Owed {

  private final Asked asked;
  private final Income income;
  private final PovertyLines lines;

  Owed(Asked asked, Income income, PovertyLines lines) {
    this.asked = asked;
    this.income = income;
    this.lines = lines;
  }

  /**
   * Whether in each of the latest closed months less was paid than was owed.
   *
   * @param householdClass the class, and the programme by which it is paid
   * @param months how many
   * @param tolerance difference that is let pass, in fen
   */
  boolean paidUnder(String householdClass, long months, long tolerance) {
    Month last = income.latestClosedMonth();
    for (int back = 0; back < months; back++) {
      Month month = last.plus(-back);
      if (!asked.view().inClassOn(householdClass, month.firstEpochDay())
          || !asked.view().inClassOn(householdClass, month.lastEpochDay())) {
        return false;
      }
    }
    return lines.everyMonth(months, month -> paidUnder(householdClass, tolerance, month));
  }

  private boolean paidUnder(String householdClass, long tolerance, Month month) {
    long incomeFen = income.fen("income", null, month, 1);
    long members = lines.membersOn(month.lastEpochDay());
    long coveredFen = Math.addExact(incomeFen, paidFen(householdClass, month));
    return lines.anyOn(
        month.firstEpochDay(),
        PovertyLines.DIBAO_LINE,
        line -> {
          lines.cite(line);
          long missing = Math.addExact(coveredFen, tolerance);
          return Math.multiplyExact(line.fen(), members)
              > (line.perYear() ? Math.multiplyExact(missing, 12L) : missing);
        });
  }

  private long paidFen(String programme, Month month) {
    long sumFen = new Paid(asked).fen(programme, month).orElse(0);
    asked.measured(
        "paid", Window.months(1), month.firstEpochDay(), month.lastEpochDay(), sumFen, "fen");
    return sumFen;
  }
}
