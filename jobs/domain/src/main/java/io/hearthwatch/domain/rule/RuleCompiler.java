package io.hearthwatch.domain.rule;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelReference;
import dev.cel.common.types.CelType;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.hearthwatch.domain.household.EventType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes expressions of the texts of rules. */
final class RuleCompiler {

  /** Whose expressions are compiled: a rule, or a class. */
  record Owner(String id, Rule.Scope scope, String where) {
    static Owner of(Rule rule) {
      return new Owner(rule.id(), rule.scope(), rule.where());
    }
  }

  /** A rule has one variable at most: what it is asked of, one by one. */
  private record Variable(String name, CelType type) {}

  private static final Pattern NAME = Pattern.compile("\\w+");

  private static final Map<Rule.Scope, Variable> VARIABLES =
      Map.of(
          Rule.Scope.MEMBER, new Variable("member", Words.MEMBER),
          Rule.Scope.ACCIDENT, new Variable("accident", Words.ACCIDENT),
          Rule.Scope.IMPACT, new Variable("impact", Words.IMPACT),
          Rule.Scope.GRANT, new Variable("grant", Words.GRANT),
          Rule.Scope.REFERRAL, new Variable("referral", Words.REFERRAL),
          Rule.Scope.SOURCE, new Variable("feed", Words.FEED));

  private final Words vocabulary;
  private final boolean directly;

  /** Made where a shape is left to CEL: it takes longer than compiling the rule. */
  private CelRuntime runtime;

  /**
   * A compiler.
   *
   * @param directly whether expressions ask the vocabulary themselves where they can
   */
  RuleCompiler(Words vocabulary, boolean directly) {
    this.vocabulary = vocabulary;
    this.directly = directly;
  }

  /**
   * Compiles one part of a rule.
   *
   * @param part what the part is called in messages
   * @param reads takes the types of events that decide what it says, besides who is a member and
   *     where the household is registered
   * @return null where there is no text
   */
  Expression compile(Owner owner, String part, String text, CelType result, Set<EventType> reads) {
    if (text == null) {
      return null;
    }
    try {
      CelAbstractSyntaxTree checked = check(owner, part, text, result);
      Map<Long, CelReference> references = checked.getReferenceMap();
      for (CelReference reference : references.values()) {
        List<String> overloads = reference.overloadIds();
        overloads.forEach(id -> reads.addAll(vocabulary.reads().getOrDefault(id, Set.of())));
      }
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
            .addFunctionDeclarations(saidIn(text))
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

  /** The words that a text can mean: to tell CEL of all takes longer than all the rest. */
  private List<CelFunctionDecl> saidIn(String text) {
    Set<String> names =
        NAME.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    return vocabulary.declarations().stream().filter(word -> names.contains(word.name())).toList();
  }

  private Expression byCel(Rule.Scope scope, CelAbstractSyntaxTree checked)
      throws CelEvaluationException {
    if (runtime == null) {
      runtime =
          CelRuntimeFactory.plannerRuntimeBuilder()
              .addFunctionBindings(vocabulary.bindings())
              .build();
    }
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
