package io.hearthwatch.domain.alert;

import static io.hearthwatch.domain.household.Lines.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hearthwatch.domain.household.Lines;
import io.hearthwatch.domain.household.Retention;
import io.hearthwatch.domain.policy.Completeness;
import io.hearthwatch.domain.policy.Feed;
import io.hearthwatch.domain.policy.Parameter;
import io.hearthwatch.domain.policy.ParameterValue;
import io.hearthwatch.domain.policy.PolicyBundle;
import io.hearthwatch.domain.policy.Text;
import io.hearthwatch.domain.policy.WorkingDays;
import io.hearthwatch.domain.rule.FeedView;
import io.hearthwatch.domain.rule.HouseholdView;
import io.hearthwatch.domain.rule.Rule;
import io.hearthwatch.domain.rule.RuleBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A feed day by day; the numbers of the committed rule are in policies/scenarios/s01-*. */
class FeedWatchTest {

  private static final Feed FEED = new Feed("utilities", "1101");
  private static final int MONDAY = day("2023-06-05");
  private static final int THROUGH = day("2023-06-04");

  private FeedState state;
  private final List<CaseChange> said = new ArrayList<>();

  @ParameterizedTest(name = "limit {0}: {1} days")
  @CsvSource({"2,1,0", "2,2,1", "40,39,0", "40,40,1", "100,99,0", "100,100,1"})
  void opensOnTheDayOfItsLimitAndNotBefore(int limitDays, int silentDays, int cases) {
    PolicyInForce policy = policy(limitDays);
    hear(THROUGH, policy);
    days(MONDAY, MONDAY + silentDays, policy);
    assertThat(said).filteredOn(c -> c.transition() == CaseTransition.OPENED).hasSize(cases);
  }

  @Test
  void saysWhatItFound() {
    hear(THROUGH, policy(2));
    days(MONDAY, MONDAY + 2, policy(2));
    CaseChange opened = said.get(0);
    assertThat(opened.householdId()).isEqualTo("feed:utilities:1101");
    assertThat(opened.registeredRegion()).isEqualTo("1101");
    assertThat(opened.cause()).isEqualTo("deadline 2023-06-07");
    assertThat(opened.hits())
        .singleElement()
        .satisfies(
            hit -> {
              assertThat(hit.subject()).isEmpty();
              assertThat(hit.measured().get(0).fromDay()).as("complete through").isEqualTo(THROUGH);
              assertThat(hit.measured().get(1).value()).as("days silent").isEqualTo(2);
              assertThat(hit.limits()).extracting(limit -> limit.value()).containsExactly(2L);
            });
  }

  /** In replay there is no clock: time is not known, and nobody is silent. */
  @Test
  void withoutTimeItIsNeverSilent() {
    for (int word = 0; word < 100; word++) {
      hear(THROUGH + word * 50, policy(2));
    }
    assertThat(said).isEmpty();
    assertThat(state.lookedOn()).isEqualTo(FeedState.NEVER);
  }

  /** Whoever comes back after a week has not heard whether a source spoke in it. */
  @Test
  void daysOnWhichNobodyListenedDoNotCount() {
    hear(THROUGH, policy(2));
    days(MONDAY, MONDAY, policy(2));
    begin(MONDAY + 7, policy(2));
    assertThat(said).isEmpty();
    begin(MONDAY + 8, policy(2));
    assertThat(said).extracting(CaseChange::transition).containsExactly(CaseTransition.OPENED);
  }

  @Test
  void theSameDayAndTheSameWordTwiceChangeNothing() {
    hear(THROUGH, policy(2));
    days(MONDAY, MONDAY + 2, policy(2));
    FeedState before = state;
    begin(MONDAY + 2, policy(2));
    begin(MONDAY + 1, policy(2));
    hear(THROUGH, policy(2));
    assertThat(state).isEqualTo(before);
    assertThat(said).hasSize(1);
  }

  @Test
  void whoSpeaksAgainWasSilentAllTheSame() {
    hear(THROUGH, policy(2));
    days(MONDAY, MONDAY + 2, policy(2));
    hear(THROUGH + 2, policy(2));
    assertThat(said)
        .extracting(CaseChange::transition)
        .containsExactly(CaseTransition.OPENED, CaseTransition.CLOSED);
    assertThat(said.get(1).cause()).isEqualTo("completeness 2023-06-06");
    assertThat(said.get(1).asOf()).isEqualTo(MONDAY + 2);
    assertThat(state.silentDays()).isZero();
  }

  /** As in every case: looked at with the rules of today, what opened it never was. */
  @Test
  void aHigherLimitTakesTheCaseBack() {
    hear(THROUGH, policy(2));
    days(MONDAY, MONDAY + 2, policy(2));
    begin(MONDAY + 3, policy(5));
    assertThat(said).extracting(CaseChange::transition).endsWith(CaseTransition.WITHDRAWN);
  }

  /** Silent for longer than the new limit, but not when the case was opened. */
  @Test
  void aLimitBetweenLeavesItOpen() {
    hear(THROUGH, policy(2));
    days(MONDAY, MONDAY + 5, policy(2));
    begin(MONDAY + 6, policy(4));
    assertThat(state.lastCase().status()).isEqualTo(CaseStatus.OPEN);
    hear(THROUGH + 6, policy(4));
    assertThat(said).extracting(CaseChange::transition).endsWith(CaseTransition.WITHDRAWN);
  }

  @Test
  void aLowerLimitOpensOnTheNextDay() {
    hear(THROUGH, policy(40));
    days(MONDAY, MONDAY + 10, policy(40));
    assertThat(said).isEmpty();
    begin(MONDAY + 11, policy(2));
    assertThat(said).extracting(CaseChange::transition).containsExactly(CaseTransition.OPENED);
  }

  @Test
  void aBundleWithoutTheRuleTakesTheCaseBack() {
    hear(THROUGH, policy(2));
    days(MONDAY, MONDAY + 2, policy(2));
    begin(MONDAY + 3, new PolicyInForce(new RuleBook(bundle(2)), Completeness.NONE, RETENTION));
    assertThat(said).extracting(CaseChange::transition).endsWith(CaseTransition.WITHDRAWN);
  }

  @Test
  void beforeTheFirstBundleDaysAreCountedAndNothingIsSaid() {
    PolicyInForce none = new PolicyInForce(null, Completeness.NONE, RETENTION);
    hear(THROUGH, none);
    days(MONDAY, MONDAY + 5, none);
    assertThat(said).isEmpty();
    begin(MONDAY + 6, policy(2));
    assertThat(said.get(0).state().said().get(0).measure()).isEqualTo(6);
  }

  /** And a feed is asked no rule of households: it has no members, which would be unknown. */
  @Test
  void householdsAreNotAskedAboutFeeds() {
    Rule ofHouseholds = rule(Rule.Scope.HOUSEHOLD, "members() == 0", "1");
    RuleBook rules = new RuleBook(bundle(0, OF_FEEDS, ofHouseholds));
    assertThat(
            rules.assess(new HouseholdView(List.of(), MONDAY), Completeness.NONE).notAssessable())
        .extracting(unknown -> unknown.ruleId())
        .containsExactly(ofHouseholds.id());
    FeedView feed = new FeedView(FEED, THROUGH, 0, MONDAY);
    assertThat(rules.assess(feed).hits())
        .extracting(hit -> hit.ruleId())
        .containsExactly(OF_FEEDS.id());
    assertThat(rules.assess(feed).notAssessable()).isEmpty();
  }

  /** The other definition, which a region may write: by how far the data reach. */
  @Test
  void aRuleMayAskForTheDayThroughWhichItIsComplete() {
    String when = "reached(feed.completeThrough() + feed.limitOf('silence'))";
    PolicyInForce byData =
        new PolicyInForce(
            new RuleBook(bundle(2, rule(Rule.Scope.SOURCE, when, "1"))),
            Completeness.NONE,
            RETENTION);
    hear(THROUGH, byData);
    days(MONDAY, MONDAY, byData);
    assertThat(said).isEmpty();
    hear(THROUGH - 1, byData);
    assertThat(said).extracting(CaseChange::transition).containsExactly(CaseTransition.OPENED);
    hear(THROUGH, byData);
    assertThat(said).extracting(CaseChange::transition).endsWith(CaseTransition.CLOSED);
  }

  @Test
  void isReadFromItsBytes() {
    hear(THROUGH, policy(2));
    assertThat(FeedState.ofBytes(state.toBytes())).isEqualTo(state);
    days(MONDAY, MONDAY + 2, policy(2));
    assertThat(FeedState.ofBytes(state.toBytes())).isEqualTo(state);
    assertThat(state.toBytes()).hasSizeLessThan(64);
  }

  @Test
  void bytesOfALaterLayoutAreRefused() {
    hear(THROUGH, policy(2));
    byte[] later = state.toBytes();
    later[0] = 2;
    assertThatThrownBy(() -> FeedState.ofBytes(later)).hasMessageContaining("layout 2 is newer");
  }

  private static final Retention RETENTION = new Retention(Lines.ZONE, 36);

  private static final Rule OF_FEEDS =
      rule(Rule.Scope.SOURCE, "feed.silentDays() >= feed.limitOf('silence')", "feed.silentDays()");

  private void hear(int throughDay, PolicyInForce policy) {
    take(FeedWatch.heard(FEED, state, throughDay, policy));
  }

  private void days(int first, int last, PolicyInForce policy) {
    for (int day = first; day <= last; day++) {
      begin(day, policy);
    }
  }

  private void begin(int day, PolicyInForce policy) {
    take(FeedWatch.dayBegan(FEED, state, day, policy));
  }

  private void take(FeedWatch.Look look) {
    state = look.state();
    look.change().ifPresent(said::add);
  }

  private static PolicyInForce policy(int limitDays) {
    return new PolicyInForce(
        new RuleBook(bundle(limitDays, OF_FEEDS)), Completeness.NONE, RETENTION);
  }

  private static PolicyBundle bundle(int limitDays, Rule... rules) {
    return new PolicyBundle(
        "v",
        "",
        "",
        Map.of(
            "silence",
            parameter(
                new ParameterValue.Keyed(Map.of("utilities", (long) limitDays, "none", 9_999L))),
            VisitLimits.REOPEN_DAYS,
            parameter(new ParameterValue.Number(30, false))),
        List.of(rules),
        new WorkingDays(Set.of(), Set.of()));
  }

  private static Parameter parameter(ParameterValue value) {
    return new Parameter(
        "p",
        Parameter.Unit.DAYS,
        null,
        new Text("问", "q"),
        List.of(new Parameter.Entry("", 0, value, "assumed")));
  }

  private static Rule rule(Rule.Scope scope, String when, String measure) {
    return new Rule(
        scope == Rule.Scope.SOURCE ? "S01" : "T01",
        new Text("名", "name"),
        "data",
        scope,
        when,
        measure,
        List.of(new Rule.UrgencyCase(null, Urgency.BLUE)),
        List.of("data-office"),
        List.of(),
        null,
        new Text("解", "c"),
        "",
        "rules/S01.yaml:5");
  }
}
