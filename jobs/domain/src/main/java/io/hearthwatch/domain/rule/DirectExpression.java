package io.hearthwatch.domain.rule;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import java.util.ArrayList;
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

  /** A part of the tree. */
  private interface Node {
    Object ask(Object subject);
  }

  private final Node root;

  private DirectExpression(Node root) {
    this.root = root;
  }

  @Override
  public Object ask(Object subject) throws CelEvaluationException {
    try {
      return root.ask(subject);
    } catch (NotAssessable | ArithmeticException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new CelEvaluationException(String.valueOf(e.getMessage()), e);
    }
  }

  /** The tree of a checked expression; empty where it says something that only CEL knows. */
  static Optional<Expression> of(CelAbstractSyntaxTree checked, Vocabulary vocabulary) {
    Node root = new Planter(checked, vocabulary.words()).plant(checked.getExpr());
    return Optional.ofNullable(root).map(DirectExpression::new);
  }

  /** Makes nodes of parts of an expression; null where it does not know how. */
  private record Planter(CelAbstractSyntaxTree checked, Map<String, Vocabulary.Word> words) {

    Node plant(CelExpr part) {
      return switch (part.getKind()) {
        case CONSTANT -> constant(part.constant());
        case IDENT -> isSubject(part) ? subject -> subject : null;
        case CALL -> call(part);
        case LIST -> list(part.list().elements());
        default -> null;
      };
    }

    /** A rule has one variable at most: the member or the accident that it is asked of. */
    private boolean isSubject(CelExpr ident) {
      CelType type = checked.getTypeOrThrow(ident.id());
      return type.equals(Vocabulary.MEMBER) || type.equals(Vocabulary.ACCIDENT);
    }

    private static Node constant(CelConstant constant) {
      Object value =
          switch (constant.getKind()) {
            case BOOLEAN_VALUE -> constant.booleanValue();
            case INT64_VALUE -> constant.int64Value();
            case STRING_VALUE -> constant.stringValue();
            default -> null;
          };
      return value == null ? null : subject -> value;
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
      List<Object> all = List.copyOf(values);
      return subject -> all;
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
      Vocabulary.Word word = words.get(overload);
      if (word != null) {
        Node said = subject -> word.say(all(arguments, subject));
        return checked.getTypeOrThrow(part.id()).equals(Vocabulary.WINDOW) && written(parts)
            ? once(said)
            : said;
      }
      boolean ofNumbers =
          parts.stream().allMatch(of -> checked.getTypeOrThrow(of.id()).equals(SimpleType.INT));
      return switch (overload) {
        case "logical_and" -> logic(arguments, false);
        case "logical_or" -> logic(arguments, true);
        case "logical_not" -> subject -> !(Boolean) arguments[0].ask(subject);
        default -> ofNumbers ? ofNumbers(overload, arguments) : null;
      };
    }

    private static boolean written(List<CelExpr> parts) {
      return parts.stream().allMatch(of -> of.getKind() == CelExpr.ExprKind.Kind.CONSTANT);
    }

    /** A window depends on nothing but its length: one that is written out is made once. */
    private static Node once(Node window) {
      try {
        Object made = window.ask(null);
        return subject -> made;
      } catch (RuntimeException e) {
        return window; // it fails when it is asked
      }
    }

    private static Node ofNumbers(String overload, Node[] arguments) {
      Node a = arguments[0];
      Node b = arguments[arguments.length - 1];
      return switch (overload) {
        case "equals" -> of -> number(a, of) == number(b, of);
        case "not_equals" -> of -> number(a, of) != number(b, of);
        case "less_int64" -> of -> number(a, of) < number(b, of);
        case "less_equals_int64" -> of -> number(a, of) <= number(b, of);
        case "greater_int64" -> of -> number(a, of) > number(b, of);
        case "greater_equals_int64" -> of -> number(a, of) >= number(b, of);
        case "add_int64" -> of -> Math.addExact(number(a, of), number(b, of));
        case "subtract_int64" -> of -> Math.subtractExact(number(a, of), number(b, of));
        case "multiply_int64" -> of -> Math.multiplyExact(number(a, of), number(b, of));
        case "negate_int64" -> of -> Math.negateExact(number(a, of));
        default -> null;
      };
    }

    private static long number(Node argument, Object subject) {
      return (Long) argument.ask(subject);
    }

    /**
     * AND is decided by one part that is false, OR by one that is true, whatever the others are;
     * where none decides, the first part that failed says why.
     */
    private static Node logic(Node[] arguments, boolean deciding) {
      return subject -> {
        RuntimeException failure = null;
        for (Node argument : arguments) {
          try {
            if ((Boolean) argument.ask(subject) == deciding) {
              return deciding;
            }
          } catch (RuntimeException e) {
            failure = failure == null ? e : failure;
          }
        }
        if (failure != null) {
          throw failure;
        }
        return !deciding;
      };
    }

    private static Object[] all(Node[] arguments, Object subject) {
      Object[] values = new Object[arguments.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = arguments[i].ask(subject);
      }
      return values;
    }
  }
}
