package io.hearthwatch.domain.relief;

import io.hearthwatch.domain.household.Month;
import java.time.LocalDate;
import java.util.List;

/** Statements and their lines, as tests speak of them. */
final class StatementLines {

  private StatementLines() {}

  static Statement of(
      String month, String knownOn, String householdClass, Statement.Line... lines) {
    return new Statement(
        Month.of(LocalDate.parse(month + "-01")),
        (int) LocalDate.parse(knownOn).toEpochDay(),
        lines.length == 0 ? "" : "330106",
        householdClass.isEmpty() ? List.of() : List.of(householdClass),
        householdClass.isEmpty() ? List.of() : List.of(householdClass),
        List.of(lines));
  }

  /** The same of a household that was in another class on the eve of the month. */
  static Statement cameFrom(String classBefore, Statement now) {
    return new Statement(
        now.month(),
        now.knownOn(),
        now.region(),
        now.classes(),
        classBefore.isEmpty() ? List.of() : List.of(classBefore),
        now.lines());
  }

  /** Granted in this month and paid. */
  static Statement.Line granted(String programme, long fen) {
    return new Statement.Line(programme, "civil-affairs", null, null, 1, fen, fen, false);
  }

  /** Granted in a month before, paid in this. */
  static Statement.Line paid(String programme, long fen) {
    return new Statement.Line(programme, "civil-affairs", null, null, 0, 0, fen, false);
  }

  static Statement.Line corrected(Statement.Line line) {
    return new Statement.Line(
        line.programme(),
        line.department(),
        line.policy(),
        line.personId(),
        line.grants(),
        line.grantedFen(),
        line.paidFen(),
        true);
  }

  static Statement.Line under(String policy, Statement.Line line) {
    return new Statement.Line(
        line.programme(),
        line.department(),
        policy,
        line.personId(),
        line.grants(),
        line.grantedFen(),
        line.paidFen(),
        line.corrected());
  }

  static Statement.Line unpaid(Statement.Line line) {
    return new Statement.Line(
        line.programme(),
        line.department(),
        line.policy(),
        line.personId(),
        line.grants(),
        line.grantedFen(),
        0,
        line.corrected());
  }
}
