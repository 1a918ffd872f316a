package io.hearthwatch.domain.rule;

import io.hearthwatch.domain.household.Month;
import java.util.List;

/**
 * What a household is entitled to a month: a percentage of a line for each member, less its income.
 * Multiplied before it is divided, and rounded half-up once, to the fen.
 */
final class Entitlement {

  private static final Window YEAR = Window.months(12);

  private final Asked asked;
  private final Income income;
  private final Spending spending;
  private final PovertyLines lines;

  Entitlement(Asked asked, Income income, Spending spending, PovertyLines lines) {
    this.asked = asked;
    this.income = income;
    this.spending = spending;
    this.lines = lines;
  }

  /** What a line says, in hundredths of twelve months, so that nothing is divided yet. */
  private interface OfLine {
    long hundredthsOfYear(ParametersInForce.Line line, long members);
  }

  /** Line x members - income of the latest closed month; of a line a year, of the 12 latest. */
  long fen(String lineName, long percent) {
    Month last = income.latestClosedMonth();
    return most(
        lineName,
        (line, members) -> {
          long earned = income.fen("income", null, last, line.perYear() ? 12 : 1);
          return Math.subtractExact(
              year(line, members, percent),
              Math.multiplyExact(earned, line.perYear() ? 100L : 1200L));
        });
  }

  /**
   * Line x members - what the income of 12 months leaves after rigid expenditure, a month; never
   * more than line x members.
   */
  long fenAfterRigid(String lineName, long percent) {
    long leftFen = Math.subtractExact(income.fen(YEAR), spending.rigidFen(YEAR));
    return most(
        lineName,
        (line, members) ->
            Math.subtractExact(
                year(line, members, percent), Math.multiplyExact(Math.max(0, leftFen), 100L)));
  }

  private static long year(ParametersInForce.Line line, long members, long percent) {
    long months = line.perYear() ? 1 : 12;
    return Math.multiplyExact(
        Math.multiplyExact(line.fen(), months), Math.multiplyExact(members, percent));
  }

  /** Of the lines that may apply the one most favourable to the household; nothing below 0. */
  private long most(String lineName, OfLine of) {
    long members = lines.membersOn(income.latestClosedMonth().lastEpochDay());
    List<String> parameters = asked.parameters().lineParameters(lineName);
    NotAssessable unknown = null;
    long most = Long.MIN_VALUE;
    for (String parameter : parameters) {
      try {
        ParametersInForce.Line line = asked.parameters().line(parameter);
        most = Math.max(most, of.hundredthsOfYear(line, members));
        lines.cite(line);
      } catch (NotAssessable e) {
        unknown = unknown == null ? e : unknown;
      }
    }
    if (most == Long.MIN_VALUE && unknown != null) {
      throw unknown;
    }
    return Math.floorDiv(Math.addExact(Math.max(0, most), 600L), 1200L);
  }
}
