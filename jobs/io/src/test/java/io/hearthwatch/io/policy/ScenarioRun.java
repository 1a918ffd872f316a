package io.hearthwatch.io.policy;

import io.hearthwatch.domain.alert.Answer;
import io.hearthwatch.domain.alert.CaseChange;
import io.hearthwatch.domain.alert.Cause;
import io.hearthwatch.domain.alert.Emission;
import io.hearthwatch.domain.alert.HouseholdRisk;
import io.hearthwatch.domain.alert.PolicyInForce;
import io.hearthwatch.domain.alert.Step;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.HouseholdProfile;
import io.hearthwatch.domain.household.PersonRecords;
import io.hearthwatch.domain.household.Retention;
import io.hearthwatch.domain.policy.Completeness;
import io.hearthwatch.domain.rule.Assessment;
import io.hearthwatch.domain.rule.ClassProposal;
import io.hearthwatch.domain.rule.RuleBook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Plays a scenario through the step, as the job would: events when they are reported, deadlines
 * when they are due, completeness when it is told, and a closing review.
 */
final class ScenarioRun {

  private static final Retention RETENTION =
      new Retention(ScenarioEvents.ZONE, Retention.DEFAULT_MONTHS);

  /** Compiled once: most scenarios play by the policies as they are. */
  private static final RuleBook COMMITTED = new RuleBook(Committed.BUNDLE);

  private final RuleBook rules;
  private Completeness completeness = Completeness.NONE;
  private HouseholdProfile profile;
  private final List<CaseChange> changes = new ArrayList<>();
  private final Map<String, PersonRecords> persons = new HashMap<>();
  private Answer answer;

  private ScenarioRun(Scenario scenario) {
    rules = scenario.bundle() == Committed.BUNDLE ? COMMITTED : new RuleBook(scenario.bundle());
  }

  /** What came out; the proposal is null where the figures suggest no class. */
  record Outcome(Assessment assessment, ClassProposal proposal, List<CaseChange> changes) {}

  private record Moment(long atMs, Runnable action) {}

  static Outcome of(Scenario scenario) {
    ScenarioRun run = new ScenarioRun(scenario);
    if (scenario.feed() != null) {
      return FeedRun.of(scenario, new PolicyInForce(run.rules, Completeness.NONE, RETENTION));
    }
    List<Moment> moments = new ArrayList<>();
    for (Scenario.Told told : scenario.told()) {
      // In the course of the day: deadlines of that day were asked at its beginning.
      moments.add(new Moment(ScenarioFile.startOfDay(told.on()) + 1, () -> run.tell(told)));
    }
    for (HouseholdEvent event : scenario.events()) {
      moments.add(new Moment(event.reportedAt(), () -> run.hear(event)));
    }
    for (LocalDate review : scenario.reviews()) {
      moments.add(new Moment(endOfDay(review), () -> run.review(review)));
    }
    moments.add(new Moment(endOfDay(scenario.asOf()), () -> run.review(scenario.asOf())));
    moments.sort(Comparator.comparing(Moment::atMs));
    for (Moment moment : moments) {
      run.passDeadlines(RETENTION.day(moment.atMs()));
      moment.action().run();
    }
    return new Outcome(run.answer.assessment(), run.answer.proposal(), run.changes);
  }

  private static long endOfDay(LocalDate day) {
    return ScenarioFile.startOfDay(day.plusDays(1)) - 1;
  }

  /** As the job does: what concerns a person is passed to every other household that knows them. */
  private void hear(HouseholdEvent event) {
    if (event.householdId().equals(Scenario.HOUSEHOLD)) {
      step(new Cause.Events(List.of(event)));
    }
    if (PersonRecords.concerns(event)) {
      PersonRecords.Taken taken =
          persons.getOrDefault(event.personId(), PersonRecords.none()).take(event, RETENTION);
      persons.put(event.personId(), taken.records());
      for (PersonRecords.Passed passed : taken.passed()) {
        if (passed.toHousehold().equals(Scenario.HOUSEHOLD)) {
          step(new Cause.Elsewhere(passed.event()));
        }
      }
    }
  }

  private void tell(Scenario.Told told) {
    completeness =
        completeness.with(told.source(), told.region(), (int) told.through().toEpochDay());
  }

  private void review(LocalDate day) {
    step(new Cause.Inquiry("review-" + day, (int) day.toEpochDay(), true));
  }

  private void passDeadlines(int day) {
    while (profile != null && profile.deadlineOn() <= day) {
      step(new Cause.Deadline(profile.deadlineOn()));
    }
  }

  private void step(Cause cause) {
    Step step =
        HouseholdRisk.step(
            Scenario.HOUSEHOLD, profile, cause, new PolicyInForce(rules, completeness, RETENTION));
    // Through its bytes, as state keeps it.
    profile = step.profile() == null ? null : HouseholdProfile.ofBytes(step.profile().toBytes());
    for (Emission emission : step.emissions()) {
      if (emission instanceof CaseChange change) {
        changes.add(change);
      } else if (emission instanceof Answer said) {
        answer = said;
      } else if (emission instanceof Emission.Refused refused) {
        throw new AssertionError("refused: " + refused.reason() + " " + refused.event());
      }
    }
  }
}
