package io.hearthwatch.domain.rule;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.Map;
import java.util.Optional;

/** Makes expressions of the texts of rules. */
final class RuleCompiler {

  private static final String MEMBER = "member";
  private static final String ACCIDENT = "accident";

  private final Vocabulary vocabulary;
  private final boolean directly;
  private final CelRuntime runtime;

  /**
   * A compiler.
   *
   * @param directly whether expressions ask the vocabulary themselves where they can
   */
  RuleCompiler(Vocabulary vocabulary, boolean directly) {
    this.vocabulary = vocabulary;
    this.directly = directly;
    runtime =
        CelRuntimeFactory.plannerRuntimeBuilder()
            .addFunctionBindings(vocabulary.bindings())
            .build();
  }

  /**
   * Compiles one part of a rule.
   *
   * @param part what the part is called in messages
   * @return null where there is no text
   */
  Expression compile(Rule rule, String part, String text, CelType result) {
    if (text == null) {
      return null;
    }
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .addFunctionDeclarations(vocabulary.declarations())
            .setResultType(result);
    switch (rule.scope()) {
      case MEMBER -> builder.addVar(MEMBER, Vocabulary.MEMBER);
      case ACCIDENT -> builder.addVar(ACCIDENT, Vocabulary.ACCIDENT);
      case HOUSEHOLD -> {}
    }
    try {
      CelAbstractSyntaxTree checked = builder.build().compile(text).getAst();
      Optional<Expression> direct =
          directly ? DirectExpression.of(checked, vocabulary) : Optional.empty();
      return direct.isPresent() ? direct.get() : byCel(rule.scope(), checked);
    } catch (CelValidationException | CelEvaluationException e) {
      throw new RuleBook.RuleException(rule, part, e.getMessage());
    }
  }

  private Expression byCel(Rule.Scope scope, CelAbstractSyntaxTree checked)
      throws CelEvaluationException {
    CelRuntime.Program program = runtime.createProgram(checked);
    return switch (scope) {
      case MEMBER -> member -> eval(program, Map.of(MEMBER, member));
      case ACCIDENT -> accident -> eval(program, Map.of(ACCIDENT, accident));
      case HOUSEHOLD -> nobody -> eval(program, Map.of());
    };
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
