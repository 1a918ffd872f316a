package io.hearthwatch.domain.rule;

import java.util.List;

/** What a household earned in each month: most rules add up whole months and nothing else. */
final class EarnedByMonth {

  private final int first;
  private final boolean[] known;
  private final long[] fen;

  EarnedByMonth(List<EarnedIncome> incomes) {
    int earliest = Integer.MAX_VALUE;
    int latest = Integer.MIN_VALUE;
    for (EarnedIncome income : incomes) {
      earliest = Math.min(earliest, income.month());
      latest = Math.max(latest, income.month());
    }
    first = earliest;
    known = new boolean[incomes.isEmpty() ? 0 : latest - earliest + 1];
    fen = new long[known.length];
    for (EarnedIncome income : incomes) {
      known[income.month() - first] = true;
      fen[income.month() - first] = Math.addExact(fen[income.month() - first], income.fen());
    }
  }

  /** Whether there is any record of this month. */
  boolean known(int month) {
    return month >= first && month - first < known.length && known[month - first];
  }

  /** The sum of a month of which there is a record. */
  long fen(int month) {
    return fen[month - first];
  }
}
