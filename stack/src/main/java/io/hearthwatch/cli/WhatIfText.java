package io.hearthwatch.cli;

import io.hearthwatch.domain.policy.PolicyBundle;
import io.hearthwatch.domain.policy.Text;
import io.hearthwatch.stack.whatif.AsOfTally;
import io.hearthwatch.wire.RuleChange;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What rules, classes and changes of a what-if are called. */
final class WhatIfText {

  /** How the id of a class begins that cannot be assessed. */
  private static final String CLASS = "class ";

  private final Language language;
  private final Map<String, Text> rules = new HashMap<>();

  /** With the names of both bundles; where a rule was renamed, the new one. */
  WhatIfText(Language language, PolicyBundle before, PolicyBundle after) {
    this.language = language;
    for (PolicyBundle bundle : new PolicyBundle[] {before, after}) {
      bundle.rules().forEach(rule -> rules.put(rule.id(), rule.name()));
      bundle.classes().forEach(each -> rules.put(CLASS + each.householdClass(), each.name()));
    }
  }

  Language language() {
    return language;
  }

  /** A rule, or a class that cannot be assessed. */
  String rule(String id) {
    Text name = rules.get(id);
    String text = name == null ? "" : language.of(name.zh(), name.en());
    return id.startsWith(CLASS)
        ? language.of("类别建议 ", "proposal of ") + text
        : (id + " " + text).strip();
  }

  /** A kind of change. */
  String change(RuleChange change) {
    return switch (change) {
      case NEWLY_HIT -> language.of("新增命中", "newly hit");
      case NO_LONGER_HIT -> language.of("不再命中", "no longer hit");
      case MORE_URGENT -> language.of("更紧急", "more urgent");
      case LESS_URGENT -> language.of("较不紧急", "less urgent");
      case OTHERS_HIT -> language.of("对象不同", "others hit");
      case NEWLY_NOT_ASSESSABLE -> language.of("新增无法评估", "newly not assessable");
      case NO_LONGER_NOT_ASSESSABLE -> language.of("不再无法评估", "assessable again");
    };
  }

  /** Classes in force, or a class and the way into it; several with + between them. */
  String classes(String words) {
    if (words.equals(AsOfTally.NO_CLASS)) {
      return language.of("无", "none");
    }
    return Arrays.stream(words.split("\\+")).map(this::oneClass).collect(Collectors.joining("+"));
  }

  private String oneClass(String word) {
    String[] classAndWay = word.split("/", 2);
    String name = Words.of("relief." + classAndWay[0], language, classAndWay[0]);
    return classAndWay.length == 1
        ? name
        : name
            + language.of("（", " (")
            + Words.of("variant." + classAndWay[1], language, classAndWay[1])
            + language.of("）", ")");
  }

  /** How many; a dash for none. */
  static String count(Long households) {
    return households == null || households == 0
        ? "-"
        : String.format(Locale.ROOT, "%,d", households);
  }

  /** How much more or less, in yuan. */
  static String difference(long fen) {
    return (fen > 0 ? "+" : "") + Amount.money(fen);
  }
}
