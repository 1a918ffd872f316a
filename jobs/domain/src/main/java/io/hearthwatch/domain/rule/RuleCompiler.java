package io.hearthwatch.domain.rule;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.hearthwatch.domain.household.EventType;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes expressions of the texts of rules. */
final class RuleCompiler {

  /** Whose expressions are compiled: a rule, or a class. */
  record Owner(String id, Rule.Scope scope, String where) {}

  /** A rule has one variable at most: what it is asked of, one by one. */
  private record Variable(String name, CelType type) {}

  private static final Map<Rule.Scope, Variable> VARIABLES =
      Map.of(
          Rule.Scope.MEMBER, new Variable("member", Words.MEMBER),
          Rule.Scope.ACCIDENT, new Variable("accident", Words.ACCIDENT),
          Rule.Scope.IMPACT, new Variable("impact", Words.IMPACT),
          Rule.Scope.GRANT, new Variable("grant", Words.GRANT),
          Rule.Scope.REFERRAL, new Variable("referral", Words.REFERRAL));

  private final Words vocabulary;
  private final boolean directly;
  private final CelRuntime runtime;

  /**
   * A compiler.
   *
   * @param directly whether expressions ask the vocabulary themselves where they can
   */
  RuleCompiler(Words vocabulary, boolean directly) {
    this.vocabulary = vocabulary;
    this.directly = directly;
    runtime =
        CelRuntimeFactory.plannerRuntimeBuilder()
            .addFunctionBindings(vocabulary.bindings())
            .build();
  }

  /**
   * The types of events that decide what an expression says, besides who is a member and where the
   * household is registered; read off the checked expression.
   */
  Set<EventType> reads(Rule rule, String text) {
    if (text == null) {
      return Set.of();
    }
    Set<EventType> reads = EnumSet.noneOf(EventType.class);
    check(owner(rule), "", text, SimpleType.DYN)
        .getReferenceMap()
        .values()
        .forEach(
            reference ->
                reference
                    .overloadIds()
                    .forEach(id -> reads.addAll(vocabulary.reads().getOrDefault(id, Set.of()))));
    return reads;
  }

  /**
   * Compiles one part of a rule.
   *
   * @param part what the part is called in messages
   * @return null where there is no text
   */
  Expression compile(Rule rule, String part, String text, CelType result) {
    return compile(owner(rule), part, text, result);
  }

  /** The same of anything that has expressions. */
  Expression compile(Owner owner, String part, String text, CelType result) {
    if (text == null) {
      return null;
    }
    try {
      CelAbstractSyntaxTree checked = check(owner, part, text, result);
      Optional<Expression> direct =
          directly ? DirectExpression.of(checked, vocabulary) : Optional.empty();
      return direct.isPresent() ? direct.get() : byCel(owner.scope(), checked);
    } catch (CelEvaluationException e) {
      throw new RuleBook.RuleException(owner, part, e.getMessage());
    }
  }

  private CelAbstractSyntaxTree check(Owner owner, String part, String text, CelType result) {
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .addFunctionDeclarations(vocabulary.declarations())
            .setResultType(result);
    Variable variable = VARIABLES.get(owner.scope());
    if (variable != null) {
      builder.addVar(variable.name(), variable.type());
    }
    try {
      return builder.build().compile(text).getAst();
    } catch (CelValidationException e) {
      throw new RuleBook.RuleException(owner, part, e.getMessage());
    }
  }

  private static Owner owner(Rule rule) {
    return new Owner(rule.id(), rule.scope(), rule.where());
  }

  private Expression byCel(Rule.Scope scope, CelAbstractSyntaxTree checked)
      throws CelEvaluationException {
    CelRuntime.Program program = runtime.createProgram(checked);
    Variable variable = VARIABLES.get(scope);
    return variable == null
        ? nobody -> eval(program, Map.of())
        : subject -> eval(program, Map.of(variable.name(), subject));
  }

  /** CEL wraps what a word throws. */
  private static Object eval(CelRuntime.Program program, Map<String, ?> variables)
      throws CelEvaluationException {
    try {
      return program.eval(variables);
    } catch (CelEvaluationException | RuntimeException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof NotAssessable unknown) {
          return unknown;
        }
      }
      throw e;
    }
  }
}
