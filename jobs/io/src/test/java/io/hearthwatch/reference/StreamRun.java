package io.hearthwatch.reference;

import io.hearthwatch.domain.alert.Answer;
import io.hearthwatch.domain.alert.Cause;
import io.hearthwatch.domain.alert.Emission;
import io.hearthwatch.domain.alert.HouseholdRisk;
import io.hearthwatch.domain.alert.PolicyInForce;
import io.hearthwatch.domain.alert.Step;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.HouseholdProfile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** One household run through the step: events in lists of any length, then questions. */
final class StreamRun {

  private static final int LONGEST_LIST = 12;
  private static final int PERCENT_OF_TIMERS = 10;

  private final String householdId;
  private final List<PolicyInForce> policies;
  private PolicyInForce policy;
  private HouseholdProfile profile;

  StreamRun(String householdId, PolicyInForce policy) {
    this(householdId, List.of(policy));
  }

  /**
   * With policies that come one after the other while events are fed, each after an equal share of
   * them.
   */
  StreamRun(String householdId, List<PolicyInForce> policies) {
    this.householdId = householdId;
    this.policies = policies;
    policy = policies.get(0);
  }

  /** Shuffles events, some of them twice. */
  static List<HouseholdEvent> disorder(
      List<HouseholdEvent> events, int percentTwice, Chance chance) {
    List<HouseholdEvent> order = new ArrayList<>(events);
    for (HouseholdEvent event : events) {
      if (chance.percent(percentTwice)) {
        order.add(event);
      }
    }
    for (int i = order.size() - 1; i > 0; i--) {
      order.set(i, order.set(chance.below(i + 1), order.get(i)));
    }
    return order;
  }

  /**
   * Feeds events in lists of random length.
   *
   * @param between what becomes of the profile between two steps
   */
  void feed(List<HouseholdEvent> events, Chance chance, UnaryOperator<HouseholdProfile> between) {
    for (int from = 0; from < events.size(); ) {
      int to = Math.min(events.size(), from + chance.between(1, LONGEST_LIST));
      policy = policies.get(from * policies.size() / events.size());
      Step step = step(new Cause.Events(events.subList(from, to)));
      for (Emission emission : step.emissions()) {
        if (emission instanceof Emission.Refused refused) {
          throw new AssertionError("refused: " + refused);
        }
      }
      if (chance.percent(PERCENT_OF_TIMERS)
          && step.nextDeadline() != HouseholdProfile.NO_DEADLINE) {
        step = fireDueTimer(step);
      }
      profile = between.apply(step.profile());
      from = to;
    }
    policy = policies.get(policies.size() - 1);
  }

  /** A timer may fire late or early: it asks for a day, at most that of the latest report. */
  private Step fireDueTimer(Step step) {
    profile = step.profile();
    int day = Math.min(step.nextDeadline(), policy.retention().day(profile.reportedAt()));
    return step(new Cause.Deadline(day));
  }

  /** Hears what another household told of a person of this one. */
  void hear(HouseholdEvent ofAnother) {
    profile = step(new Cause.Elsewhere(ofAnother)).profile();
  }

  /** Asks as of a date. */
  Answer ask(LocalDate asOf, boolean evaluate) {
    Step step = step(new Cause.Inquiry("question", (int) asOf.toEpochDay(), evaluate));
    profile = step.profile();
    return step.emissions().stream()
        .filter(Answer.class::isInstance)
        .map(Answer.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private Step step(Cause cause) {
    return HouseholdRisk.step(householdId, profile, cause, policy);
  }
}
