package io.hearthwatch.cli;

import io.hearthwatch.domain.policy.Parameter;
import io.hearthwatch.domain.policy.ParameterValue;
import io.hearthwatch.domain.relief.PolicyCited;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A policy in words: its title, its value in force, for which region, since when. */
final class PolicyText {

  private final Language language;

  PolicyText(Language language) {
    this.language = language;
  }

  /** Title and value, or the key and why there is no more. */
  String of(PolicyCited policy) {
    return switch (policy.standing()) {
      case IN_FORCE -> inForce(policy);
      case NOT_IN_FORCE ->
          title(policy) + language.of("（该地区当月无适用数值）", " (no value for the region in this month)");
      case UNKNOWN ->
          policy.key() + language.of("（已发布的政策中没有此项）", " (not among the published policies)");
      case NOT_PUBLISHED ->
          policy.key() + language.of("（没有已发布的政策可查）", " (no published policies to look it up in)");
    };
  }

  /** What it said and what it says. */
  String changed(PolicyCited before, PolicyCited after) {
    return language
        .of("%s由 %s 调整为 %s，%s 起", "%s from %s to %s, since %s")
        .formatted(title(after), value(before), value(after), since(after.entry()));
  }

  private String inForce(PolicyCited policy) {
    String region = policy.entry().regionPrefix();
    return language
        .of("%s %s，%s 起（%s）", "%s %s, since %s (%s)")
        .formatted(
            title(policy),
            value(policy),
            since(policy.entry()),
            region.isEmpty() ? language.of("全国", "the nation") : region);
  }

  private static LocalDate since(Parameter.Entry entry) {
    return LocalDate.ofEpochDay(entry.fromDay());
  }

  private String title(PolicyCited policy) {
    var title = policy.parameter().title();
    return title == null ? policy.key() : language.of(title.zh(), title.en());
  }

  private String value(PolicyCited policy) {
    String unit = unit(policy.parameter().unit());
    ParameterValue value = policy.entry().value();
    if (value instanceof ParameterValue.Number number) {
      boolean money = policy.parameter().unit() == Parameter.Unit.FEN;
      return amount(number.amount(), money && number.perYear() ? "fen a year" : unit);
    } else if (value instanceof ParameterValue.Keyed keyed) {
      return keyed(keyed.amounts(), unit.startsWith("fen") ? "fen" : unit);
    }
    return ((ParameterValue.Codes) value)
        .codes().stream()
            .map(code -> Words.of("department." + code, language, code))
            .collect(Collectors.joining(language.of("、", ", ")));
  }

  private String keyed(Map<String, Long> amounts, String unit) {
    return new TreeMap<>(amounts)
        .entrySet().stream()
            .map(
                entry ->
                    Words.of("relief." + entry.getKey(), language, name(entry.getKey()))
                        + " "
                        + amount(entry.getValue(), unit))
            .collect(Collectors.joining(language.of("、", ", ")));
  }

  private String name(String key) {
    return Words.of(key, language);
  }

  private String amount(long value, String unit) {
    return (Amount.of(value, unit) + " " + Words.of(unit, language)).strip();
  }

  private static String unit(Parameter.Unit unit) {
    return unit == Parameter.Unit.FEN ? "fen a month" : unit.name().toLowerCase(Locale.ROOT);
  }
}
