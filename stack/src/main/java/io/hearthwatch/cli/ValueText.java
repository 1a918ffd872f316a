package io.hearthwatch.cli;

import io.hearthwatch.domain.policy.Compatibility;
import io.hearthwatch.domain.policy.Parameter;
import io.hearthwatch.domain.policy.ParameterValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The value of a parameter in words, with its unit; and how one differs from another. */
final class ValueText {

  private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

  private final Language language;

  ValueText(Language language) {
    this.language = language;
  }

  /** A value; null is none. */
  String of(Parameter.Unit unit, ParameterValue value) {
    if (value instanceof ParameterValue.Number number) {
      return amount(number.amount(), unit(unit, number));
    } else if (value instanceof ParameterValue.Keyed keyed) {
      return keyed(keyed.amounts(), unit(unit, null));
    } else if (value instanceof ParameterValue.Codes codes) {
      return codes.codes().stream()
          .map(code -> Words.of("department." + code, language, code))
          .collect(Collectors.joining(language.of("、", ", ")));
    }
    return value instanceof ParameterValue.Pairs pairs
        ? pairs(pairs.relations())
        : language.of("无数值", "no value");
  }

  /** Programmes that go together in any way but that both are given. */
  private String pairs(Map<String, Compatibility> relations) {
    return new TreeMap<>(relations)
        .entrySet().stream()
            .filter(pair -> pair.getValue() != Compatibility.ALLOW)
            .map(
                pair ->
                    Stream.of(pair.getKey().split("\\+"))
                            .map(programme -> Words.of("relief." + programme, language, programme))
                            .collect(Collectors.joining(" + "))
                        + " "
                        + relation(pair.getValue()))
            .collect(Collectors.joining(language.of("、", ", ")));
  }

  private String relation(Compatibility together) {
    String name = together.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return Words.of(name, language);
  }

  /** What it was and what it is; of amounts by key only those that differ, and by how much. */
  String changed(Parameter.Unit unit, ParameterValue was, ParameterValue is) {
    if (was instanceof ParameterValue.Keyed before && is instanceof ParameterValue.Keyed after) {
      Set<String> keys = new TreeSet<>(before.amounts().keySet());
      keys.addAll(after.amounts().keySet());
      return keys.stream()
          .filter(key -> !same(before.amounts().get(key), after.amounts().get(key)))
          .map(
              key ->
                  key(key)
                      + " "
                      + changed(before.amounts().get(key), after.amounts().get(key), unit))
          .collect(Collectors.joining(language.of("、", ", ")));
    } else if (was instanceof ParameterValue.Number before
        && is instanceof ParameterValue.Number after
        && before.perYear() == after.perYear()) {
      return (Amount.of(before.amount(), unit(unit, before))
          + " -> "
          + of(unit, after)
          + growth(before.amount(), after.amount()));
    }
    return of(unit, was) + " -> " + of(unit, is);
  }

  private String changed(Long was, Long is, Parameter.Unit unit) {
    String name = unit(unit, null);
    if (was == null || is == null) {
      String none = language.of("无", "none");
      return (was == null ? none : amount(was, name))
          + " -> "
          + (is == null ? none : amount(is, name));
    }
    return Amount.of(was, name) + " -> " + amount(is, name) + growth(was, is);
  }

  private static boolean same(Long one, Long other) {
    return one == null ? other == null : one.equals(other);
  }

  /** By how many percent, to a tenth, half up. */
  private String growth(long was, long is) {
    if (was <= 0) {
      return "";
    }
    BigDecimal percent =
        BigDecimal.valueOf(is)
            .subtract(BigDecimal.valueOf(was))
            .multiply(PERCENT)
            .divide(BigDecimal.valueOf(was), 1, RoundingMode.HALF_UP);
    return String.format(Locale.ROOT, language.of("（%+.1f%%）", " (%+.1f %%)"), percent);
  }

  private String keyed(Map<String, Long> amounts, String unit) {
    return new TreeMap<>(amounts)
        .entrySet().stream()
            .map(entry -> key(entry.getKey()) + " " + amount(entry.getValue(), unit))
            .collect(Collectors.joining(language.of("、", ", ")));
  }

  private String key(String key) {
    return Stream.of("department.", "relief.", "stage.")
        .map(kind -> Words.of(kind + key, language, ""))
        .filter(word -> !word.isEmpty())
        .findFirst()
        .orElseGet(() -> Words.of(key, language));
  }

  private String amount(long value, String unit) {
    return (Amount.of(value, unit) + " " + Words.of(unit, language)).strip();
  }

  /** What the amount counts; money of one amount is a month's or a year's. */
  private static String unit(Parameter.Unit unit, ParameterValue.Number number) {
    if (unit != Parameter.Unit.FEN) {
      return unit.name().toLowerCase(Locale.ROOT);
    }
    return number == null ? "fen" : number.perYear() ? "fen a year" : "fen a month";
  }
}
