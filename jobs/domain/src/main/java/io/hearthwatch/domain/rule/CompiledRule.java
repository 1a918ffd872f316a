package io.hearthwatch.domain.rule;

import dev.cel.common.types.SimpleType;
import io.hearthwatch.domain.alert.Urgency;
import java.util.ArrayList;
import java.util.List;

/**
 * A rule with its expressions ready to be asked.
 *
 * @param urgencies tried in their order
 */
record CompiledRule(
    Rule rule, Expression when, Expression measure, List<CompiledUrgency> urgencies) {

  /** An urgency and its condition; null holds always. */
  record CompiledUrgency(Expression condition, Urgency urgency) {}

  /** Throws RuleException where a condition is not well-formed or not of the right type. */
  static CompiledRule of(Rule rule, RuleCompiler compiler) {
    List<CompiledUrgency> urgencies = new ArrayList<>();
    for (Rule.UrgencyCase tier : rule.urgencies()) {
      urgencies.add(
          new CompiledUrgency(
              compiler.compile(rule, "urgency", tier.condition(), SimpleType.BOOL),
              tier.urgency()));
    }
    return new CompiledRule(
        rule,
        compiler.compile(rule, "when", rule.when(), SimpleType.BOOL),
        compiler.compile(rule, "measure", rule.measure(), SimpleType.INT),
        urgencies);
  }
}
