package io.hearthwatch.domain.rule;

import java.util.ArrayList;
import java.util.List;

/**
 * What all rules say of a household as of a date.
 *
 * @param asOf epoch day
 * @param hits by rule id, then subject
 * @param muted which of them no case is about, likewise
 * @param notAssessable rules that need something unknown, likewise
 * @param nextDueDay next epoch day after the as-of date on which an absence rule must be asked
 *     again or a hit is muted no longer, or {@link #NOTHING_DUE}
 */
public record Assessment(
    int asOf, List<Hit> hits, List<Muted> muted, List<Unassessed> notAssessable, int nextDueDay) {

  /** Nothing waits for any day. */
  public static final int NOTHING_DUE = Integer.MAX_VALUE;

  /**
   * A rule that could not be assessed.
   *
   * @param code income-unknown, members-unknown, parameter-missing, source-incomplete, overflow,
   *     error
   * @param detail the month, parameter or source concerned
   */
  public record Unassessed(String ruleId, String subject, String code, String detail) {}

  public Assessment {
    hits = List.copyOf(hits);
    muted = List.copyOf(muted);
    notAssessable = List.copyOf(notAssessable);
  }

  /** The same, and these not assessable either. */
  public Assessment with(List<Unassessed> more) {
    List<Unassessed> all = new ArrayList<>(notAssessable);
    all.addAll(more);
    return new Assessment(asOf, hits, muted, all, nextDueDay);
  }

  /** The hits that a case is about. */
  public List<Hit> unmuted() {
    return muted.isEmpty()
        ? hits
        : hits.stream().filter(hit -> muted.stream().noneMatch(one -> one.isAbout(hit))).toList();
  }
}
