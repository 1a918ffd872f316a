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

/** One household being asked rules, one after the other; what it answered is in its lists. */
final class Asking {

  private final HouseholdView view;
  private final Completeness completeness;
  private final boolean explained;
  private final ParametersInForce parameters;
  private final Consumer<Indicators> inHand;
  private final List<Hit> hits = new ArrayList<>();
  private final List<Assessment.Unassessed> unassessed = new ArrayList<>();
  private int nextDueDay = Assessment.NOTHING_DUE;

  /**
   * Begins to ask.
   *
   * @param explained whether hits are asked once more, for their evidence
   * @param inHand is given what the words of the expressions speak of from now on
   */
  Asking(
      HouseholdView view,
      ParametersInForce parameters,
      Completeness completeness,
      boolean explained,
      Consumer<Indicators> inHand) {
    this.view = view;
    this.parameters = parameters;
    this.completeness = completeness;
    this.explained = explained;
    this.inHand = inHand;
    listenWith(Evidence.NONE);
  }

  private void listenWith(Evidence evidence) {
    inHand.accept(Indicators.of(new Asked(view, parameters, completeness, evidence)));
  }

  List<Hit> hits() {
    return hits;
  }

  List<Assessment.Unassessed> unassessed() {
    return unassessed;
  }

  /** When an absence rule must be asked again. */
  int nextDueDay() {
    return nextDueDay;
  }

  void ask(CompiledRule compiled) {
    switch (compiled.rule().scope()) {
      case HOUSEHOLD -> ask(compiled, "", null);
      case MEMBER -> {
        for (String personId : persons()) {
          ask(compiled, personId, new Vocabulary.MemberRef(personId));
        }
      }
      case ACCIDENT -> {
        for (LedgerLine accident : view.lines(EventType.ACCIDENT_HAPPENED)) {
          askOfAccident(compiled, accident);
        }
      }
    }
  }

  /** Members of any time; while membership is unknown, everybody who is spoken of. */
  private Set<String> persons() {
    if (view.membership().known()) {
      return view.membership().everMembers();
    }
    return new LinkedHashSet<>(view.persons());
  }

  private void askOfAccident(CompiledRule compiled, LedgerLine accident) {
    String subject = EventId.shortText(accident.id());
    Rule.Absence absence = compiled.rule().absence();
    if (absence == null) {
      ask(compiled, subject, accident);
      return;
    }
    try {
      int due = accident.day() + Math.toIntExact((Long) known(compiled.dueDays().ask(accident)));
      if (view.asOf() < due) {
        nextDueDay = Math.min(nextDueDay, due);
        return;
      }
      int askedBefore = unassessed.size();
      int hitsBefore = hits.size();
      ask(compiled, subject, accident);
      boolean waits = hits.size() > hitsBefore || unassessed.size() > askedBefore;
      String silent = waits ? silentSource(absence, due) : null;
      if (silent != null) {
        hits.subList(hitsBefore, hits.size()).clear();
        unassessed.subList(askedBefore, unassessed.size()).clear();
        cannotAssess(compiled, subject, "source-incomplete", silent);
        nextDueDay = Math.min(nextDueDay, view.asOf() + 1);
      }
    } catch (CelEvaluationException | RuntimeException e) {
      if (!knownToBeFalse(compiled, accident)) {
        cannotAssess(compiled, subject, e);
      }
    }
  }

  /** Where the deadline is unknown the condition may still be known not to hold. */
  private boolean knownToBeFalse(CompiledRule compiled, Object of) {
    try {
      return Boolean.FALSE.equals(compiled.when().ask(of));
    } catch (CelEvaluationException | RuntimeException e) {
      return false;
    }
  }

  private String silentSource(Rule.Absence absence, int due) {
    return absence.clearedBy().stream()
        .filter(source -> completeness.throughDay(source, view.region()) < due)
        .findFirst()
        .orElse(null);
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
      cannotAssess(compiled, subject, e);
    }
  }

  /** Asks once more and writes down everything that was measured. */
  private Hit explain(CompiledRule compiled, String subject, Object of)
      throws CelEvaluationException {
    Evidence evidence = new Evidence();
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
        evidence.recordCount());
  }

  /** The first urgency whose condition holds; one that cannot be assessed does not hold. */
  private Urgency urgency(CompiledRule compiled, Object of) {
    for (CompiledRule.CompiledUrgency tier : compiled.urgencies()) {
      try {
        if (tier.condition() == null || (Boolean) known(tier.condition().ask(of))) {
          return tier.urgency();
        }
      } catch (CelEvaluationException | RuntimeException e) {
        cannotAssess(compiled, "urgency", e);
      }
    }
    throw new IllegalStateException(compiled.rule().id() + " has no urgency without condition");
  }

  private void cannotAssess(CompiledRule compiled, String subject, NotAssessable.Reason reason) {
    cannotAssess(compiled, subject, reason.code(), reason.detail());
  }

  private void cannotAssess(CompiledRule compiled, String subject, Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof NotAssessable unknown) {
        cannotAssess(compiled, subject, unknown.reason());
        return;
      }
      if (cause instanceof ArithmeticException) {
        cannotAssess(compiled, subject, "overflow", "");
        return;
      }
    }
    cannotAssess(compiled, subject, "error", failure.getClass().getSimpleName());
  }

  private void cannotAssess(CompiledRule compiled, String subject, String code, String detail) {
    unassessed.add(new Assessment.Unassessed(compiled.rule().id(), subject, code, detail));
  }

  private static Object known(Object answer) {
    if (answer instanceof NotAssessable unknown) {
      throw unknown;
    }
    return answer;
  }
}
