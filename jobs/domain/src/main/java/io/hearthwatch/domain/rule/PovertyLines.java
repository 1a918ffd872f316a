package io.hearthwatch.domain.rule;

import io.hearthwatch.domain.household.Month;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Comparisons with lines of money a head. While nobody registered the household its urban and its
 * rural line may apply, and the one most favourable to it decides.
 */
final class PovertyLines {

  static final String DIBAO_LINE = "dibao-line";

  private final Asked asked;
  private final Income income;
  private final Work work;

  PovertyLines(Asked asked, Income income, Work work) {
    this.asked = asked;
    this.income = income;
    this.work = work;
  }

  /** Members on the as-of date. */
  long members() {
    return membersOn(asked.view().asOf());
  }

  /** Members on a day. */
  long membersOn(int day) {
    int count = asked.view().membership().countOn(day);
    if (count == 0) {
      throw new NotAssessable("members-unknown", "");
    }
    asked.at("members", day, count, "people");
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

  /**
   * Whether a part is more than a percentage of what is left of the whole above some monthly dibao
   * lines.
   */
  boolean moreThanPercentBeyond(long part, long percent, long whole, long lines) {
    return any(
        DIBAO_LINE,
        line -> {
          cite(line);
          long times = line.perYear() ? 12 : 1;
          long left =
              Math.subtractExact(
                  Math.multiplyExact(whole, times), Math.multiplyExact(lines, line.fen()));
          return Math.multiplyExact(Math.multiplyExact(part, times), 100L)
              > Math.multiplyExact(percent, left);
        });
  }

  /** Whether something holds for any of the lines that may apply, even where another is unknown. */
  boolean any(String name, Predicate<ParametersInForce.Line> holds) {
    return any(name, asked.parameters()::line, holds);
  }

  /** The same for the lines of another day. */
  boolean anyOn(int day, String name, Predicate<ParametersInForce.Line> holds) {
    return any(name, parameter -> asked.parameters().lineOn(day, parameter), holds);
  }

  private boolean any(
      String name,
      Function<String, ParametersInForce.Line> lineOf,
      Predicate<ParametersInForce.Line> holds) {
    NotAssessable unknown = null;
    for (String parameter : asked.parameters().lineParameters(name)) {
      try {
        if (holds.test(lineOf.apply(parameter))) {
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

  /** Whether income per head was under a percentage of a line in each of the latest months. */
  boolean everyMonthUnder(String lineName, long percent, long months) {
    return everyMonth(months, month -> any(lineName, line -> perCapitaUnder(line, percent, month)));
  }

  /**
   * Whether income reached the line in each of the latest months, with a percentage of the line
   * deducted for each member who works. While two lines may apply both must be reached: aid is what
   * is more favourable.
   */
  boolean everyMonthAtLeast(String lineName, long percent, long months) {
    return everyMonth(months, month -> !any(lineName, line -> !reaches(line, percent, month)));
  }

  private boolean reaches(ParametersInForce.Line line, long percent, Month last) {
    long incomeFen = income.fen("income", null, last, line.perYear() ? 12 : 1);
    long members = membersOn(last.lastEpochDay());
    long workers = work.workersOn(last.lastEpochDay());
    asked.at("workers", last.lastEpochDay(), workers, "people");
    cite(line);
    long heads =
        Math.addExact(Math.multiplyExact(members, 100L), Math.multiplyExact(workers, percent));
    return Math.multiplyExact(incomeFen, 100L) >= Math.multiplyExact(line.fen(), heads);
  }

  /** Whether something holds of each of the latest closed months, even where one is unknown. */
  boolean everyMonth(long months, Predicate<Month> holds) {
    NotAssessable unknown = null;
    for (int back = 0; back < months; back++) {
      try {
        if (!holds.test(income.latestClosedMonth().plus(-back))) {
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

  void cite(ParametersInForce.Line line) {
    if (asked.evidence().wanted()) {
      asked.evidence().limit(line.used());
    }
  }
}
