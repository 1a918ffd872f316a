package io.hearthwatch.domain.rule;

import dev.cel.runtime.CelEvaluationException;
import io.hearthwatch.domain.alert.Urgency;
import io.hearthwatch.domain.household.EventId;
import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.LedgerLine;
import io.hearthwatch.domain.policy.Completeness;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** One household being asked rules, one after the other. */
final class Asking {

  private final HouseholdView view;
  private final String region;
  private final Completeness completeness;
  private final boolean explained;
  private final ParametersInForce parameters;
  private final Consumer<Indicators> inHand;
  private final Deadlines deadlines = new Deadlines();
  private String ownSource;
  private List<Hit> hits;
  private List<Assessment.Unassessed> unassessed;

  /**
   * Begins to ask.
   *
   * @param region code under which its place is looked up
   * @param explained whether hits are asked once more, for their evidence
   * @param inHand is given what the words of the expressions speak of from now on
   */
  Asking(
      HouseholdView view,
      String region,
      ParametersInForce parameters,
      Completeness completeness,
      boolean explained,
      Consumer<Indicators> inHand) {
    this.view = view;
    this.region = region;
    this.parameters = parameters;
    this.completeness = completeness;
    this.explained = explained;
    this.inHand = inHand;
    listenWith(Evidence.NONE);
  }

  private void listenWith(Evidence evidence) {
    inHand.accept(
        Indicators.of(new Asked(view, region, parameters, completeness, deadlines, evidence)));
  }

  /**
   * What one rule says of one household.
   *
   * @param nextDay when it must be asked again, since a day comes by itself
   */
  record RuleAnswer(List<Hit> hits, List<Assessment.Unassessed> unassessed, int nextDay) {}

  RuleAnswer ask(CompiledRule compiled) {
    begin(compiled);
    askAll(compiled);
    return new RuleAnswer(hits, unassessed, deadlines.nextDay());
  }

  /** What one rule says of a feed; the household in hand is nobody. */
  RuleAnswer ask(CompiledRule compiled, FeedView feed) {
    begin(compiled);
    ask(compiled, "", feed);
    return new RuleAnswer(hits, unassessed, deadlines.nextDay());
  }

  private void begin(CompiledRule compiled) {
    hits = new ArrayList<>(0);
    unassessed = new ArrayList<>(0);
    deadlines.forget();
    ownSource = null;
    deadlines.of(compiled.rule(), null);
  }

  private void askAll(CompiledRule compiled) {
    switch (compiled.rule().scope()) {
      case HOUSEHOLD -> ask(compiled, "", null);
      case MEMBER -> {
        for (String personId : persons()) {
          ask(compiled, personId, new Words.MemberRef(personId));
        }
      }
      case ACCIDENT -> {
        for (LedgerLine accident : view.lines(EventType.ACCIDENT_HAPPENED)) {
          ask(compiled, accident, accident);
        }
      }
      case IMPACT -> {
        for (Disasters.Impact impact : Disasters.impacts(view)) {
          ask(compiled, impact.latest(), impact);
        }
      }
      case REFERRAL -> {
        for (Referrals.Referral referral : Referrals.of(view)) {
          ask(compiled, referral.first(), referral);
        }
      }
      case GRANT -> {
        for (LedgerLine grant : view.lines(EventType.GRANT_APPROVED)) {
          ask(compiled, grant, grant);
        }
      }
      case SOURCE -> throw new IllegalStateException("a household is no source");
    }
  }

  private void ask(CompiledRule compiled, LedgerLine told, Object of) {
    ownSource = told.source();
    deadlines.of(compiled.rule(), ownSource);
    ask(compiled, EventId.shortText(told.id()), of);
  }

  /** Members of any time; while membership is unknown, everybody who is spoken of. */
  private Set<String> persons() {
    if (view.membership().known()) {
      return view.membership().everMembers();
    }
    return new LinkedHashSet<>(view.persons());
  }

  private void ask(CompiledRule compiled, String subject, Object of) {
    try {
      Object holds = compiled.when().ask(of);
      if (holds instanceof NotAssessable unknown) {
        cannotAssess(compiled, subject, unknown.reason());
        return;
      } else if (!(Boolean) holds) {
        return;
      }
      hits.add(
          explained ? explain(compiled, subject, of) : hit(compiled, subject, of, Evidence.NONE));
    } catch (CelEvaluationException | RuntimeException e) {
      cannotAssess(compiled, subject, NotAssessable.reason(e));
    }
  }

  /** Asks once more and writes down everything that was measured. */
  private Hit explain(CompiledRule compiled, String subject, Object of)
      throws CelEvaluationException {
    Evidence evidence = new Evidence();
    if (ownSource != null) {
      evidence.toldBy(ownSource);
    }
    listenWith(evidence);
    try {
      compiled.when().ask(of);
      return hit(compiled, subject, of, evidence);
    } finally {
      listenWith(Evidence.NONE);
    }
  }

  private Hit hit(CompiledRule compiled, String subject, Object of, Evidence evidence)
      throws CelEvaluationException {
    long measure = (Long) known(compiled.measure().ask(of));
    Urgency urgency = urgency(compiled, of);
    return new Hit(
        compiled.rule().id(),
        subject,
        urgency,
        "",
        measure,
        evidence.allMeasured(),
        evidence.allLimits(),
        evidence.firstRecords(),
        evidence.recordCount(),
        evidence.wanted() ? compiled.rule().addressees(evidence.toldBy()) : List.of());
  }

  /** The first urgency whose condition holds; one that cannot be assessed does not hold. */
  private Urgency urgency(CompiledRule compiled, Object of) {
    for (CompiledRule.CompiledUrgency tier : compiled.urgencies()) {
      try {
        if (tier.condition() == null || (Boolean) known(tier.condition().ask(of))) {
          return tier.urgency();
        }
      } catch (CelEvaluationException | RuntimeException e) {
        cannotAssess(compiled, "urgency", NotAssessable.reason(e));
      }
    }
    throw new IllegalStateException(compiled.rule().id() + " has no urgency without condition");
  }

  private void cannotAssess(CompiledRule compiled, String subject, NotAssessable.Reason reason) {
    if (reason.code().equals(NotAssessable.SOURCE_INCOMPLETE) && speaks(reason.detail())) {
      deadlines.waitFor(view.asOf() + 1);
    }
    unassessed.add(
        new Assessment.Unassessed(compiled.rule().id(), subject, reason.code(), reason.detail()));
  }

  /**
   * Whether a source ever said that it is complete here. Only then is it asked again tomorrow:
   * where nobody tells, the monthly review is enough, or a nation would be looked at every day for
   * a feed that does not exist.
   */
  private boolean speaks(String source) {
    return completeness.throughDay(source, view.region(), region) != Completeness.NEVER;
  }

  private static Object known(Object answer) {
    if (answer instanceof NotAssessable unknown) {
      throw unknown;
    }
    return answer;
  }
}
