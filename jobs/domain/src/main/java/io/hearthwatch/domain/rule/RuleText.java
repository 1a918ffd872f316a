package io.hearthwatch.domain.rule;

import dev.cel.common.CelValidationException;
import dev.cel.parser.CelParser;
import dev.cel.parser.CelParserFactory;
import dev.cel.parser.CelUnparser;
import dev.cel.parser.CelUnparserFactory;
import java.util.List;

/** Conditions as they mean the same, however they are broken into lines and spaced. */
public final class RuleText {

  private static final CelParser PARSER = CelParserFactory.standardCelParserBuilder().build();
  private static final CelUnparser UNPARSER = CelUnparserFactory.newUnparser();

  private RuleText() {}

  /** A condition or measure on one line, spaced as all are; as it stands where it is none. */
  public static String oneLine(String condition) {
    try {
      return UNPARSER.unparse(PARSER.parse(condition).getAst()).replace('"', '\'');
    } catch (CelValidationException | RuntimeException e) {
      return condition.strip().replaceAll("\\s+", " ");
    }
  }

  /** What to compare a field of a rule by: of texts and tiers only what they mean. */
  public static Object meaning(Object field) {
    if (field instanceof String text) {
      return oneLine(text);
    } else if (field instanceof Rule.UrgencyCase tier && tier.condition() != null) {
      return new Rule.UrgencyCase(oneLine(tier.condition()), tier.urgency());
    } else if (field instanceof List<?> list) {
      return list.stream().map(RuleText::meaning).toList();
    }
    return field;
  }
}
