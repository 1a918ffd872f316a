package io.hearthwatch.domain.rule;

import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.parser.CelParser;
import dev.cel.parser.CelParserFactory;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a rule stands on: the parameters that its words look up, and its windows. It is read off the
 * text of the rule, so that a bundle can be checked before any household meets it.
 *
 * @param parameters in the order in which they are named
 * @param windows likewise
 * @param words everything that is called in it, words and operators
 * @param problems parameters or windows that are not written out, so that nobody could check them
 */
public record RuleNeeds(
    Set<Need> parameters, List<Window> windows, Set<String> words, List<String> problems) {

  /** What a parameter must look like for the word that looks it up. */
  public enum Shape {
    /** One whole number. */
    NUMBER,
    /** A number for each class, and one for none. */
    BY_CLASS,
    /** A number for each of other keys, and one for none. */
    BY_KEY,
    /** A number for each source, and one for none. */
    BY_SOURCE,
    /** Money a month or a year. */
    LINE,
    /** A list of codes. */
    CODES,
    /** A list of days of the year, mm-dd. */
    DAYS_OF_YEAR,
    /** How programmes go together, by pairs. */
    PAIRS
  }

  /** A parameter and the shape that it must have. */
  public record Need(String parameter, Shape shape) {}

  private static final Map<String, Shape> NAMING =
      Map.ofEntries(
          Map.entry("limit", Shape.NUMBER),
          Map.entry("classLimit", Shape.BY_CLASS),
          Map.entry("limitOf", Shape.BY_SOURCE),
          Map.entry("educationUpTo", Shape.BY_KEY),
          Map.entry("graceEntitlement", Shape.BY_KEY),
          Map.entry("perCapitaUnder", Shape.LINE),
          Map.entry("everyMonthUnder", Shape.LINE),
          Map.entry("everyMonthAtLeast", Shape.LINE),
          Map.entry("entitlement", Shape.LINE),
          Map.entry("entitlementAfterRigid", Shape.LINE),
          Map.entry("lastOf", Shape.DAYS_OF_YEAR),
          Map.entry("newlyDiagnosed", Shape.CODES),
          Map.entry("clashes", Shape.PAIRS),
          Map.entry("excess", Shape.PAIRS),
          Map.entry("repeats", Shape.PAIRS));

  private static final Set<String> WITH_DIBAO_LINE =
      Set.of(
          "moreThanLines",
          "lessThanLines",
          "moreThanPercentBeyondLines",
          "medicalBillsOverLines",
          "everyMonthUnderLine",
          "paidUnderOwed");

  private static final Set<String> WITH_INCOME =
      Set.of(
          "income",
          "earlierIncome",
          "perCapitaUnder",
          "everyMonthUnderLine",
          "everyMonthUnder",
          "everyMonthAtLeast",
          "entitlement",
          "entitlementAfterRigid",
          "leastIncome",
          "incomeVariesOver",
          "paidUnderOwed",
          "incomeAtDeath",
          "householdIncomeAtDeath");

  /** {@code graceEnds} is older than the parameter: bundles without it are still read. */
  private static final Set<String> WITH_GRACE = Set.of("graceMonth", "graceEntitlement");

  private static final Set<String> WINDOWS = Set.of("days", "months");

  /** All words that look a parameter up or make a window; a test holds them to the vocabulary. */
  static Set<String> wordsWithNeeds() {
    Set<String> words = new LinkedHashSet<>(NAMING.keySet());
    words.addAll(WITH_DIBAO_LINE);
    words.addAll(WITH_INCOME);
    words.addAll(WITH_GRACE);
    words.addAll(WINDOWS);
    return words;
  }

  /** The words whose first text names a parameter. */
  static Set<String> naming() {
    return NAMING.keySet();
  }

  /** Reads a rule; an expression that is not well-formed is left to the compiler to report. */
  public static RuleNeeds of(Rule rule) {
    return of(
        Stream.of(
                Stream.of(rule.when(), rule.measure()),
                rule.urgencies().stream().map(Rule.UrgencyCase::condition))
            .flatMap(expressions -> expressions));
  }

  /** Reads one way into a class. */
  public static RuleNeeds of(ClassRule.Variant variant) {
    return of(Stream.of(variant.when(), variant.entitlement()));
  }

  private static RuleNeeds of(Stream<String> expressions) {
    RuleNeeds needs =
        new RuleNeeds(
            new LinkedHashSet<>(), new ArrayList<>(), new LinkedHashSet<>(), new ArrayList<>());
    CelParser parser = CelParserFactory.standardCelParserBuilder().build();
    expressions.forEach(expression -> needs.read(expression, parser));
    return needs;
  }

  /** Whether it looks at what other rules say, and so comes after them. */
  boolean ofTheSecondPass() {
    return words.stream().anyMatch(Vocabulary.OF_THE_SECOND_PASS::contains);
  }

  private void read(String expression, CelParser parser) {
    if (expression == null) {
      return;
    }
    try {
      CelNavigableAst.fromAst(parser.parse(expression).getAst())
          .getRoot()
          .allNodes()
          .map(node -> node.expr())
          .filter(expr -> expr.getKind() == CelExpr.ExprKind.Kind.CALL)
          .forEach(expr -> read(expr.call()));
    } catch (CelValidationException e) {
      return;
    }
  }

  private void read(CelExpr.CelCall call) {
    String word = call.function();
    words.add(word);
    List<CelExpr> arguments = call.args();
    Optional<CelConstant> first =
        arguments.stream()
            .findFirst()
            .filter(argument -> argument.getKind() == CelExpr.ExprKind.Kind.CONSTANT)
            .map(CelExpr::constant);
    if (NAMING.containsKey(word)) {
      first
          .filter(constant -> constant.getKind() == CelConstant.Kind.STRING_VALUE)
          .ifPresentOrElse(
              constant -> need(constant.stringValue(), NAMING.get(word)),
              () -> problems.add(word + "() needs the name of a parameter, written in quotes"));
    }
    if (WITH_DIBAO_LINE.contains(word)) {
      need(PovertyLines.DIBAO_LINE, Shape.LINE);
    }
    if (WITH_INCOME.contains(word)) {
      need(Income.INCOME_SOURCES, Shape.CODES);
    }
    if (WITH_GRACE.contains(word)) {
      need(Grace.MONTHS, Shape.NUMBER);
    }
    if (WINDOWS.contains(word)) {
      first
          .filter(constant -> constant.getKind() == CelConstant.Kind.INT64_VALUE)
          .ifPresentOrElse(
              constant -> window(word, constant.int64Value()),
              () -> problems.add(word + "() needs a whole number, written out"));
    }
  }

  private void window(String word, long count) {
    try {
      windows.add(word.equals("days") ? Window.days(count) : Window.months(count));
    } catch (IllegalArgumentException | ArithmeticException e) {
      problems.add(word + "(" + count + "): " + e.getMessage());
    }
  }

  private void need(String parameter, Shape shape) {
    if (shape == Shape.LINE) {
      parameters.add(new Need(parameter + "-urban", shape));
      parameters.add(new Need(parameter + "-rural", shape));
    } else {
      parameters.add(new Need(parameter, shape));
    }
  }
}
