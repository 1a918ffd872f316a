package io.hearthwatch.domain.rule;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An expression that CEL has parsed and checked, as a tree that asks the words of the vocabulary
 * directly. CEL's own runtime looks every value over before and after every call, which makes an
 * event cost twice as much ({@code docs/decisions/007-throughput.md}).
 *
 * <p>It knows what rules use: numbers, truth values, texts, comparisons, logic, words. Anything
 * else is left to CEL's runtime, and a test holds both to the same answers.
 */
final class DirectExpression implements Expression {

  /**
   * A part of the tree. What is not known is an answer here, not an exception: while a feed pauses
   * it is the answer to most questions, and unwinding costs more than asking.
   */
  private interface Node {
    Object ask(Object subject);
  }

  /** What is written out. */
  private record Constant(Object value) implements Node {
    @Override
    public Object ask(Object subject) {
      return value;
    }
  }

  private interface OfNumbers {
    Object say(long a, long b);
  }

  private final Node root;

  private DirectExpression(Node root) {
    this.root = root;
  }

  @Override
  public Object ask(Object subject) throws CelEvaluationException {
    try {
      return root.ask(subject);
    } catch (ArithmeticException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new CelEvaluationException(String.valueOf(e.getMessage()), e);
    }
  }

  /** The tree of a checked expression; empty where it says something that only CEL knows. */
  static Optional<Expression> of(CelAbstractSyntaxTree checked, Words vocabulary) {
    Node root = new Planter(checked, vocabulary.byOverload()).plant(checked.getExpr());
    return Optional.ofNullable(root).map(DirectExpression::new);
  }

  /** Makes nodes of parts of an expression; null where it does not know how. */
  private record Planter(CelAbstractSyntaxTree checked, Map<String, Words.Word> words) {

    Node plant(CelExpr part) {
      return switch (part.getKind()) {
        case CONSTANT -> constant(part.constant());
        case IDENT -> subject -> subject; // a rule has one variable at most: what it is asked of
        case CALL -> call(part);
        case LIST -> list(part.list().elements());
        default -> null;
      };
    }

    private static Node constant(CelConstant constant) {
      Object value =
          switch (constant.getKind()) {
            case BOOLEAN_VALUE -> constant.booleanValue();
            case INT64_VALUE -> constant.int64Value();
            case STRING_VALUE -> constant.stringValue();
            default -> null;
          };
      return value == null ? null : new Constant(value);
    }

    /** Only lists that are written out: they are made once. */
    private static Node list(List<CelExpr> elements) {
      List<Object> values = new ArrayList<>();
      for (CelExpr element : elements) {
        Node value =
            element.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                ? constant(element.constant())
                : null;
        if (value == null) {
          return null;
        }
        values.add(value.ask(null));
      }
      return new Constant(List.copyOf(values));
    }

    private Node call(CelExpr part) {
      List<CelExpr> parts = new ArrayList<>();
      part.call().target().ifPresent(parts::add);
      parts.addAll(part.call().args());
      Node[] arguments = new Node[parts.size()];
      for (int i = 0; i < arguments.length; i++) {
        arguments[i] = plant(parts.get(i));
        if (arguments[i] == null) {
          return null;
        }
      }
      List<String> overloads = checked.getReferenceOrThrow(part.id()).overloadIds();
      if (overloads.size() != 1) {
        return null;
      }
      String overload = overloads.get(0);
      Words.Word word = words.get(overload);
      if (word != null) {
        Node said = said(word, arguments);
        return checked.getTypeOrThrow(part.id()).equals(Words.WINDOW) && written(arguments)
            ? once(said)
            : said;
      }
      boolean ofNumbers =
          parts.stream().allMatch(of -> checked.getTypeOrThrow(of.id()).equals(SimpleType.INT));
      return switch (overload) {
        case "logical_and" -> logic(arguments, false);
        case "logical_or" -> logic(arguments, true);
        case "logical_not" -> not(arguments[0]);
        default -> ofNumbers ? ofNumbers(overload, arguments) : null;
      };
    }

    private static boolean written(Node... arguments) {
      return Arrays.stream(arguments).allMatch(Constant.class::isInstance);
    }

    /** A window depends on nothing but its length: one that is written out is made once. */
    private static Node once(Node window) {
      try {
        return new Constant(window.ask(null));
      } catch (RuntimeException e) {
        return window; // it fails when it is asked
      }
    }

    private static Node said(Words.Word word, Node[] arguments) {
      if (written(arguments)) {
        Object[] values = Arrays.stream(arguments).map(of -> of.ask(null)).toArray();
        return subject -> say(word, values);
      }
      return subject -> {
        Object[] values = new Object[arguments.length];
        for (int i = 0; i < values.length; i++) {
          values[i] = arguments[i].ask(subject);
          if (values[i] instanceof NotAssessable) {
            return values[i];
          }
        }
        return say(word, values);
      };
    }

    private static Object say(Words.Word word, Object[] values) {
      try {
        return word.say(values);
      } catch (NotAssessable unknown) {
        return unknown;
      }
    }

    private static Node ofNumbers(String overload, Node[] of) {
      return switch (overload) {
        case "equals" -> numbers(of, (a, b) -> a == b);
        case "not_equals" -> numbers(of, (a, b) -> a != b);
        case "less_int64" -> numbers(of, (a, b) -> a < b);
        case "less_equals_int64" -> numbers(of, (a, b) -> a <= b);
        case "greater_int64" -> numbers(of, (a, b) -> a > b);
        case "greater_equals_int64" -> numbers(of, (a, b) -> a >= b);
        case "add_int64" -> numbers(of, (a, b) -> Math.addExact(a, b));
        case "subtract_int64" -> numbers(of, (a, b) -> Math.subtractExact(a, b));
        case "multiply_int64" -> numbers(of, (a, b) -> Math.multiplyExact(a, b));
        case "negate_int64" -> numbers(of, (a, same) -> Math.negateExact(a));
        default -> null;
      };
    }

    /** Of two numbers, or of one, which then is both. */
    private static Node numbers(Node[] of, OfNumbers operation) {
      Node first = of[0];
      Node second = of[of.length - 1];
      return subject -> {
        Object a = first.ask(subject);
        if (a instanceof NotAssessable) {
          return a;
        }
        Object b = first == second ? a : second.ask(subject);
        return b instanceof NotAssessable ? b : operation.say((Long) a, (Long) b);
      };
    }

    private static Node not(Node of) {
      return subject -> {
        Object answer = of.ask(subject);
        return answer instanceof NotAssessable ? answer : !(Boolean) answer;
      };
    }

    /**
     * AND is decided by one part that is false, OR by one that is true, whatever the others are;
     * where none decides, the first part that is unknown or failed says why.
     */
    private static Node logic(Node[] arguments, boolean deciding) {
      return subject -> {
        Object unknown = null;
        for (Node argument : arguments) {
          Object answer = answer(argument, subject);
          if (!(answer instanceof Boolean)) {
            unknown = unknown == null ? answer : unknown;
          } else if ((Boolean) answer == deciding) {
            return deciding;
          }
        }
        if (unknown instanceof NotAssessable) {
          return unknown;
        } else if (unknown instanceof RuntimeException failure) {
          throw failure;
        }
        return !deciding;
      };
    }

    /** A truth value, or why there is none. */
    private static Object answer(Node argument, Object subject) {
      try {
        return argument.ask(subject);
      } catch (RuntimeException failure) {
        return failure;
      }
    }
  }
}
