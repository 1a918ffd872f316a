package io.hearthwatch.domain.rule;

import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.parser.CelParser;
import dev.cel.parser.CelParserFactory;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The words that a rule says, read off its text before any household meets it. */
final class RuleCalls {

  private static final CelParser PARSER = CelParserFactory.standardCelParserBuilder().build();

  private RuleCalls() {}

  /** Every call in the condition, the measure and the tiers of urgency, in no certain order. */
  static List<CelExpr.CelCall> of(Rule rule) {
    return Stream.concat(
            Stream.of(rule.when(), rule.measure()),
            rule.urgencies().stream().map(Rule.UrgencyCase::condition))
        .filter(Objects::nonNull)
        .flatMap(RuleCalls::in)
        .toList();
  }

  /** Those of one expression; none where it is not well-formed, which the compiler reports. */
  private static Stream<CelExpr.CelCall> in(String expression) {
    try {
      return CelNavigableAst.fromAst(PARSER.parse(expression).getAst())
          .getRoot()
          .allNodes()
          .map(node -> node.expr())
          .filter(expr -> expr.getKind() == CelExpr.ExprKind.Kind.CALL)
          .map(CelExpr::call);
    } catch (CelValidationException e) {
      return Stream.empty();
    }
  }
}
