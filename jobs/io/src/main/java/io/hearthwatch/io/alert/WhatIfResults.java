package io.hearthwatch.io.alert;

import io.hearthwatch.domain.policy.PolicyBundle;
import io.hearthwatch.domain.rule.Assessment;
import io.hearthwatch.domain.rule.ClassProposal;
import io.hearthwatch.domain.whatif.HouseholdComparison;
import io.hearthwatch.domain.whatif.ProposalDifference;
import io.hearthwatch.io.contract.SingleObject;
import io.hearthwatch.wire.NotAssessable;
import io.hearthwatch.wire.RuleChange;
import io.hearthwatch.wire.RuleDifference;
import io.hearthwatch.wire.WhatIfDifference;
import io.hearthwatch.wire.WhatIfResult;
import io.hearthwatch.wire.WhatIfTotal;
import java.time.LocalDate;
import java.util.List;

/** What other policies would say, as records of the topic policy.whatif. */
public final class WhatIfResults {

  private final SingleObject<WhatIfResult> codec = new SingleObject<>(WhatIfResult.class);
  private final String requestId;

  public WhatIfResults(String requestId) {
    this.requestId = requestId;
  }

  /**
   * Encodes what two bundles say otherwise of a household.
   *
   * @param before the old bundle
   * @param after the new bundle
   */
  public byte[] encode(
      String householdId, HouseholdComparison compared, PolicyBundle before, PolicyBundle after) {
    WireHits hitsBefore = new WireHits(before);
    WireHits hitsAfter = new WireHits(after);
    WhatIfDifference.Builder difference =
        WhatIfDifference.newBuilder()
            .setHouseholdId(householdId)
            .setRegisteredRegion(compared.region())
            .setClasses(List.copyOf(compared.classes()))
            .setRules(
                compared.rules().stream()
                    .map(
                        rule ->
                            new RuleDifference(
                                rule.ruleId(),
                                rule.changes().stream()
                                    .sorted()
                                    .map(change -> RuleChange.valueOf(change.name()))
                                    .toList(),
                                hitsBefore.of(rule.before().hits()),
                                hitsAfter.of(rule.after().hits()),
                                notAssessable(rule.before().notAssessable()),
                                notAssessable(rule.after().notAssessable())))
                    .toList())
            .setProposalDiffers(compared.proposal().isPresent());
    compared.proposal().ifPresent(proposal -> set(proposal, before, after, difference));
    return encode(compared.asOf(), difference.build());
  }

  /** Encodes how many households a rule hits by both, or what all households are entitled to. */
  public byte[] encode(int asOf, WhatIfTotal total) {
    return encode(asOf, (Object) total);
  }

  private static void set(
      ProposalDifference proposal,
      PolicyBundle before,
      PolicyBundle after,
      WhatIfDifference.Builder to) {
    to.setProposalBefore(wire(proposal.before().orElse(null), before));
    to.setProposalAfter(wire(proposal.after().orElse(null), after));
  }

  private static io.hearthwatch.wire.ClassProposal wire(
      ClassProposal proposal, PolicyBundle bundle) {
    return proposal == null ? null : new WireProposals(bundle).of(proposal);
  }

  private static List<NotAssessable> notAssessable(List<Assessment.Unassessed> unassessed) {
    return unassessed.stream()
        .map(u -> new NotAssessable(u.ruleId(), u.subject(), u.code(), u.detail()))
        .toList();
  }

  private byte[] encode(int asOf, Object body) {
    return codec.encode(new WhatIfResult(requestId, LocalDate.ofEpochDay(asOf), body));
  }
}
