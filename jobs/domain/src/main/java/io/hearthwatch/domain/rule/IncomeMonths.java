package io.hearthwatch.domain.rule;

import io.hearthwatch.domain.household.LedgerLine;
import io.hearthwatch.domain.household.Month;
import io.hearthwatch.domain.policy.Completeness;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Income by the month in which it was earned. A month closes on the 15th of the next. A month
 * without any record counts as 0 only if every source of income is complete through the day before
 * it closed; else it is unknown. Nothing is ever averaged.
 */
final class IncomeMonths {

  /** Where no record is to be told. */
  static final Consumer<LedgerLine> NOBODY = line -> {};

  private static final int CLOSING_DAY_OF_NEXT_MONTH = 15;

  private final HouseholdView view;
  private final Supplier<List<String>> incomeSources;
  private final Completeness completeness;

  IncomeMonths(
      HouseholdView view, Supplier<List<String>> incomeSources, Completeness completeness) {
    this.view = view;
    this.incomeSources = incomeSources;
    this.completeness = completeness;
  }

  /** The latest month that is closed as of a day. */
  static Month latestClosed(int day) {
    LocalDate date = LocalDate.ofEpochDay(day);
    return Month.of(date).plus(date.getDayOfMonth() >= CLOSING_DAY_OF_NEXT_MONTH ? -1 : -2);
  }

  /**
   * Income of consecutive months, in fen; throws NotAssessable at the first unknown month.
   *
   * @param personId only what this member earned, or null for the household; a month is known or
   *     unknown for the household as a whole
   * @param last latest of the months
   * @param months how many
   * @param read is told every record that was added up, once the sum is known
   */
  long sumFen(String personId, Month last, int months, Consumer<LedgerLine> read) {
    int first = last.index() - months + 1;
    if (personId == null && read == NOBODY) {
      return sumFen(first, months);
    }
    boolean[] known = new boolean[months];
    long sumFen = 0;
    List<LedgerLine> added = new ArrayList<>();
    for (EarnedIncome income : view.earned()) {
      int position = income.month() - first;
      if (position < 0 || position >= months) {
        continue;
      }
      known[position] = true;
      if (personId == null || personId.equals(income.line().personId())) {
        sumFen = Math.addExact(sumFen, income.fen());
        added.add(income.line());
      }
    }
    for (int i = 0; i < months; i++) {
      Month month = new Month(first + i);
      if (!known[i] && !completeThrough(month)) {
        throw new NotAssessable("income-unknown", month.toString());
      }
    }
    added.forEach(read);
    return sumFen;
  }

  /**
   * The same for the household where nobody wants to see the records: by the sums of its months.
   */
  private long sumFen(int first, int months) {
    EarnedByMonth earned = view.earnedByMonth();
    long sumFen = 0;
    for (int month = first; month < first + months; month++) {
      if (earned.known(month)) {
        sumFen = Math.addExact(sumFen, earned.fen(month));
      } else if (!completeThrough(new Month(month))) {
        throw new NotAssessable("income-unknown", new Month(month).toString());
      }
    }
    return sumFen;
  }

  private boolean completeThrough(Month month) {
    int closed = (month.lastEpochDay() + 1) + CLOSING_DAY_OF_NEXT_MONTH - 1;
    List<String> sources = incomeSources.get();
    for (String source : sources) {
      if (completeness.throughDay(source, view.region()) < closed - 1) {
        return false;
      }
    }
    return !sources.isEmpty();
  }
}
