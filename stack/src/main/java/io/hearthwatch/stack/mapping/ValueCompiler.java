package io.hearthwatch.stack.mapping;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes values of the texts of a mapping. A text that starts with {@code =} is an expression; any
 * other is taken as it stands, with {@code {names}} filled in.
 */
final class ValueCompiler {

  private static final Value NOTHING = row -> "";

  private final Problems problems;
  private final Expressions expressions;

  ValueCompiler(Problems problems, Expressions expressions) {
    this.problems = problems;
    this.expressions = expressions;
  }

  /**
   * A value that always is of a kind.
   *
   * @param name for messages
   */
  Value compile(Text text, Scope scope, ValueKind kind, String name) {
    Expressions.Compiled compiled = compile(text, scope, name);
    if (compiled == null) {
      return NOTHING;
    }
    if (compiled.kind() == kind) {
      return constant(text, kind, compiled.value());
    }
    if (!isExpression(text)) {
      return converted(text, kind, compiled.value(), name);
    }
    problems.at(
        text.line(),
        name + " must be " + kind.words() + ", the expression gives " + compiled.kind().words());
    return NOTHING;
  }

  /** A condition: always an expression, with or without the equals sign. */
  Value condition(Text text, Scope scope, String name) {
    Text expression = isExpression(text) ? text : new Text("=" + text.value(), text.line());
    return compile(expression, scope, ValueKind.FLAG, name);
  }

  /** A value of the kind that it turns out to have; null, and reported, when it cannot be. */
  Expressions.Compiled compile(Text text, Scope scope, String name) {
    if (!isExpression(text)) {
      return template(text, scope, name);
    }
    try {
      return expressions.compile(text.value().substring(1), scope);
    } catch (Expressions.Refused e) {
      problems.at(text.line(), name + ": " + e.getMessage());
      return null;
    }
  }

  private Expressions.Compiled template(Text text, Scope scope, String name) {
    Template template;
    try {
      template = Template.parse(text.value());
    } catch (IllegalArgumentException e) {
      problems.at(text.line(), name + ": " + e.getMessage());
      return null;
    }
    List<Value> values = new ArrayList<>();
    Set<Scope.Name> roots = new LinkedHashSet<>();
    for (String variable : template.names()) {
      Scope.Name known = scope.find(variable);
      if (known == null) {
        problems.at(
            text.line(),
            name
                + ": no column or variable is called '"
                + variable
                + "'; there are "
                + String.join(", ", scope.names()));
        return null;
      }
      values.add(row -> row.value(known));
      roots.addAll(known.roots());
    }
    return new Expressions.Compiled(template.filledBy(values), ValueKind.TEXT, List.copyOf(roots));
  }

  private static Value constant(Text text, ValueKind kind, Value otherwise) {
    if (kind == ValueKind.TEXT && !isExpression(text)) {
      Template template = Template.parse(text.value());
      if (template.constant()) {
        String constant = template.text();
        return row -> constant;
      }
    }
    return otherwise;
  }

  private Value converted(Text text, ValueKind kind, Value value, String name) {
    Template template = Template.parse(text.value());
    if (!template.constant()) {
      return row -> kind.parse((String) value.of(row));
    }
    try {
      Object constant = kind.parse(template.text());
      return row -> constant;
    } catch (RowProblem e) {
      problems.at(
          text.line(),
          name
              + " must be "
              + kind.words()
              + "; '"
              + text.value()
              + "' is a constant; an expression starts with =");
      return NOTHING;
    }
  }

  private static boolean isExpression(Text text) {
    return text.value().startsWith("=");
  }
}
