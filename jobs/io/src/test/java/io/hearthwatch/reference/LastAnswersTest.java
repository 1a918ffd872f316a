package io.hearthwatch.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.domain.alert.Cause;
import io.hearthwatch.domain.alert.HouseholdRisk;
import io.hearthwatch.domain.alert.PolicyInForce;
import io.hearthwatch.domain.alert.Step;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.HouseholdProfile;
import io.hearthwatch.domain.policy.Completeness;
import io.hearthwatch.domain.rule.LastAnswers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Asking only the rules that an event can change says the same as asking all of them. */
class LastAnswersTest {

  private static final int SEEDS_IN_THE_GATE = 3;
  private static final int SEEDS_IN_ALL = 20;

  /**
   * Reports are told on a few days only, so that a household is looked at again on the same day.
   */
  private static final long DAYS_MS = 30 * 86_400_000L;

  @Test
  void saysWhatAllRulesSay() {
    compare(SEEDS_IN_THE_GATE);
  }

  @Test
  @Tag("exhaustive")
  void saysWhatAllRulesSayOfManyNations() {
    compare(SEEDS_IN_ALL);
  }

  private static void compare(int seeds) {
    int differences = 0;
    int steps = 0;
    for (long seed = 1; seed <= seeds; seed++) {
      Nation nation = Nation.of(seed, 30, NationPolicy.COMMITTED);
      PolicyInForce policy = NationPolicy.of(nation);
      LastAnswers remembered = new LastAnswers(1_000);
      for (String household : nation.events().keySet()) {
        List<HouseholdEvent> events = told(nation, household);
        steps += events.size();
        differences += differences(household, events, i -> policy, remembered, false);
      }
    }
    assertThat(steps).isGreaterThan(800 * seeds);
    assertThat(differences).isZero();
  }

  /** Red twin: who does not tell the memory of an event is found out. */
  @Test
  void anEventBehindItsBackIsNoticed() {
    Nation nation = Nation.of(1, 30, NationPolicy.COMMITTED);
    PolicyInForce policy = NationPolicy.of(nation);
    LastAnswers remembered = new LastAnswers(1_000);
    int differences = 0;
    for (String household : nation.events().keySet()) {
      differences += differences(household, told(nation, household), i -> policy, remembered, true);
    }
    assertThat(differences).isPositive();
  }

  /** Sources speak of the household's region, and of others, between its events. */
  @Test
  void whatSourcesSayMeanwhileIsHeard() {
    int differences = 0;
    for (long seed = 1; seed <= SEEDS_IN_THE_GATE; seed++) {
      Nation nation = Nation.of(seed, 30, NationPolicy.COMMITTED);
      PolicyInForce policy = NationPolicy.of(nation);
      List<PolicyInForce> spoken = asSourcesSpeak(nation, policy);
      LastAnswers remembered = new LastAnswers(1_000);
      for (String household : nation.events().keySet()) {
        differences +=
            differences(
                household,
                told(nation, household),
                i -> spoken.get(Math.min(i, spoken.size() - 1)),
                remembered,
                false);
      }
    }
    assertThat(differences).isZero();
  }

  /** The policy after each word of a source, beginning with none. */
  private static List<PolicyInForce> asSourcesSpeak(Nation nation, PolicyInForce policy) {
    Completeness completeness = Completeness.NONE;
    List<PolicyInForce> spoken = new ArrayList<>();
    for (SourceSaid said : nation.completeness()) {
      spoken.add(new PolicyInForce(policy.rules(), completeness, policy.retention()));
      completeness =
          completeness.with(
              said.source(), said.regionPrefix(), (int) said.completeThrough().toEpochDay());
    }
    return spoken;
  }

  private static List<HouseholdEvent> told(Nation nation, String household) {
    List<HouseholdEvent> events = new ArrayList<>();
    for (RawEvent raw : nation.events().get(household)) {
      HouseholdEvent event = DomainEvents.of(raw);
      long day = Math.floorDiv(event.reportedAt(), DAYS_MS) * DAYS_MS + DAYS_MS - 1;
      events.add(
          new HouseholdEvent(
              event.eventId(),
              event.kind(),
              event.revision(),
              event.source(),
              event.householdId(),
              event.personId(),
              event.registeredRegion(),
              event.helpingRegion(),
              event.occurredOn(),
              day,
              event.body()));
    }
    return events;
  }

  /** In how many steps something else is said, or kept. */
  private static int differences(
      String household,
      List<HouseholdEvent> events,
      IntFunction<PolicyInForce> policies,
      LastAnswers remembered,
      boolean behindItsBack) {
    HouseholdProfile profile = null;
    int differences = 0;
    for (int i = 0; i < events.size(); i++) {
      Cause cause = new Cause.Events(List.of(events.get(i)));
      PolicyInForce policy = policies.apply(i);
      Step plain = HouseholdRisk.step(household, profile, cause, policy);
      if (!behindItsBack || i % 2 == 0) {
        Step quick = HouseholdRisk.step(household, profile, cause, policy, remembered);
        boolean same =
            quick.emissions().equals(plain.emissions())
                && Arrays.equals(quick.profile().toBytes(), plain.profile().toBytes());
        differences += same ? 0 : 1;
      }
      profile = plain.profile();
    }
    return differences;
  }
}
