package io.hearthwatch.domain.rule;

import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.LedgerLine;
import io.hearthwatch.domain.household.Month;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Income by the month in which it was earned, in fen. A month closes on the 15th of the next. A
 * month without any record counts as 0 only if every source of income is complete through the day
 * before it closed; else it is unknown. Nothing is ever averaged.
 */
final class Income {

  static final String INCOME_SOURCES = "income-sources";

  private static final int CLOSING_DAY_OF_NEXT_MONTH = 15;

  private final Asked asked;

  /** A month that somebody asked for in vain: many rules ask for the same. */
  private int unknownMonth = Integer.MIN_VALUE;

  private NotAssessable unknown;

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

  /** The smallest income of the latest closed months, each of which must be known. */
  long leastFen(Window window) {
    Month last = latestClosedMonth();
    int months = months(window);
    long least = LongStream.of(monthly(last, months)).min().orElseThrow();
    tell("leastIncome", null, last, months, least);
    return least;
  }

  /**
   * Whether the standard deviation of the monthly incomes is over so many percent of their mean.
   * With n months and the sums S of incomes and Q of their squares: (n Q - S x S) x 10,000 >
   * percent x percent x S x S, so that nothing is divided and no root is taken.
   */
  boolean variesOver(Window window, long percent) {
    Month last = latestClosedMonth();
    long[] monthly = monthly(last, months(window));
    BigInteger sum = BigInteger.valueOf(fen("income", null, last, monthly.length));
    BigInteger squares = BigInteger.ZERO;
    for (long fen : monthly) {
      squares = squares.add(BigInteger.valueOf(fen).pow(2));
    }
    BigInteger spread = squares.multiply(BigInteger.valueOf(monthly.length)).subtract(sum.pow(2));
    return sum.signum() > 0
        && spread
                .multiply(BigInteger.valueOf(10_000))
                .compareTo(BigInteger.valueOf(percent).pow(2).multiply(sum.pow(2)))
            > 0;
  }

  private long[] monthly(Month last, int months) {
    requireKnown(last, months);
    long[] monthly = new long[months];
    for (int i = 0; i < months; i++) {
      int month = last.index() - i;
      monthly[i] = asked.view().earned().fen(month, month);
    }
    return monthly;
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
    requireKnown(last, months);
    int first = last.index() - months + 1;
    EarnedByMonth earned = asked.view().earned();
    long sumFen =
        personId == null
            ? earned.fen(first, last.index())
            : earned.fenOf(personId, first, last.index());
    tell(indicator, personId, last, months, sumFen);
    return sumFen;
  }

  private void requireKnown(Month last, int months) {
    for (int month = last.index() - months + 1; month <= last.index(); month++) {
      if (month == unknownMonth) {
        throw unknown;
      }
      if (!asked.view().earned().known(month) && !completeThrough(new Month(month))) {
        unknownMonth = month;
        unknown = new NotAssessable("income-unknown", new Month(month).toString());
        throw unknown;
      }
    }
  }

  private void tell(String indicator, String personId, Month last, int months, long fen) {
    if (asked.evidence().wanted()) {
      int first = last.index() - months + 1;
      asked.view().earned().lines(personId, first, last.index()).forEach(asked.evidence()::record);
      asked.measured(
          indicator,
          Window.months(months),
          last.plus(1 - months).firstEpochDay(),
          last.lastEpochDay(),
          fen,
          "fen");
    }
  }

  private boolean completeThrough(Month month) {
    int closed = (month.lastEpochDay() + 1) + CLOSING_DAY_OF_NEXT_MONTH - 1;
    List<String> sources = asked.parameters().codes(INCOME_SOURCES);
    for (String source : sources) {
      if (asked.completeThrough(source) < closed - 1) {
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
