package io.hearthwatch.domain.rule;

import dev.cel.common.ast.CelExpr;
import io.hearthwatch.domain.household.EventType;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Which events a rule looks at, read off its words.
 *
 * @param events in the order of their types
 * @param unlisted words of which nobody wrote down what they read
 */
public record RuleReads(Set<EventType> events, List<String> unlisted) {

  /** Of one rule. */
  public static RuleReads of(Rule rule) {
    List<String> said = RuleCalls.of(rule).stream().map(CelExpr.CelCall::function).toList();
    Set<EventType> events = EnumSet.noneOf(EventType.class);
    said.forEach(word -> events.addAll(WordUse.of(word).reads()));
    return new RuleReads(
        Collections.unmodifiableSet(events),
        said.stream()
            .filter(word -> word.matches("[a-zA-Z]\\w*") && !WordUse.words().contains(word))
            .distinct()
            .toList());
  }
}
