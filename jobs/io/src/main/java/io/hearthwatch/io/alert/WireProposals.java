package io.hearthwatch.io.alert;

import io.hearthwatch.domain.policy.PolicyBundle;
import io.hearthwatch.domain.rule.ClassRule;
import io.hearthwatch.wire.ClassProposal;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Proposed classes as the contracts have them, with what the bundle calls them. */
final class WireProposals {

  private final Map<String, ClassRule> classes;

  WireProposals(PolicyBundle bundle) {
    classes =
        bundle.classes().stream()
            .collect(Collectors.toMap(ClassRule::householdClass, Function.identity()));
  }

  ClassProposal of(io.hearthwatch.domain.rule.ClassProposal proposal) {
    return ClassProposal.newBuilder()
        .setHouseholdClass(proposal.householdClass())
        .setClassName(WireHits.text(classes.get(proposal.householdClass()).name()))
        .setVariant(proposal.variant())
        .setRegionPrefix(proposal.regionPrefix())
        .setFromDate(LocalDate.ofEpochDay(proposal.fromDay()))
        .setSource(proposal.source())
        .setEntitlementFen(
            proposal.entitlementFen().isPresent() ? proposal.entitlementFen().getAsLong() : null)
        .setMeasured(proposal.measured().stream().map(WireHits::of).toList())
        .setLimits(proposal.limits().stream().map(WireHits::of).toList())
        .setRecords(proposal.records())
        .setRecordCount(proposal.recordCount())
        .build();
  }
}
