package io.hearthwatch.stack.mapping;

import java.util.ArrayList;
import java.util.List;

/**
 * A text with {@code {names}} to be filled in, such as {@code berka-account-{account_id}}. Doubled
 * braces stand for braces.
 *
 * @param literals around the names: one more than names
 * @param names in order
 */
record Template(List<String> literals, List<String> names) {

  /** Throws IllegalArgumentException that says what is wrong. */
  static Template parse(String text) {
    List<String> literals = new ArrayList<>();
    List<String> names = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean doubled = at + 1 < text.length() && text.charAt(at + 1) == c;
      if ((c == '{' || c == '}') && doubled) {
        literal.append(c);
        at += 2;
      } else if (c == '{') {
        int end = text.indexOf('}', at);
        if (end < 0) {
          throw new IllegalArgumentException("a '{' without its '}'; write '{{' for a brace");
        }
        literals.add(literal.toString());
        literal.setLength(0);
        names.add(text.substring(at + 1, end));
        at = end + 1;
      } else if (c == '}') {
        throw new IllegalArgumentException("a '}' without its '{'; write '}}' for a brace");
      } else {
        literal.append(c);
        at++;
      }
    }
    literals.add(literal.toString());
    return new Template(List.copyOf(literals), List.copyOf(names));
  }

  boolean constant() {
    return names.isEmpty();
  }

  /** What a constant says. */
  String text() {
    return literals.get(0);
  }

  /**
   * @param values of the names, in order
   */
  Value filledBy(List<Value> values) {
    return row -> {
      StringBuilder text = new StringBuilder(literals.get(0));
      for (int i = 0; i < values.size(); i++) {
        text.append(values.get(i).of(row)).append(literals.get(i + 1));
      }
      return text.toString();
    };
  }
}
