package io.hearthwatch.domain.alert;

import io.hearthwatch.domain.policy.Feed;
import io.hearthwatch.domain.policy.PolicyBundle;
import io.hearthwatch.domain.rule.Assessment;
import io.hearthwatch.domain.rule.FeedView;
import io.hearthwatch.domain.rule.RuleBook;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The step of a feed: what is kept and said of it when its source speaks, and when a day begins.
 * Pure: no clock, no state but that of the feed.
 *
 * <p>Silence is counted in days that begin while somebody listens, not from the day through which
 * the source is complete: a department that tells every day what it learnt five days ago is not
 * silent. A feed that never spoke is not known and has no state ({@code
 * docs/decisions/018-a-silent-source.md}).
 */
public final class FeedWatch {

  private FeedWatch() {}

  /** What became of a feed, and the change of its case if there is one. */
  public record Look(FeedState state, Optional<CaseChange> change) {}

  /**
   * The source said through which day it is complete. What it said before changes nothing: to
   * repeat it is no sign of life.
   *
   * @param before null for a feed that was never heard of
   */
  public static Look heard(Feed feed, FeedState before, int throughDay, PolicyInForce policy) {
    if (before != null && before.throughDay() == throughDay) {
      return new Look(before, Optional.empty());
    }
    FeedState state = before == null ? FeedState.heardOf(throughDay) : before.said(throughDay);
    return state.lookedOn() == FeedState.NEVER
        ? new Look(state, Optional.empty())
        : look(feed, state, "completeness " + LocalDate.ofEpochDay(throughDay), policy);
  }

  /** A day has begun, epoch day. A day that has begun already changes nothing. */
  public static Look dayBegan(Feed feed, FeedState before, int day, PolicyInForce policy) {
    return day <= before.lookedOn()
        ? new Look(before, Optional.empty())
        : look(feed, before.dayBegan(day), "deadline " + LocalDate.ofEpochDay(day), policy);
  }

  private static Look look(Feed feed, FeedState state, String cause, PolicyInForce policy) {
    RuleBook rules = policy.rules();
    if (rules == null) {
      return new Look(state, Optional.empty());
    }
    FeedView view = state.view(feed);
    Assessment now = rules.assess(view);
    PolicyBundle bundle = rules.bundle();
    CaseKeeper keeper =
        new CaseKeeper(
            new VisitLimits(bundle, policy.retention(), feed.regionPrefix(), view.asOf()));
    CaseKeeper.Decision decision =
        keeper.decide(
            state.lastCase(),
            now,
            policy.retention().startMs(view.asOf()),
            day -> rules.assess(state.cause(feed, day)));
    if (decision == null) {
      return new Look(state, Optional.empty());
    }
    return new Look(
        state.decided(decision),
        Optional.of(
            CaseChange.of(feed.id(), feed.regionPrefix(), decision, now, bundle.version(), cause)));
  }
}
