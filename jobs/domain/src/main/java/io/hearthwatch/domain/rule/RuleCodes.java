package io.hearthwatch.domain.rule;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import io.hearthwatch.domain.policy.KnownCodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Codes in a rule that nobody knows: a class, a programme, a family or category of rules. What a
 * word takes is said by {@link WordCodes}; codes of words that it does not list are not looked at.
 */
public final class RuleCodes {

  private RuleCodes() {}

  /**
   * What is wrong with the codes of a rule.
   *
   * @param families first letters of the ids of the rules that are there
   * @param categories those of the rules that are there
   */
  public static List<String> problems(Rule rule, Set<String> families, Set<String> categories) {
    List<String> problems = new ArrayList<>();
    for (CelExpr.CelCall call : RuleCalls.of(rule)) {
      String word = call.function();
      switch (WordCodes.of(word)) {
        case CLASSES -> unknown(word, call, KnownCodes.CLASSES, "class", problems);
        case PROGRAMMES -> unknown(word, call, KnownCodes.PROGRAMMES, "programme", problems);
        case FAMILIES -> families(texts(call), families, problems);
        case CATEGORIES ->
            texts(call)
                .filter(category -> !categories.contains(category))
                .forEach(
                    category ->
                        problems.add("there is no rule of the category '" + category + "'"));
        case NONE, PARAMETER, OTHER -> {}
      }
    }
    if (rule.raise() != null) {
      families(rule.raise().families().stream(), families, problems);
    }
    return problems.stream().distinct().toList();
  }

  private static void unknown(
      String word, CelExpr.CelCall call, Set<String> known, String what, List<String> problems) {
    texts(call)
        .filter(code -> !KnownCodes.isKnown(known, code))
        .forEach(
            code ->
                problems.add(
                    "%s(): '%s' is no %s; one of %s, or one of a locality, which begins with '%s'"
                        .formatted(word, code, what, new TreeSet<>(known), KnownCodes.LOCAL)));
  }

  private static void families(Stream<String> named, Set<String> there, List<String> problems) {
    named
        .filter(family -> !there.contains(family))
        .forEach(family -> problems.add("there is no rule of the family '" + family + "'"));
  }

  /** Texts that stand among the arguments of a call, by themselves or in a list. */
  private static Stream<String> texts(CelExpr.CelCall call) {
    List<CelExpr> arguments = call.args();
    return arguments.stream()
        .flatMap(argument -> elements(argument).stream())
        .filter(argument -> argument.getKind() == CelExpr.ExprKind.Kind.CONSTANT)
        .map(CelExpr::constant)
        .filter(constant -> constant.getKind() == CelConstant.Kind.STRING_VALUE)
        .map(CelConstant::stringValue);
  }

  private static List<CelExpr> elements(CelExpr argument) {
    return argument.getKind() == CelExpr.ExprKind.Kind.LIST
        ? argument.list().elements()
        : List.of(argument);
  }
}
