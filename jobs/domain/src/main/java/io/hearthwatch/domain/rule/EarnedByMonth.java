package io.hearthwatch.domain.rule;

import io.hearthwatch.domain.household.LedgerLine;
import io.hearthwatch.domain.household.Membership;
import io.hearthwatch.domain.household.body.IncomeReceived;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a household earned in each month: read once, for rules add up one stretch after another. */
final class EarnedByMonth {

  /** Kinds that are recorded but are not income. */
  private static final Set<String> NOT_INCOME = Set.of("dibao", "relief");

  private final List<LedgerLine> incomes;
  private final int first;
  private final boolean[] known;
  private final long[] fen;

  /**
   * Over lines of income.
   *
   * @param membership says which of them count
   */
  EarnedByMonth(List<LedgerLine> lines, Membership membership) {
    incomes = new ArrayList<>(lines.size());
    int earliest = Integer.MAX_VALUE;
    int latest = Integer.MIN_VALUE;
    for (LedgerLine line : lines) {
      if (membership.counts(line.personId(), line.day()) && isIncome(line)) {
        incomes.add(line);
        earliest = Math.min(earliest, month(line));
        latest = Math.max(latest, month(line));
      }
    }
    first = earliest;
    known = new boolean[incomes.isEmpty() ? 0 : latest - earliest + 1];
    fen = new long[known.length];
    for (LedgerLine income : incomes) {
      int at = month(income) - first;
      known[at] = true;
      fen[at] = Math.addExact(fen[at], fen(income));
    }
  }

  /** Whether there is any record of this month. */
  boolean known(int month) {
    return month >= first && month - first < known.length && known[month - first];
  }

  /** The sum of the months from one to another, of the whole household. */
  long fen(int from, int through) {
    long sumFen = 0;
    for (int at = Math.max(from - first, 0); at < fen.length && at <= through - first; at++) {
      sumFen = Math.addExact(sumFen, fen[at]);
    }
    return sumFen;
  }

  /** The same of one member. */
  long fenOf(String personId, int from, int through) {
    long sumFen = 0;
    for (LedgerLine income : incomes) {
      if (within(income, from, through) && personId.equals(income.personId())) {
        sumFen = Math.addExact(sumFen, fen(income));
      }
    }
    return sumFen;
  }

  /** The records of these months: of one member, or of the whole household (null). */
  List<LedgerLine> lines(String personId, int from, int through) {
    return incomes.stream()
        .filter(income -> within(income, from, through))
        .filter(income -> personId == null || personId.equals(income.personId()))
        .toList();
  }

  private static boolean isIncome(LedgerLine line) {
    return !NOT_INCOME.contains(((IncomeReceived) line.body()).kind());
  }

  private static boolean within(LedgerLine income, int from, int through) {
    return month(income) >= from && month(income) <= through;
  }

  /** Index of the month in which it was earned. */
  private static int month(LedgerLine income) {
    return ((IncomeReceived) income.body()).monthEarned().index();
  }

  private static long fen(LedgerLine income) {
    return ((IncomeReceived) income.body()).amountFen();
  }
}
