package io.hearthwatch.cli;

import io.hearthwatch.domain.policy.Text;
import io.hearthwatch.domain.rule.Rule;
import io.hearthwatch.domain.rule.RuleText;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Fields of rules and parameters in words, whatever they are. */
final class RuleFieldText {

  private final Language language;

  RuleFieldText(Language language) {
    this.language = language;
  }

  /** A value of a field; conditions on one line. */
  String of(Object value) {
    if (value == null) {
      return language.of("无", "none");
    } else if (value instanceof Text text) {
      return language.of(text.zh(), text.en());
    } else if (value instanceof String text) {
      return text.matches("[a-z-]+") ? text : RuleText.oneLine(text);
    } else if (value instanceof Rule.UrgencyCase tier) {
      String urgency = Words.of(tier.urgency().name(), language);
      return tier.condition() == null
          ? urgency
          : urgency + language.of("（满足 ", " if ") + of(tier.condition()) + language.of(" 时）", "");
    } else if (value instanceof Enum<?> constant) {
      String name = constant.name().toLowerCase(Locale.ROOT);
      return Words.of("scope." + name, language, name);
    } else if (value instanceof List<?> list) {
      return list.stream().map(this::element).collect(Collectors.joining(separator(list)));
    }
    return value instanceof Record parts ? parts(parts) : String.valueOf(value);
  }

  /** A part of a rule that has parts of its own. */
  private String parts(Record value) {
    return Arrays.stream(value.getClass().getRecordComponents())
        .map(part -> Words.of("rule." + part.getName(), language) + " " + of(part(part, value)))
        .collect(Collectors.joining(language.of("；", "; ")));
  }

  private static Object part(RecordComponent part, Record of) {
    try {
      return part.getAccessor().invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("accessors of public records are public", e);
    }
  }

  private String separator(List<?> list) {
    boolean tiers = list.stream().anyMatch(Rule.UrgencyCase.class::isInstance);
    return tiers ? language.of("；否则 ", "; else ") : language.of("、", ", ");
  }

  private String element(Object element) {
    return element instanceof String code
        ? Words.of("department." + code, language, code)
        : of(element);
  }
}
