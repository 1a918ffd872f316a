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

  private final List<Earned> incomes;
  private final int first;
  private final boolean[] known;
  private final long[] fen;

  /** One income that counts, and the index of the month in which it was earned. */
  private record Earned(int month, long fen, LedgerLine line) {

    boolean by(String personId) {
      return personId == null || personId.equals(line.personId());
    }
  }

  /**
   * Over lines of income.
   *
   * @param membership says which of them count
   */
  EarnedByMonth(List<LedgerLine> lines, Membership membership) {
    incomes = counted(lines, membership);
    int earliest = Integer.MAX_VALUE;
    int latest = Integer.MIN_VALUE;
    for (Earned income : incomes) {
      earliest = Math.min(earliest, income.month());
      latest = Math.max(latest, income.month());
    }
    first = earliest;
    known = new boolean[incomes.isEmpty() ? 0 : latest - earliest + 1];
    fen = new long[known.length];
    for (Earned income : incomes) {
      int at = income.month() - first;
      known[at] = true;
      fen[at] = Math.addExact(fen[at], income.fen());
    }
  }

  private static List<Earned> counted(List<LedgerLine> lines, Membership membership) {
    List<Earned> counted = new ArrayList<>(lines.size());
    for (LedgerLine line : lines) {
      if (membership.counts(line.personId(), line.day())) {
        IncomeReceived income = (IncomeReceived) line.body();
        if (!NOT_INCOME.contains(income.kind())) {
          counted.add(new Earned(income.monthEarned().index(), income.amountFen(), line));
        }
      }
    }
    return counted;
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
    for (Earned income : incomes) {
      if (income.month() >= from && income.month() <= through && income.by(personId)) {
        sumFen = Math.addExact(sumFen, income.fen());
      }
    }
    return sumFen;
  }

  /** The records of these months: of one member, or of the whole household (null). */
  List<LedgerLine> lines(String personId, int from, int through) {
    return incomes.stream()
        .filter(income -> income.month() >= from && income.month() <= through)
        .filter(income -> income.by(personId))
        .map(Earned::line)
        .toList();
  }
}
