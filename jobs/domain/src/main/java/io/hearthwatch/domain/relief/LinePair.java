package io.hearthwatch.domain.relief;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What two statements say in the same line: of the same programme, department, policy and member.
 *
 * @param before null where only the later statement has it
 * @param after null where only the earlier statement has it
 * @param beforeFen what the line came to, fen; see {@link #of}
 * @param afterFen what it comes to
 */
public record LinePair(Statement.Line before, Statement.Line after, long beforeFen, long afterFen) {

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

  /** Two lines whose programme has no others. */
  LinePair(Statement.Line before, Statement.Line after) {
    this(before, after, amountFen(before), amountFen(after));
  }

  /**
   * The lines of both, in the order of a statement. A line comes to what was paid for the month;
   * while nothing was paid, to what was granted. Grants stand in the month in which they were made,
   * payments in each month that they are for, so neither alone can be compared between months.
   * Where a programme has payments in a line without grants, as when one office pays what another
   * grants, they are taken to be for the grants of its other lines: the same money, which counts
   * once.
   */
  public static List<LinePair> of(List<Statement.Line> before, List<Statement.Line> after) {
    Set<String> paidElsewhereBefore = paidElsewhere(before);
    Set<String> paidElsewhereAfter = paidElsewhere(after);
    SortedMap<Statement.Line, Statement.Line> later = new TreeMap<>(ORDER);
    after.forEach(line -> later.put(line, line));
    SortedMap<Statement.Line, LinePair> pairs = new TreeMap<>(ORDER);
    for (Statement.Line line : before) {
      Statement.Line same = later.get(line);
      pairs.put(
          line,
          new LinePair(line, same, fen(line, paidElsewhereBefore), fen(same, paidElsewhereAfter)));
    }
    for (Statement.Line line : after) {
      pairs.putIfAbsent(line, new LinePair(null, line, 0, fen(line, paidElsewhereAfter)));
    }
    return new ArrayList<>(pairs.values());
  }

  /**
   * The lines of two statements of one month. A payment has no policy until its grant is known, and
   * none again when that is void: such a line goes on and is not one taken back and another new.
   */
  static List<LinePair> ofOneMonth(List<Statement.Line> before, List<Statement.Line> after) {
    List<LinePair> pairs = of(before, after);
    for (LinePair one : List.copyOf(pairs)) {
      pairs.stream()
          .filter(other -> one.after() == null && other.before() == null)
          .filter(other -> differInWhetherAPolicyIsNamed(one.before(), other.after()))
          .findFirst()
          .ifPresent(
              other -> {
                pairs.set(
                    pairs.indexOf(other),
                    new LinePair(one.before(), other.after(), one.beforeFen(), other.afterFen()));
                pairs.remove(one);
              });
    }
    return pairs;
  }

  private static boolean differInWhetherAPolicyIsNamed(Statement.Line one, Statement.Line other) {
    return (one.policy() == null) != (other.policy() == null)
        && one.programme().equals(other.programme())
        && one.department().equals(other.department())
        && Objects.equals(one.personId(), other.personId());
  }

  /** Programmes with payments in lines that have no grant. */
  private static Set<String> paidElsewhere(List<Statement.Line> lines) {
    return lines.stream()
        .filter(line -> line.grants() == 0 && line.paidFen() != 0)
        .map(Statement.Line::programme)
        .collect(Collectors.toSet());
  }

  private static long fen(Statement.Line line, Set<String> paidElsewhere) {
    return line != null && paidElsewhere.contains(line.programme())
        ? line.paidFen()
        : amountFen(line);
  }

  /** The line, as the later statement has it where it does. */
  public Statement.Line line() {
    return after == null ? before : after;
  }

  /** What a line by itself came to, fen. */
  static long amountFen(Statement.Line line) {
    return line == null ? 0 : line.paidFen() == 0 ? line.grantedFen() : line.paidFen();
  }

  /**
   * Of two statements of one month: whether what was said first no longer counts. Not where a grant
   * or a payment was only added to what stands.
   */
  public boolean replaces() {
    return before != null
        && after != null
        && (after.grants() < before.grants()
            || after.paidFen() < before.paidFen()
            || after.corrected()
                && after.grants() == before.grants()
                && (isOtherGrant() || beforeFen != afterFen));
  }

  /** What was replaced by what: of a payment that became less, of a grant, of what they come to. */
  ChangeReason.Corrected correction() {
    if (after.paidFen() < before.paidFen()) {
      return new ChangeReason.Corrected(before.paidFen(), after.paidFen());
    }
    return isOtherGrant()
        ? new ChangeReason.Corrected(before.grantedFen(), after.grantedFen())
        : new ChangeReason.Corrected(beforeFen, afterFen);
  }

  private boolean isOtherGrant() {
    return before.grantedFen() != after.grantedFen();
  }

  /** Whether a statement's line is this one. */
  boolean isOf(Statement.Line other) {
    return ORDER.compare(line(), other) == 0;
  }
}
