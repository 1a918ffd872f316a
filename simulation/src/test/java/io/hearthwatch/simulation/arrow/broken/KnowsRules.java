package io.hearthwatch.simulation.arrow.broken;

import io.hearthwatch.domain.rule.Rule;

/** Breaks the arrow: truth that was drawn by the rules would prove nothing of them. */
public final class KnowsRules {

  private Rule rule;

  Rule rule() {
    return rule;
  }
}
