package io.hearthwatch.cli;

import io.hearthwatch.domain.policy.Parameter;
import io.hearthwatch.domain.relief.PolicyCited;
import java.time.LocalDate;

/** A policy in words: its title, its value in force, for which region, since when. */
final class PolicyText {

  private final Language language;
  private final ValueText values;

  PolicyText(Language language) {
    this.language = language;
    values = new ValueText(language);
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
    return values.of(policy.parameter().unit(), policy.entry().value());
  }
}
