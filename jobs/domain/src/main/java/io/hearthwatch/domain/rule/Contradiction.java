package io.hearthwatch.domain.rule;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSource;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.parser.CelParser;
import dev.cel.parser.CelParserFactory;
import dev.cel.parser.CelUnparser;
import dev.cel.parser.CelUnparserFactory;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Whether a condition can be seen to be never true, by reading it alone.
 *
 * <p><b>What it sees</b>: constants; {@code &&}, {@code ||}, {@code !} and {@code ?:}; comparisons
 * of sums of the same terms with numbers, with {@code limit('...')} as the number that is in force;
 * a question that is said and denied; {@code inClass} against {@code inClass} and {@code
 * inAnyClass}.
 *
 * <p><b>What it does not see</b>: what words mean. {@code medical(days(30)) > medical(days(60))}
 * and {@code members() < 0} are impossible, and {@code moreThanLines(x, 5) && lessThanLines(x, 3)}
 * nearly so, but each is a term or a question like any other here. Three comparisons that exclude
 * each other only together are not seen either, nor a condition that would be more than {@value
 * #MOST_WAYS} ways of being true. It never calls a condition impossible that is possible.
 */
public final class Contradiction {

  /** Ways of being true that are looked at; beyond, nothing is said. */
  static final int MOST_WAYS = 2_000;

  private static final CelParser PARSER = CelParserFactory.standardCelParserBuilder().build();
  private static final CelUnparser UNPARSER = CelUnparserFactory.newUnparser();

  private final Function<String, OptionalLong> limits;
  private String reason;

  private Contradiction(Function<String, OptionalLong> limits) {
    this.limits = limits;
  }

  /**
   * Why a condition is never true; empty where that cannot be read off it.
   *
   * @param limits the number that a parameter says; empty where it is not to be looked at
   */
  public static Optional<String> in(String condition, Function<String, OptionalLong> limits) {
    Contradiction contradiction = new Contradiction(limits);
    try {
      CelExpr parsed = PARSER.parse(condition).getAst().getExpr();
      return contradiction.ways(parsed, true).isEmpty()
          ? Optional.of(contradiction.reason == null ? "it is always false" : contradiction.reason)
          : Optional.empty();
    } catch (CelValidationException | TooManyWays e) {
      return Optional.empty(); // the compiler reports what is not well-formed
    }
  }

  private static final class TooManyWays extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** All ways in which an expression has a truth value, each a list of facts that go together. */
  private List<List<Fact>> ways(CelExpr expr, boolean wanted) {
    if (expr.getKind() == CelExpr.ExprKind.Kind.CONSTANT
        && expr.constant().getKind() == CelConstant.Kind.BOOLEAN_VALUE) {
      return expr.constant().booleanValue() == wanted ? List.of(List.of()) : List.of();
    }
    if (expr.getKind() != CelExpr.ExprKind.Kind.CALL) {
      return answered(expr, wanted);
    }
    List<CelExpr> of = expr.call().args();
    return switch (expr.call().function()) {
      case "!_" -> ways(of.get(0), !wanted);
      case "_&&_" -> wanted ? all(expr, true) : either(of, false);
      case "_||_" -> wanted ? either(of, true) : all(expr, false);
      case "_?_:_" ->
          join(
              product(ways(of.get(0), true), ways(of.get(1), wanted)),
              product(ways(of.get(0), false), ways(of.get(2), wanted)));
      case "_<=_" -> compared(expr, of.get(0), of.get(1), wanted, 0);
      case "_<_" -> compared(expr, of.get(0), of.get(1), wanted, 1);
      case "_>=_" -> compared(expr, of.get(1), of.get(0), wanted, 0);
      case "_>_" -> compared(expr, of.get(1), of.get(0), wanted, 1);
      case "_==_" -> equal(expr, of, wanted, wanted);
      case "_!=_" -> equal(expr, of, !wanted, wanted);
      case "inClass" -> inClass(expr, wanted);
      case "inAnyClass" -> one(new Fact.InClass(null, wanted, said(expr, wanted)));
      default -> answered(expr, wanted);
    };
  }

  /** All parts of a chain of AND (or of OR, denied), those with the fewest ways first. */
  private List<List<Fact>> all(CelExpr chain, boolean wanted) {
    List<List<List<Fact>>> parts = new ArrayList<>();
    links(chain, chain.call().function(), part -> parts.add(ways(part, wanted)));
    parts.sort(Comparator.comparingInt(List::size));
    return parts.stream().reduce(List.of(List.of()), this::product);
  }

  private static void links(CelExpr expr, String operator, Consumer<CelExpr> each) {
    if (expr.getKind() == CelExpr.ExprKind.Kind.CALL && expr.call().function().equals(operator)) {
      List<CelExpr> parts = expr.call().args();
      parts.forEach(part -> links(part, operator, each));
    } else {
      each.accept(expr);
    }
  }

  private List<List<Fact>> either(List<CelExpr> of, boolean wanted) {
    return join(ways(of.get(0), wanted), ways(of.get(1), wanted));
  }

  private static List<List<Fact>> join(List<List<Fact>> some, List<List<Fact>> more) {
    List<List<Fact>> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  /** Every way of one with every way of the other, less those that cannot be together. */
  private List<List<Fact>> product(List<List<Fact>> some, List<List<Fact>> more) {
    if ((long) some.size() * more.size() > MOST_WAYS) {
      throw new TooManyWays();
    }
    List<List<Fact>> all = new ArrayList<>();
    for (List<Fact> way : some) {
      for (List<Fact> other : more) {
        if (possible(way, other)) {
          all.add(join(List.of(way), List.of(other)).stream().flatMap(List::stream).toList());
        }
      }
    }
    return all;
  }

  private boolean possible(List<Fact> way, List<Fact> other) {
    for (Fact one : way) {
      for (Fact two : other) {
        if (one.excludes(two)) {
          if (reason == null) {
            reason = "%s and %s are never true together".formatted(one.text(), two.text());
          }
          return false;
        }
      }
    }
    return true;
  }

  /** That one side is at most the other, less so much; or that it is not. */
  private List<List<Fact>> compared(
      CelExpr expr, CelExpr least, CelExpr most, boolean wanted, long less) {
    Optional<Linear> left = linear(least);
    Optional<Linear> right = linear(most);
    if (left.isEmpty() || right.isEmpty()) {
      return answered(expr, wanted);
    }
    return wanted
        ? atMost(left.get().minus(right.get()).plus(Linear.of(less)), said(expr, true))
        : atMost(right.get().minus(left.get()).plus(Linear.of(1 - less)), said(expr, false));
  }

  private List<List<Fact>> equal(CelExpr expr, List<CelExpr> of, boolean equal, boolean wanted) {
    Optional<Linear> left = linear(of.get(0));
    Optional<Linear> right = linear(of.get(1));
    if (left.isEmpty() || right.isEmpty()) {
      return answered(expr, wanted);
    }
    String text = said(expr, wanted);
    Linear difference = left.get().minus(right.get());
    Linear turned = right.get().minus(left.get());
    Linear one = Linear.of(1);
    return equal
        ? product(atMost(difference, text), atMost(turned, text))
        : join(atMost(difference.plus(one), text), atMost(turned.plus(one), text));
  }

  /** That a sum is 0 at most. */
  private static List<List<Fact>> atMost(Linear sum, String text) {
    if (sum.isConstant()) {
      return sum.constant().signum() <= 0 ? List.of(List.of()) : List.of();
    }
    return one(Fact.Within.atMost(sum, text));
  }

  private List<List<Fact>> inClass(CelExpr expr, boolean wanted) {
    List<CelExpr> arguments = expr.call().args();
    if (arguments.size() != 1 || arguments.get(0).getKind() != CelExpr.ExprKind.Kind.LIST) {
      return answered(expr, wanted);
    }
    Set<String> classes = new HashSet<>();
    List<CelExpr> elements = arguments.get(0).list().elements();
    elements.forEach(element -> classes.add(text(element)));
    if (classes.isEmpty()) {
      return wanted ? List.of() : List.of(List.of());
    }
    return one(new Fact.InClass(classes, wanted, said(expr, wanted)));
  }

  private static List<List<Fact>> answered(CelExpr expr, boolean wanted) {
    return one(new Fact.Answered(text(expr), wanted, said(expr, wanted)));
  }

  private static List<List<Fact>> one(Fact fact) {
    return List.of(List.of(fact));
  }

  /** An expression as a sum of terms; empty where it is a text or a truth value. */
  private Optional<Linear> linear(CelExpr expr) {
    switch (expr.getKind()) {
      case CONSTANT:
        return expr.constant().getKind() == CelConstant.Kind.INT64_VALUE
            ? Optional.of(Linear.of(expr.constant().int64Value()))
            : Optional.empty();
      case CALL:
        return linear(expr, expr.call().args());
      default:
        return Optional.empty();
    }
  }

  private Optional<Linear> linear(CelExpr expr, List<CelExpr> of) {
    switch (expr.call().function()) {
      case "_+_":
        return linear(of.get(0)).flatMap(a -> linear(of.get(1)).map(a::plus));
      case "_-_":
        return linear(of.get(0)).flatMap(a -> linear(of.get(1)).map(a::minus));
      case "-_":
        return linear(of.get(0)).map(a -> a.times(BigInteger.ONE.negate()));
      case "_*_":
        return linear(of.get(0))
            .flatMap(a -> linear(of.get(1)).flatMap(a::times))
            .or(() -> Optional.of(Linear.term(text(expr))));
      case "limit":
        OptionalLong value = limitOf(of);
        return Optional.of(
            value.isPresent() ? Linear.of(value.getAsLong()) : Linear.term(text(expr)));
      default:
        return Optional.of(Linear.term(text(expr)));
    }
  }

  private OptionalLong limitOf(List<CelExpr> of) {
    boolean named =
        of.size() == 1
            && of.get(0).getKind() == CelExpr.ExprKind.Kind.CONSTANT
            && of.get(0).constant().getKind() == CelConstant.Kind.STRING_VALUE;
    return named ? limits.apply(of.get(0).constant().stringValue()) : OptionalLong.empty();
  }

  private static String said(CelExpr expr, boolean wanted) {
    String text = text(expr);
    return wanted ? text : isWord(expr) ? "!" + text : "!(" + text + ")";
  }

  private static boolean isWord(CelExpr expr) {
    return expr.getKind() != CelExpr.ExprKind.Kind.CALL
        || Character.isLetter(expr.call().function().charAt(0));
  }

  /** As a rule would write it. */
  private static String text(CelExpr expr) {
    try {
      return UNPARSER
          .unparse(CelAbstractSyntaxTree.newParsedAst(expr, CelSource.newBuilder().build()))
          .replace('"', '\'');
    } catch (RuntimeException e) {
      return "expression " + expr.id(); // what has no text of its own is like nothing else
    }
  }
}
