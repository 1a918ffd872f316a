package io.hearthwatch.domain.alert;

import io.hearthwatch.domain.rule.Assessment;
import io.hearthwatch.domain.rule.Hit;
import io.hearthwatch.domain.rule.QuarterWorse;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Decides what happens to the case of a household when it has been assessed: the decision table of
 * {@link CaseTransition}, with one open case at most.
 */
final class CaseKeeper {

  private final VisitLimits visitLimits;

  CaseKeeper(VisitLimits visitLimits) {
    this.visitLimits = visitLimits;
  }

  /** The transition and the case after it. */
  record Decision(CaseTransition transition, Case state) {}

  /**
   * What to do.
   *
   * @param last open or latest case, or null
   * @param now what the rules say
   * @param atMs instant of the cause, from which visits are due
   * @param asOfDay assesses the household with what is known now, as of an earlier day
   * @return null where nothing has changed
   */
  Decision decide(Case last, Assessment now, long atMs, IntFunction<Assessment> asOfDay) {
    List<Hit> hits = now.unmuted();
    if (last == null || last.status().ended()) {
      return hits.isEmpty() ? null : open(last, now, atMs);
    }
    List<Case.SaidHit> silent = silent(last, now);
    if (hits.isEmpty()) {
      boolean ends = last.status() == CaseStatus.OPEN && silent.isEmpty();
      return ends ? end(last, now.asOf(), asOfDay) : null;
    }
    List<Case.SaidHit> said = Case.SaidHit.of(hits, silent);
    Urgency urgency = highest(said);
    CaseTransition transition;
    if (urgency.above(last.urgency())) {
      transition = CaseTransition.RAISED;
    } else if (last.urgency().above(urgency)) {
      transition = CaseTransition.LOWERED;
    } else if (saidOtherwise(last, said)) {
      transition = CaseTransition.UPDATED;
    } else {
      return null;
    }
    return new Decision(
        transition,
        new Case(
            last.number(),
            last.sequence() + 1,
            transition.apply(last.status()),
            last.openedOn(),
            last.causedOn(),
            last.endedOn(),
            urgency,
            transition == CaseTransition.RAISED
                ? Math.min(last.visitBy(), visitLimits.visitBy(urgency, atMs, now.asOf()))
                : last.visitBy(),
            last.openedFor(),
            said));
  }

  /**
   * What was said and cannot be assessed now, because a source is silent: it stands as it was said,
   * for silence is no recovery.
   */
  private static List<Case.SaidHit> silent(Case last, Assessment now) {
    return last.said().stream()
        .filter(said -> now.notAssessable().stream().anyMatch(said::isAbout))
        .toList();
  }

  private Decision open(Case last, Assessment now, long atMs) {
    boolean again = last != null && now.asOf() <= last.endedOn() + visitLimits.reopenDays();
    CaseTransition transition = again ? CaseTransition.REOPENED : CaseTransition.OPENED;
    List<Case.SaidHit> hits = Case.SaidHit.of(now.unmuted(), List.of());
    Urgency urgency = highest(hits);
    return new Decision(
        transition,
        new Case(
            again ? last.number() : last == null ? 1 : last.number() + 1,
            again ? last.sequence() + 1 : 1,
            transition.apply(last == null ? null : last.status()),
            again ? last.openedOn() : now.asOf(),
            now.asOf(),
            0,
            urgency,
            visitLimits.visitBy(urgency, atMs, now.asOf()),
            hits,
            hits));
  }

  private static Decision end(Case last, int asOf, IntFunction<Assessment> asOfDay) {
    Assessment then = asOfDay.apply(last.causedOn());
    boolean causeHolds =
        last.openedFor().stream()
            .anyMatch(
                said ->
                    then.hits().stream().anyMatch(said::isAbout)
                        || then.notAssessable().stream().anyMatch(said::isAbout));
    CaseTransition transition = causeHolds ? CaseTransition.CLOSED : CaseTransition.WITHDRAWN;
    return new Decision(
        transition,
        new Case(
            last.number(),
            last.sequence() + 1,
            transition.apply(last.status()),
            last.openedOn(),
            last.causedOn(),
            asOf,
            last.urgency(),
            last.visitBy(),
            last.openedFor(),
            List.of()));
  }

  private static Urgency highest(List<Case.SaidHit> hits) {
    return hits.stream().map(Case.SaidHit::urgency).reduce(null, Urgency::higher);
  }

  /** Other hits than were said, another urgency of one, or one that is a quarter worse. */
  private static boolean saidOtherwise(Case last, List<Case.SaidHit> hits) {
    return hits.size() != last.said().size()
        || !hits.stream()
            .allMatch(hit -> last.said().stream().anyMatch(said -> saysTheSame(said, hit)));
  }

  private static boolean saysTheSame(Case.SaidHit said, Case.SaidHit hit) {
    return said.ruleId().equals(hit.ruleId())
        && said.subject().equals(hit.subject())
        && said.urgency() == hit.urgency()
        && !QuarterWorse.is(said.measure(), hit.measure());
  }
}
