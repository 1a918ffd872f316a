package io.hearthwatch.domain.rule;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.policy.Completeness;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** The classes of one bundle, compiled, and the one that a household's figures suggest. */
final class Proposing {

  private final List<ClassRule> classes;
  private final Map<ClassRule.Variant, Compiled> compiled = new HashMap<>();

  private record Compiled(Expression when, Expression entitlement) {}

  /** Throws RuleException where a condition is not well-formed or not of the right type. */
  Proposing(List<ClassRule> rules, RuleCompiler compiler) {
    classes = rules.stream().sorted(Comparator.comparing(ClassRule::order)).toList();
    for (ClassRule rule : classes) {
      for (ClassRule.Entry entry : rule.entries()) {
        for (ClassRule.Variant variant : entry.variants()) {
          compiled.put(
              variant,
              new Compiled(
                  compile(compiler, rule, variant.when(), SimpleType.BOOL),
                  compile(compiler, rule, variant.entitlement(), SimpleType.INT)));
        }
      }
    }
  }

  private static Expression compile(
      RuleCompiler compiler, ClassRule rule, String text, CelType type) {
    return compiler.compile(
        new RuleCompiler.Owner(rule.householdClass(), Rule.Scope.HOUSEHOLD, rule.where()),
        "variant",
        text,
        type,
        EnumSet.noneOf(EventType.class)); // asked anew each time: what they read is of no interest
  }

  /**
   * The first class, in their order, whose conditions hold.
   *
   * @param region code under which its place is looked up
   * @param inHand is given what the words of the expressions speak of
   */
  Proposed propose(
      HouseholdView view,
      String region,
      ParametersInForce parameters,
      Completeness completeness,
      Consumer<Indicators> inHand) {
    List<Assessment.Unassessed> unknown = new ArrayList<>();
    for (ClassRule rule : classes) {
      Optional<ClassRule.Entry> entry = rule.at(region, view.asOf());
      for (ClassRule.Variant variant : entry.map(ClassRule.Entry::variants).orElse(List.of())) {
        Evidence evidence = new Evidence();
        inHand.accept(
            Indicators.of(
                new Asked(view, region, parameters, completeness, new Deadlines(), evidence)));
        Object holds = ask(compiled.get(variant).when());
        if (holds instanceof NotAssessable.Reason reason) {
          unknown.add(
              new Assessment.Unassessed(
                  "class " + rule.householdClass(), variant.id(), reason.code(), reason.detail()));
        } else if ((Boolean) holds) {
          return new Proposed(Optional.of(proposal(rule, entry.get(), variant, evidence)), unknown);
        }
      }
    }
    return new Proposed(Optional.empty(), unknown);
  }

  private ClassProposal proposal(
      ClassRule rule, ClassRule.Entry entry, ClassRule.Variant variant, Evidence evidence) {
    Expression entitlement = compiled.get(variant).entitlement();
    Object fen = entitlement == null ? null : ask(entitlement);
    return new ClassProposal(
        rule.householdClass(),
        variant.id(),
        entry.regionPrefix(),
        entry.fromDay(),
        entry.source(),
        fen instanceof Long known ? OptionalLong.of(known) : OptionalLong.empty(),
        evidence.allMeasured(),
        evidence.allLimits(),
        evidence.firstRecords(),
        evidence.recordCount());
  }

  /** A Boolean, a Long, or the reason why there is none. */
  private static Object ask(Expression expression) {
    try {
      Object answer = expression.ask(null);
      return answer instanceof NotAssessable unknown ? unknown.reason() : answer;
    } catch (CelEvaluationException | RuntimeException e) {
      return NotAssessable.reason(e);
    }
  }
}
