package io.hearthwatch.stack.mapping;

import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;

/**
 * Patterns of {@link DateTimeFormatter}, with two habits of its users put right: {@code yyyy} is
 * the year (not the year of an era, which strict parsing refuses), and {@code yy} is the year
 * within the hundred years from a pivot on. Strict: 31 February is no day.
 */
final class DatePatterns {

  private DatePatterns() {}

  /** Throws IllegalArgumentException for a pattern that means nothing. */
  static DateTimeFormatter formatter(String pattern, int pivotYear) {
    DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
    StringBuilder plain = new StringBuilder();
    boolean quoted = false;
    int at = 0;
    while (at < pattern.length()) {
      char c = pattern.charAt(at);
      int end = at + 1;
      if (!quoted && (c == 'y' || c == 'u')) {
        while (end < pattern.length() && pattern.charAt(end) == c) {
          end++;
        }
        if (end - at == 2) {
          builder.appendPattern(plain.toString());
          plain.setLength(0);
          builder.appendValueReduced(ChronoField.YEAR, 2, 2, pivotYear);
        } else {
          plain.append("u".repeat(end - at));
        }
      } else {
        quoted ^= c == '\'';
        plain.append(c);
      }
      at = end;
    }
    return builder
        .appendPattern(plain.toString())
        .toFormatter(Locale.ENGLISH)
        .withResolverStyle(ResolverStyle.STRICT);
  }
}
