package io.hearthwatch.domain.rule;

import io.hearthwatch.domain.household.LedgerLine;
import io.hearthwatch.domain.household.body.IncomeReceived;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One income that counts.
 *
 * @param month index of the month in which it was earned
 * @param fen the amount
 * @param line the record
 */
record EarnedIncome(int month, long fen, LedgerLine line) {

  /** Kinds that are recorded but are not income. */
  private static final Set<String> NOT_INCOME = Set.of("dibao", "relief");

  /** What of these lines is income, in their order. */
  static List<EarnedIncome> of(List<LedgerLine> lines) {
    List<EarnedIncome> earned = new ArrayList<>(lines.size());
    for (LedgerLine line : lines) {
      IncomeReceived income = (IncomeReceived) line.body();
      if (!NOT_INCOME.contains(income.kind())) {
        earned.add(new EarnedIncome(income.monthEarned().index(), income.amountFen(), line));
      }
    }
    return earned;
  }
}
