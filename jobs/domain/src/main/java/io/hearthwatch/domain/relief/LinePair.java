package io.hearthwatch.domain.relief;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What two statements say in the same line: of the same programme, department, policy and member.
 *
 * @param before null where only the later statement has it
 * @param after null where only the earlier statement has it
 */
public record LinePair(Statement.Line before, Statement.Line after) {

  private static final Comparator<String> ABSENT_FIRST =
      Comparator.nullsFirst(Comparator.naturalOrder());

  private static final Comparator<Statement.Line> ORDER =
      Comparator.comparing(Statement.Line::programme)
          .thenComparing(Statement.Line::department)
          .thenComparing(Statement.Line::policy, ABSENT_FIRST)
          .thenComparing(Statement.Line::personId, ABSENT_FIRST);

  public LinePair {
    if (before == null && after == null) {
      throw new IllegalArgumentException("a line that no statement has");
    }
  }

  /** The lines of both, in the order of a statement. */
  public static List<LinePair> of(List<Statement.Line> before, List<Statement.Line> after) {
    SortedMap<Statement.Line, Statement.Line> later = new TreeMap<>(ORDER);
    after.forEach(line -> later.put(line, line));
    SortedMap<Statement.Line, LinePair> pairs = new TreeMap<>(ORDER);
    before.forEach(line -> pairs.put(line, new LinePair(line, later.get(line))));
    after.forEach(line -> pairs.putIfAbsent(line, new LinePair(null, line)));
    return new ArrayList<>(pairs.values());
  }

  /** The line, as the later statement has it where it does. */
  public Statement.Line line() {
    return after == null ? before : after;
  }

  public long beforeFen() {
    return amountFen(before);
  }

  public long afterFen() {
    return amountFen(after);
  }

  /**
   * What a line comes to, fen: what was paid for the month; while nothing was paid, what was
   * granted. Grants stand in the month in which they were made, payments in each month that they
   * are for, so neither alone can be compared between months.
   */
  public static long amountFen(Statement.Line line) {
    return line == null ? 0 : line.paidFen() == 0 ? line.grantedFen() : line.paidFen();
  }

  /**
   * Of two statements of one month: whether what was said first no longer counts. Not where a grant
   * or a payment was only added to what stands.
   */
  public boolean replaces() {
    return before != null
        && after != null
        && beforeFen() != afterFen()
        && (after.corrected() && after.grants() == before.grants()
            || after.grants() < before.grants()
            || after.paidFen() < before.paidFen());
  }

  /** Whether a statement's line is this one. */
  boolean isOf(Statement.Line other) {
    return ORDER.compare(line(), other) == 0;
  }
}
