package io.hearthwatch.io.alert;

import io.hearthwatch.domain.alert.Case;
import io.hearthwatch.domain.alert.CaseChange;
import io.hearthwatch.domain.policy.PolicyBundle;
import io.hearthwatch.io.contract.SingleObject;
import io.hearthwatch.wire.CaseStatus;
import io.hearthwatch.wire.CaseTransition;
import io.hearthwatch.wire.RiskAlert;
import io.hearthwatch.wire.Urgency;
import java.time.Instant;
import java.time.LocalDate;

/** Changes of cases as alerts. */
public final class RiskAlerts {

  private final SingleObject<RiskAlert> codec = new SingleObject<>(RiskAlert.class);

  /**
   * Encodes one change.
   *
   * @param bundle the bundle that decided
   */
  public byte[] encode(CaseChange change, PolicyBundle bundle) {
    Case state = change.state();
    return codec.encode(
        RiskAlert.newBuilder()
            .setChangeId(change.changeId())
            .setCaseId(change.caseId())
            .setSequence(state.sequence())
            .setTransition(CaseTransition.valueOf(change.transition().name()))
            .setStatus(CaseStatus.valueOf(state.status().name()))
            .setHouseholdId(change.householdId())
            .setRegisteredRegion(change.registeredRegion())
            .setUrgency(Urgency.valueOf(state.urgency().name()))
            .setOpenedOn(LocalDate.ofEpochDay(state.openedOn()))
            .setEndedOn(state.status().ended() ? LocalDate.ofEpochDay(state.endedOn()) : null)
            .setVisitBy(Instant.ofEpochMilli(state.visitBy()))
            .setAsOf(LocalDate.ofEpochDay(change.asOf()))
            .setHits(new WireHits(bundle).of(change.hits()))
            .setOpenedFor(state.openedFor().stream().map(Case.SaidHit::ruleId).distinct().toList())
            .setBundleVersion(change.bundleVersion())
            .setCause(change.cause())
            .build());
  }
}
