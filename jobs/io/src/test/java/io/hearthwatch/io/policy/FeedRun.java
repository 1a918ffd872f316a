package io.hearthwatch.io.policy;

import io.hearthwatch.domain.alert.CaseChange;
import io.hearthwatch.domain.alert.FeedState;
import io.hearthwatch.domain.alert.FeedWatch;
import io.hearthwatch.domain.alert.PolicyInForce;
import io.hearthwatch.domain.policy.Feed;
import io.hearthwatch.domain.rule.Assessment;
import io.hearthwatch.domain.rule.FeedView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Plays a scenario of a feed, as the job would: each day begins, and then sources speak. */
final class FeedRun {

  private final Feed feed;
  private final PolicyInForce policy;
  private final List<CaseChange> changes = new ArrayList<>();
  private FeedState state;

  private FeedRun(Feed feed, PolicyInForce policy) {
    this.feed = feed;
    this.policy = policy;
  }

  static ScenarioRun.Outcome of(Scenario scenario, PolicyInForce policy) {
    FeedRun run = new FeedRun(scenario.feed(), policy);
    LocalDate first =
        scenario.told().stream()
            .map(Scenario.Told::on)
            .min(LocalDate::compareTo)
            .orElse(scenario.asOf());
    first.datesUntil(scenario.asOf().plusDays(1)).forEach(day -> run.day(day, scenario.told()));
    return new ScenarioRun.Outcome(run.assessment(scenario.asOf()), null, run.changes);
  }

  private void day(LocalDate day, List<Scenario.Told> told) {
    begins(day);
    for (Scenario.Told word : told) {
      if (word.on().equals(day) && new Feed(word.source(), word.region()).equals(feed)) {
        take(FeedWatch.heard(feed, state, (int) word.through().toEpochDay(), policy));
      }
    }
    begins(day); // a feed that was just heard of is looked at with the next tick
  }

  private void begins(LocalDate day) {
    if (state != null) {
      take(FeedWatch.dayBegan(feed, state, (int) day.toEpochDay(), policy));
    }
  }

  private void take(FeedWatch.Look look) {
    state = FeedState.ofBytes(look.state().toBytes()); // as state keeps it
    look.change().ifPresent(changes::add);
  }

  private Assessment assessment(LocalDate asOf) {
    int day = (int) asOf.toEpochDay();
    return state == null
        ? new Assessment(day, List.of(), List.of(), List.of(), Assessment.NOTHING_DUE)
        : policy.rules().assess(new FeedView(feed, state.throughDay(), state.silentDays(), day));
  }
}
