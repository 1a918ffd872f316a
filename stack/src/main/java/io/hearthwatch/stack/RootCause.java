package io.hearthwatch.stack;

import java.util.Optional;

/**
 * The innermost cause of a printed stack trace, on one line: what helps a person, of fifty lines.
 */
final class RootCause {
  private static final String CAUSED_BY = "Caused by: ";

  private RootCause() {}

  static Optional<String> of(String trace) {
    return trace
        .lines()
        .filter(line -> !line.isBlank() && !Character.isWhitespace(line.charAt(0)))
        .reduce((outer, inner) -> inner.startsWith(CAUSED_BY) ? inner : outer)
        .map(line -> line.startsWith(CAUSED_BY) ? line.substring(CAUSED_BY.length()) : line);
  }
}
