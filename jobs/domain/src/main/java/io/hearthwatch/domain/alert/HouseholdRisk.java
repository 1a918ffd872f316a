package io.hearthwatch.domain.alert;

import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.HouseholdProfile;
import io.hearthwatch.domain.household.Ledger;
import io.hearthwatch.domain.household.Refusal;
import io.hearthwatch.domain.policy.Completeness;
import io.hearthwatch.domain.policy.PolicyBundle;
import io.hearthwatch.domain.rule.Assessment;
import io.hearthwatch.domain.rule.HouseholdView;
import io.hearthwatch.domain.rule.LastAnswers;
import io.hearthwatch.domain.rule.Portrait;
import io.hearthwatch.domain.rule.Proposed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The step: what a household's profile becomes, and what is said, when events come in, a deadline
 * passes or somebody asks. Pure: no clock, no randomness, no state but the profile.
 *
 * <p>Deadlines that have passed by the time an event was reported are looked at before the event,
 * so that it does not matter whether a timer or the event comes first.
 */
public final class HouseholdRisk {

  private static final int REVIEW_DAYS_OF_MONTH = 28;

  private final String householdId;
  private final PolicyInForce policy;
  private final LastAnswers lastAnswers;
  private final List<Emission> emissions = new ArrayList<>();
  private final Set<EventType> changed = EnumSet.noneOf(EventType.class);
  private HouseholdProfile profile;

  private HouseholdRisk(
      String householdId, HouseholdProfile profile, PolicyInForce policy, LastAnswers lastAnswers) {
    this.householdId = householdId;
    this.profile = profile;
    this.policy = policy;
    this.lastAnswers = lastAnswers;
  }

  /**
   * One step of one household.
   *
   * @param profile null for a household that was never heard of
   */
  public static Step step(
      String householdId, HouseholdProfile profile, Cause cause, PolicyInForce policy) {
    return step(householdId, profile, cause, policy, new LastAnswers(0));
  }

  /**
   * The same, faster.
   *
   * @param lastAnswers what was said in the steps before, each of which it was given to: of a
   *     household whose profile changed in another way it must have forgotten
   */
  public static Step step(
      String householdId,
      HouseholdProfile profile,
      Cause cause,
      PolicyInForce policy,
      LastAnswers lastAnswers) {
    HouseholdRisk risk = new HouseholdRisk(householdId, profile, policy, lastAnswers);
    if (cause instanceof Cause.Events events) {
      risk.take(events.events());
    } else if (cause instanceof Cause.Misfiled misfiled) {
      risk.bar(misfiled.event());
    } else if (cause instanceof Cause.Deadline deadline) {
      risk.passDeadlines(deadline.day());
    } else if (cause instanceof Cause.Inquiry inquiry) {
      risk.answer(inquiry);
    } else if (cause instanceof Cause.Elsewhere elsewhere) {
      risk.hearOfAnother(elsewhere.event());
    }
    return new Step(
        risk.profile,
        risk.emissions,
        risk.profile == null ? HouseholdProfile.NO_DEADLINE : risk.profile.deadlineOn());
  }

  private void take(List<HouseholdEvent> events) {
    hear();
    HouseholdEvent newest = null;
    for (HouseholdEvent event : events) {
      Taken taken = take(event);
      if (taken.refusal() != null) {
        emissions.add(new Emission.Refused(event, taken.refusal()));
      } else if (taken.news()) {
        newest = event;
      }
    }
    if (newest != null) {
      evaluateAfter(newest);
    }
  }

  /** Whatever the ledger refuses is refused by the event itself, which says why. */
  private void bar(HouseholdEvent misfiled) {
    hear();
    Taken taken = take(misfiled.barring());
    if (taken.refusal() == null) {
      emissions.add(new Emission.Refused(misfiled, Refusal.IDENTITY_CHANGED));
    }
    if (taken.news()) {
      evaluateAfter(misfiled);
    }
  }

  /** It moves no time: as of when a household is looked at is its own. */
  private void hearOfAnother(HouseholdEvent event) {
    hear();
    HouseholdProfile before = profile;
    profile = profile.told(event);
    if (profile != before) {
      lastAnswers.forget(householdId);
    }
    if (profile != before && profile.known() && policy.rules() != null) {
      evaluate(asOf(), policy.retention().startMs(asOf()), "elsewhere " + event.eventId());
    }
  }

  private void hear() {
    if (profile == null) {
      profile = HouseholdProfile.empty();
      emissions.add(new Emission.NewHousehold(householdId));
    }
  }

  /** Why an event was refused, or null; else whether it changed what the rules may look at. */
  private record Taken(Refusal refusal, boolean news) {}

  private Taken take(HouseholdEvent event) {
    // By its own report, not by how far the household has come: so it does not depend on the order.
    int reportedOn = policy.retention().day(event.reportedAt());
    passDeadlines(reportedOn);
    if (policy.retention().tooOld(event.type(), event.occurredOn(), reportedOn)) {
      return new Taken(Refusal.TOO_OLD, false);
    }
    Ledger.Applied applied = profile.ledger().apply(event);
    return switch (applied.outcome()) {
      case IDENTITY_CHANGED -> new Taken(Refusal.IDENTITY_CHANGED, false);
      case HOUSEHOLD_FULL -> new Taken(Refusal.HOUSEHOLD_FULL, false);
      case STORED, ALREADY_KNOWN -> {
        int before = asOf();
        changed.add(event.type());
        if (applied.ledger().size() == profile.ledger().size()) {
          lastAnswers.forget(householdId); // it replaced a version, perhaps of another type
        }
        profile = profile.withLedger(applied.ledger()).reported(event.reportedAt());
        yield new Taken(null, applied.outcome() == Ledger.Outcome.STORED || asOf() != before);
      }
    };
  }

  private void evaluateAfter(HouseholdEvent newest) {
    if (policy.rules() != null) {
      evaluate(asOf(), profile.reportedAt(), "event " + newest.eventId());
    }
  }

  private void passDeadlines(int day) {
    while (profile != null && policy.rules() != null && profile.deadlineOn() <= day) {
      int deadline = profile.deadlineOn();
      profile = profile.pruned(policy.retention(), deadline);
      lastAnswers.forget(householdId);
      evaluate(
          Math.max(deadline, asOf()),
          policy.retention().startMs(deadline),
          "deadline " + LocalDate.ofEpochDay(deadline));
    }
  }

  private void answer(Cause.Inquiry inquiry) {
    if (profile == null || !profile.known()) { // others may have told of its people: it has no day
      emissions.add(
          new Answer(inquiry.requestId(), householdId, version(), null, null, null, "", null));
      return;
    }
    int asOf = inquiry.asOf() == Cause.Inquiry.OWN_AS_OF ? asOf() : inquiry.asOf();
    if (inquiry.evaluate() && policy.rules() != null) {
      passDeadlines(asOf);
      asOf = Math.max(asOf, asOf());
      evaluate(asOf, policy.retention().startMs(asOf), "inquiry " + inquiry.requestId());
    }
    HouseholdView view = view(asOf);
    Proposed proposed = policy.rules() == null ? null : policy.rules().propose(view, complete());
    emissions.add(
        new Answer(
            inquiry.requestId(),
            householdId,
            version(),
            portrait(asOf),
            proposed == null
                ? null
                : policy.rules().assess(view, complete()).with(proposed.notAssessable()),
            proposed == null ? null : proposed.proposal().orElse(null),
            profile.lastCase() == null ? "" : CaseChange.caseId(householdId, profile.lastCase()),
            profile.lastCase()));
  }

  private Portrait portrait(int asOf) {
    Portrait portrait = Portrait.of(profile.ledger().lines(), asOf, bundle(), complete());
    int cameTo = profile.evaluatedOn();
    return policy.retention().mayHaveForgotten(asOf, cameTo)
        ? portrait.ofTimesForgotten(policy.retention().firstDay(cameTo))
        : portrait;
  }

  private Completeness complete() {
    return policy.completeness();
  }

  private void evaluate(int asOf, long atMs, String cause) {
    HouseholdView view = view(asOf);
    Assessment now =
        lastAnswers.judge(householdId, policy.rules(), view, policy.completeness(), changed);
    changed.clear();
    Case last = profile.lastCase();
    CaseKeeper keeper =
        new CaseKeeper(
            new VisitLimits(
                bundle(),
                policy.retention(),
                bundle().regionCodes().at(view.region(), asOf),
                asOf));
    CaseKeeper.Decision decision = keeper.decide(last, now, atMs, this::judge);
    Case next = decision == null ? last : decision.state();
    profile =
        profile.evaluated(
            Math.max(profile.evaluatedOn(), asOf),
            Math.min(nextReview(asOf), now.nextDueDay()),
            next);
    if (decision != null) {
      Assessment explained = policy.rules().assess(view, policy.completeness());
      emissions.add(
          CaseChange.of(householdId, view.region(), decision, explained, version(), cause));
    }
  }

  private Assessment judge(int asOf) {
    return policy.rules().judge(view(asOf), policy.completeness());
  }

  /** As of an earlier day too, what is too old for the household today is not looked at. */
  private HouseholdView view(int asOf) {
    return new HouseholdView(
        profile.ledger().lines(),
        profile.elsewhere().lines(),
        asOf,
        policy.retention().firstDay(Math.max(asOf, asOf())));
  }

  /** Every household is reviewed once a month; the day is spread over the month by its id. */
  private int nextReview(int asOf) {
    int dayOfMonth = 1 + Math.floorMod(householdId.hashCode(), REVIEW_DAYS_OF_MONTH);
    LocalDate date = LocalDate.ofEpochDay(asOf);
    LocalDate review = date.withDayOfMonth(dayOfMonth);
    return (int) (review.isAfter(date) ? review : review.plusMonths(1)).toEpochDay();
  }

  private int asOf() {
    return profile.asOf(policy.retention());
  }

  private PolicyBundle bundle() {
    return policy.rules() == null ? PolicyBundle.NONE : policy.rules().bundle();
  }

  private String version() {
    return bundle().version();
  }
}
