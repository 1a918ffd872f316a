package io.hearthwatch.domain.rule;

import io.hearthwatch.domain.household.Month;
import java.util.function.Predicate;

/**
 * Comparisons with lines of money a head. While nobody registered the household its urban and its
 * rural line may apply, and the one most favourable to it decides.
 */
final class PovertyLines {

  static final String DIBAO_LINE = "dibao-line";

  private final Asked asked;
  private final Income income;

  PovertyLines(Asked asked, Income income) {
    this.asked = asked;
    this.income = income;
  }

  /** Members on the as-of date. */
  long members() {
    return membersOn(asked.view().asOf());
  }

  private long membersOn(int day) {
    int count = asked.view().membership().countOn(day);
    if (count == 0) {
      throw new NotAssessable("members-unknown", "");
    }
    if (asked.evidence().wanted()) {
      asked.evidence().measured(new Measured("members", "", day, day, count, "people"));
    }
    return count;
  }

  /** Whether an amount is more than some monthly dibao lines. */
  boolean moreThan(long fen, long lines) {
    return any(DIBAO_LINE, line -> compare(fen, lines, line) > 0);
  }

  /** Whether an amount is less than some monthly dibao lines. */
  boolean lessThan(long fen, long lines) {
    return any(DIBAO_LINE, line -> compare(fen, lines, line) < 0);
  }

  /** Whether something holds for any of the lines that may apply, even where another is unknown. */
  private boolean any(String name, Predicate<ParametersInForce.Line> holds) {
    NotAssessable unknown = null;
    for (String parameter : asked.parameters().lineParameters(name)) {
      try {
        if (holds.test(asked.parameters().line(parameter))) {
          return true;
        }
      } catch (NotAssessable e) {
        unknown = unknown == null ? e : unknown;
      }
    }
    if (unknown != null) {
      throw unknown;
    }
    return false;
  }

  private int compare(long fen, long lines, ParametersInForce.Line line) {
    cite(line);
    long linesFen = Math.multiplyExact(lines, line.fen());
    return line.perYear()
        ? Long.compare(Math.multiplyExact(fen, 12L), linesFen)
        : Long.compare(fen, linesFen);
  }

  /**
   * Whether income per head, of the latest closed month, is under a percentage of a line; a line
   * given a year is compared with the 12 latest closed months. Heads are the members on the last
   * day of the latest closed month.
   */
  boolean perCapitaUnder(String lineName, long percent) {
    Month last = income.latestClosedMonth();
    return any(lineName, line -> perCapitaUnder(line, percent, last));
  }

  /** Whether income per head was under the dibao line in each of the latest closed months. */
  boolean everyMonthUnder(long months) {
    NotAssessable unknown = null;
    for (int back = 0; back < months; back++) {
      Month month = income.latestClosedMonth().plus(-back);
      try {
        if (!any(DIBAO_LINE, line -> perCapitaUnder(line, 100, month))) {
          return false;
        }
      } catch (NotAssessable e) {
        unknown = unknown == null ? e : unknown;
      }
    }
    if (unknown != null) {
      throw unknown;
    }
    return true;
  }

  private boolean perCapitaUnder(ParametersInForce.Line line, long percent, Month last) {
    long incomeFen = income.fen("income", null, last, line.perYear() ? 12 : 1);
    long members = membersOn(last.lastEpochDay());
    cite(line);
    return Math.multiplyExact(incomeFen, 100L)
        < Math.multiplyExact(Math.multiplyExact(line.fen(), members), percent);
  }

  private void cite(ParametersInForce.Line line) {
    if (asked.evidence().wanted()) {
      asked.evidence().limit(line.used());
    }
  }
}
