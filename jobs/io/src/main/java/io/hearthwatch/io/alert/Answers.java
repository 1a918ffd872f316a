package io.hearthwatch.io.alert;

import io.hearthwatch.domain.alert.Answer;
import io.hearthwatch.domain.alert.Case;
import io.hearthwatch.domain.policy.PolicyBundle;
import io.hearthwatch.domain.rule.Assessment;
import io.hearthwatch.domain.rule.Muted;
import io.hearthwatch.domain.rule.Portrait;
import io.hearthwatch.io.contract.SingleObject;
import io.hearthwatch.wire.CaseStatus;
import io.hearthwatch.wire.CaseView;
import io.hearthwatch.wire.DayFlow;
import io.hearthwatch.wire.HouseholdAnswer;
import io.hearthwatch.wire.MutedHit;
import io.hearthwatch.wire.NotAssessable;
import io.hearthwatch.wire.Urgency;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Answers to questions about households. */
public final class Answers {

  private final SingleObject<HouseholdAnswer> codec = new SingleObject<>(HouseholdAnswer.class);

  /**
   * Encodes one answer.
   *
   * @param bundle the bundle by which it was assessed
   */
  public byte[] encode(Answer answer, PolicyBundle bundle) {
    HouseholdAnswer.Builder to =
        HouseholdAnswer.newBuilder()
            .setRequestId(answer.requestId())
            .setHouseholdId(answer.householdId())
            .setKnown(answer.portrait() != null)
            .setBundleVersion(answer.bundleVersion())
            .setAsOf(LocalDate.EPOCH)
            .setRegisteredRegion("")
            .setResidence("")
            .setMembers(List.of())
            .setClasses(List.of())
            .setLineCount(0)
            .setIndicators(List.of())
            .setNotAssessable(List.of())
            .setHits(List.of())
            .setFlows(List.of());
    if (answer.portrait() != null) {
      draw(answer.portrait(), answer.assessment(), to);
    }
    if (answer.assessment() != null) {
      to.setHits(new WireHits(bundle).of(answer.assessment().hits()));
      to.setMuted(answer.assessment().muted().stream().map(Answers::muted).toList());
    }
    if (answer.proposal() != null) {
      to.setProposal(new WireProposals(bundle).of(answer.proposal()));
    }
    if (answer.lastCase() != null) {
      to.setLastCase(view(answer.caseId(), answer.lastCase()));
    }
    return codec.encode(to.build());
  }

  private static void draw(Portrait portrait, Assessment assessment, HouseholdAnswer.Builder to) {
    List<NotAssessable> unknown = new ArrayList<>();
    portrait
        .unknown()
        .forEach(u -> unknown.add(new NotAssessable(u.indicator(), "", u.code(), u.detail())));
    if (assessment != null) {
      assessment
          .notAssessable()
          .forEach(
              u -> unknown.add(new NotAssessable(u.ruleId(), u.subject(), u.code(), u.detail())));
    }
    to.setAsOf(LocalDate.ofEpochDay(portrait.asOf()))
        .setRegisteredRegion(portrait.region())
        .setResidence(portrait.residence())
        .setMembers(portrait.members())
        .setClasses(portrait.classes())
        .setLineCount(portrait.lineCount())
        .setIndicators(portrait.indicators().stream().map(WireHits::of).toList())
        .setNotAssessable(unknown)
        .setFlows(
            portrait.flows().stream()
                .map(
                    flow ->
                        new DayFlow(
                            LocalDate.ofEpochDay(flow.day()), flow.receivedFen(), flow.spentFen()))
                .toList());
  }

  private static MutedHit muted(Muted muted) {
    return new MutedHit(
        muted.ruleId(),
        muted.subject(),
        LocalDate.ofEpochDay(muted.visitedOn()),
        LocalDate.ofEpochDay(muted.throughDay()));
  }

  private static CaseView view(String caseId, Case state) {
    return CaseView.newBuilder()
        .setCaseId(caseId)
        .setSequence(state.sequence())
        .setStatus(CaseStatus.valueOf(state.status().name()))
        .setUrgency(Urgency.valueOf(state.urgency().name()))
        .setOpenedOn(LocalDate.ofEpochDay(state.openedOn()))
        .setEndedOn(state.status().ended() ? LocalDate.ofEpochDay(state.endedOn()) : null)
        .setVisitBy(Instant.ofEpochMilli(state.visitBy()))
        .setOpenedFor(state.openedFor().stream().map(Case.SaidHit::ruleId).distinct().toList())
        .build();
  }
}
