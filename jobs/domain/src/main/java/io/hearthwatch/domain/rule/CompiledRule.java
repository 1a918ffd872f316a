package io.hearthwatch.domain.rule;

import dev.cel.common.types.SimpleType;
import io.hearthwatch.domain.alert.Urgency;
import io.hearthwatch.domain.household.EventType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A rule with its expressions ready to be asked.
 *
 * @param urgencies tried in their order
 * @param reads the types of events that decide what it says, besides who is a member and where the
 *     household is registered
 */
record CompiledRule(
    Rule rule,
    Expression when,
    Expression measure,
    List<CompiledUrgency> urgencies,
    Set<EventType> reads) {

  /** The events that a rule of a scope is asked of, one by one. */
  private static final Map<Rule.Scope, Set<EventType>> OF_SCOPE =
      Map.of(
          Rule.Scope.ACCIDENT, Set.of(EventType.ACCIDENT_HAPPENED),
          Rule.Scope.IMPACT, Set.of(EventType.DISASTER_IMPACT),
          Rule.Scope.GRANT, Set.of(EventType.GRANT_APPROVED),
          Rule.Scope.REFERRAL, Set.of(EventType.REFERRAL_ANSWERED));

  /** An urgency and its condition; null holds always. */
  record CompiledUrgency(Expression condition, Urgency urgency) {}

  /** Throws RuleException where a condition is not well-formed or not of the right type. */
  static CompiledRule of(Rule rule, RuleCompiler compiler) {
    RuleCompiler.Owner owner = RuleCompiler.Owner.of(rule);
    Set<EventType> reads = EnumSet.noneOf(EventType.class);
    reads.addAll(OF_SCOPE.getOrDefault(rule.scope(), Set.of()));
    List<CompiledUrgency> urgencies = new ArrayList<>();
    for (Rule.UrgencyCase tier : rule.urgencies()) {
      urgencies.add(
          new CompiledUrgency(
              compiler.compile(owner, "urgency", tier.condition(), SimpleType.BOOL, reads),
              tier.urgency()));
    }
    return new CompiledRule(
        rule,
        compiler.compile(owner, "when", rule.when(), SimpleType.BOOL, reads),
        compiler.compile(owner, "measure", rule.measure(), SimpleType.INT, reads),
        urgencies,
        reads);
  }
}
