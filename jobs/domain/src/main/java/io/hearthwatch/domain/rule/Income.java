package io.hearthwatch.domain.rule;

import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.LedgerLine;
import io.hearthwatch.domain.household.Month;
import java.time.LocalDate;
import java.util.List;

/**
 * Income by the month in which it was earned, in fen. A month closes on the 15th of the next. A
 * month without any record counts as 0 only if every source of income is complete through the day
 * before it closed; else it is unknown. Nothing is ever averaged.
 */
final class Income {

  static final String INCOME_SOURCES = "income-sources";

  private static final int CLOSING_DAY_OF_NEXT_MONTH = 15;

  private final Asked asked;

  Income(Asked asked) {
    this.asked = asked;
  }

  /** Income of the latest closed months. */
  long fen(Window window) {
    return fen("income", null, latestClosedMonth(), months(window));
  }

  /** Income of the months before the latest closed ones. */
  long earlierFen(Window window, Window latest) {
    return fen("earlierIncome", null, latestClosedMonth().plus(-months(latest)), months(window));
  }

  /** Income of the closed months as of the day of death: of the member, or of the household. */
  long atDeathFen(String personId, Window window, boolean ofHousehold) {
    LedgerLine death = null;
    for (LedgerLine line : asked.view().lines(EventType.MEMBER_DIED)) {
      death = personId.equals(line.personId()) ? line : death;
    }
    if (death == null) {
      throw new IllegalArgumentException("the member did not die");
    }
    return fen(
        ofHousehold ? "member.householdIncomeAtDeath" : "member.incomeAtDeath",
        ofHousehold ? null : personId,
        latestClosed(death.day()),
        months(window));
  }

  /** The latest month that is closed on the as-of date. */
  Month latestClosedMonth() {
    return latestClosed(asked.view().asOf());
  }

  /** The latest month that is closed as of a day. */
  static Month latestClosed(int day) {
    LocalDate date = LocalDate.ofEpochDay(day);
    return Month.of(date).plus(date.getDayOfMonth() >= CLOSING_DAY_OF_NEXT_MONTH ? -1 : -2);
  }

  /**
   * Income of consecutive months; throws NotAssessable at the first unknown month.
   *
   * @param indicator what evidence calls it
   * @param personId only what this member earned, or null for the household; a month is known or
   *     unknown for the household as a whole
   * @param last latest of the months
   * @param months how many
   */
  long fen(String indicator, String personId, Month last, int months) {
    int first = last.index() - months + 1;
    EarnedByMonth earned = asked.view().earned();
    for (int month = first; month <= last.index(); month++) {
      if (!earned.known(month) && !completeThrough(new Month(month))) {
        throw new NotAssessable("income-unknown", new Month(month).toString());
      }
    }
    long sumFen =
        personId == null
            ? earned.fen(first, last.index())
            : earned.fenOf(personId, first, last.index());
    if (asked.evidence().wanted()) {
      earned.lines(personId, first, last.index()).forEach(asked.evidence()::record);
      asked
          .evidence()
          .measured(
              new Measured(
                  indicator,
                  "months(" + months + ")",
                  last.plus(1 - months).firstEpochDay(),
                  last.lastEpochDay(),
                  sumFen,
                  "fen"));
    }
    return sumFen;
  }

  private boolean completeThrough(Month month) {
    int closed = (month.lastEpochDay() + 1) + CLOSING_DAY_OF_NEXT_MONTH - 1;
    List<String> sources = asked.parameters().codes(INCOME_SOURCES);
    for (String source : sources) {
      if (asked.completeness().throughDay(source, asked.view().region()) < closed - 1) {
        return false;
      }
    }
    return !sources.isEmpty();
  }

  private static int months(Window window) {
    if (!window.inMonths()) {
      throw new IllegalArgumentException("income goes by months, not by " + window);
    }
    return window.count();
  }
}
