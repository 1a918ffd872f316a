package io.hearthwatch.domain.whatif;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/**
 * What two bundles say of one household as of one date.
 *
 * @param asOf epoch day
 * @param region that registers it
 * @param classes in force
 * @param hitBefore rules that hit it by the old one
 * @param hitAfter rules that hit it by the new one
 * @param entitlementFenBefore a month, by the old one; 0 where no class is proposed that pays
 * @param entitlementFenAfter likewise, by the new one
 * @param rules those that say something different, by id
 * @param proposal the classes proposed, where they differ
 */
public record HouseholdComparison(
    int asOf,
    String region,
    Set<String> classes,
    SortedSet<String> hitBefore,
    SortedSet<String> hitAfter,
    long entitlementFenBefore,
    long entitlementFenAfter,
    List<RuleDifference> rules,
    Optional<ProposalDifference> proposal) {

  public HouseholdComparison {
    rules = List.copyOf(rules);
  }

  /** Whether the bundles differ about this household. */
  public boolean differs() {
    return !rules.isEmpty() || proposal.isPresent();
  }
}
