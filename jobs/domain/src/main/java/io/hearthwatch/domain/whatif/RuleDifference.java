package io.hearthwatch.domain.whatif;

import java.util.Set;

/**
 * What two bundles say of one rule and household, where it differs.
 *
 * @param ruleId the rule, or a class that cannot be assessed, for instance {@code class dibao}
 * @param changes what changes, one of them at least
 */
public record RuleDifference(
    String ruleId, Set<RuleChange> changes, RuleVerdict before, RuleVerdict after) {

  public RuleDifference {
    changes = Set.copyOf(changes);
  }
}
