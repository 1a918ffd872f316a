package io.hearthwatch.domain.relief;

import io.hearthwatch.domain.policy.PolicyBundle;
import java.util.List;

/**
 * What became of a line since the month before, and why.
 *
 * @param lines of the month before and of this month
 * @param reasons at least one, the most telling first
 */
public record StatementChange(LinePair lines, List<ChangeReason> reasons) {

  public StatementChange {
    reasons = List.copyOf(reasons);
  }

  /**
   * Of every line of this month or the month before, in the order of a statement.
   *
   * @param known all that was said of this month, the last first; empty where nothing was
   * @param before what was last said of the month before; null where nothing was
   * @param policies by which a line's policy is looked up
   */
  public static List<StatementChange> sinceTheMonthBefore(
      List<Statement> known, Statement before, PolicyBundle policies) {
    return new SinceTheMonthBefore(known, before, policies).changes();
  }

  /** What the month before came to in all, fen. */
  public static long beforeFen(List<StatementChange> changes) {
    return changes.stream().mapToLong(change -> change.lines().beforeFen()).sum();
  }

  /** What this month comes to in all, fen. */
  public static long afterFen(List<StatementChange> changes) {
    return changes.stream().mapToLong(change -> change.lines().afterFen()).sum();
  }
}
