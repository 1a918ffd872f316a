package io.hearthwatch.domain.rule;

import io.hearthwatch.domain.household.EventType;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Which events a rule looks at, read off its checked expressions. */
public final class RuleReads {

  private RuleReads() {}

  /**
   * Of one rule that compiles; who is a member and where it is registered may decide any rule of
   * households. One of feeds reads no event at all.
   */
  public static Set<EventType> of(Rule rule) {
    if (rule.scope() == Rule.Scope.SOURCE) {
      return Set.of();
    }
    RuleCompiler compiler =
        new RuleCompiler(
            Vocabulary.of(
                () -> {
                  throw new IllegalStateException("nobody is asked");
                },
                such -> false),
            true);
    Set<EventType> events = EnumSet.copyOf(RuleBook.DECIDE_ANYTHING);
    events.addAll(CompiledRule.of(rule, compiler).reads());
    return Collections.unmodifiableSet(events);
  }
}
