package io.hearthwatch.io.policy;

import io.hearthwatch.domain.policy.Parameter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as people write them, exactly: no floating point ever touches them. */
final class Amounts {

  private static final Pattern MONEY = Pattern.compile("(\\d{1,13})(?:\\.(\\d{1,2}))?");
  private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");

  private static final long FEN_A_YUAN = 100;
  private static final long MOST_PERCENT = 1_000;
  private static final long MOST_OF_ANYTHING = 1_000_000;

  private Amounts() {}

  /** A number in a parameter's unit: money as a decimal becomes its smallest unit. */
  static Long inUnit(Place at, String text, Parameter.Unit unit, Problems problems) {
    return switch (unit) {
      case FEN -> fen(at, text, problems);
      case PERCENT -> whole(at, text, 0, MOST_PERCENT, problems);
      default -> whole(at, text, 0, MOST_OF_ANYTHING, problems);
    };
  }

  /** An amount such as 684.10 in its hundredths. */
  static Long fen(Place at, String text, Problems problems) {
    Matcher matcher = MONEY.matcher(text);
    if (!matcher.matches()) {
      problems.add(at, "'" + text + "' is no amount such as 684.10");
      return null;
    }
    String cents = matcher.group(2) == null ? "0" : (matcher.group(2) + "0").substring(0, 2);
    return Long.parseLong(matcher.group(1)) * FEN_A_YUAN + Long.parseLong(cents);
  }

  /** A whole number without sign. */
  static Long whole(Place at, String text, long least, long most, Problems problems) {
    if (!WHOLE.matcher(text).matches()) {
      problems.add(at, "'" + text + "' is no whole number");
      return null;
    }
    long number = Long.parseLong(text);
    if (number < least || number > most) {
      problems.add(at, number + " is not within " + least + " to " + most);
      return null;
    }
    return number;
  }
}
