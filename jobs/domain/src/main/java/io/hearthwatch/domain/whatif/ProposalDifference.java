package io.hearthwatch.domain.whatif;

import io.hearthwatch.domain.rule.ClassProposal;
import java.util.Optional;

/** The class that two bundles propose for a household, and what it is entitled to by each. */
public record ProposalDifference(Optional<ClassProposal> before, Optional<ClassProposal> after) {

  /** Whether the class, the way into it or the entitlement differs; figures alone do not count. */
  boolean differs() {
    return !what(before).equals(what(after));
  }

  /** Entitlement a month, in fen; 0 where none is proposed or known. */
  static long entitlementFen(Optional<ClassProposal> proposal) {
    return proposal.map(of -> of.entitlementFen().orElse(0)).orElse(0L);
  }

  private static Object what(Optional<ClassProposal> proposal) {
    record What(String householdClass, String variant, Object entitlement) {}
    return proposal
        .<Object>map(of -> new What(of.householdClass(), of.variant(), of.entitlementFen()))
        .orElse("none");
  }
}
