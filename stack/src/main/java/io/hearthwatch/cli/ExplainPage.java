package io.hearthwatch.cli;

import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.Sources;
import io.hearthwatch.domain.policy.Parameter;
import io.hearthwatch.domain.policy.ParameterValue;
import io.hearthwatch.domain.policy.PolicyBundle;
import io.hearthwatch.domain.rule.Rule;
import io.hearthwatch.domain.rule.RuleNeeds;
import io.hearthwatch.domain.rule.RuleReads;
import io.hearthwatch.domain.rule.Window;
import io.hearthwatch.simulation.RegionNames;
import java.io.PrintWriter;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One rule in words, with the limits that hold in a region on a date. */
final class ExplainPage {

  /** Fields that have no line of their own. */
  private static final Set<String> NO_LINE = Set.of("id", "name", "category", "where");

  /** Values that say nothing. */
  private static final List<Object> NOTHING = Arrays.asList(null, "", List.of());

  private static final Pattern LIMIT = Pattern.compile("limit\\('([a-z0-9-]+)'\\)");
  private static final int LABEL_WIDTH = 16;

  private final Language language;
  private final RuleFieldText fields;
  private final ValueText values;
  private final PolicyBundle bundle;
  private final String region;
  private final String lookedUp;
  private final LocalDate on;

  /**
   * A page.
   *
   * @param region code of a region at any level; empty for the nation
   */
  ExplainPage(Language language, PolicyBundle bundle, String region, LocalDate on) {
    this.language = language;
    this.bundle = bundle;
    this.region = region;
    this.on = on;
    lookedUp = bundle.regionCodes().at(region, (int) on.toEpochDay());
    fields = new RuleFieldText(language);
    values = new ValueText(language);
  }

  /**
   * Prints it.
   *
   * @param file where the rule stands
   */
  void print(Rule rule, String file, PrintWriter out) {
    RuleNeeds needs = RuleNeeds.of(rule);
    out.println(
        rule.id()
            + " "
            + fields.of(rule.name())
            + language.of("（", " (")
            + Words.of("category." + rule.category(), language, rule.category())
            + language.of("）", ")"));
    for (RecordComponent field : Rule.class.getRecordComponents()) {
      Object value = value(field, rule);
      if (!NOTHING.contains(value) && !NO_LINE.contains(field.getName())) {
        line(Words.of("rule." + field.getName(), language), fields.of(value), out);
        if (field.getName().equals("when") && LIMIT.matcher(fields.of(value)).find()) {
          line(language.of("  代入标准", "  with limits"), resolved(fields.of(value)), out);
        }
      }
    }
    line(language.of("时间窗口", "windows"), windows(needs), out);
    reads(rule, out);
    line(language.of("文件", "file"), file, out);
    limits(needs, out);
    out.flush();
  }

  private void line(String label, String text, PrintWriter out) {
    out.println("  " + DisplayWidth.padded(label, LABEL_WIDTH) + text);
  }

  private String windows(RuleNeeds needs) {
    return needs.windows().isEmpty()
        ? language.of("无", "none")
        : needs.windows().stream()
            .map(Window::toString)
            .distinct()
            .collect(Collectors.joining(language.of("、", ", ")));
  }

  /** The condition with the number of each limit in its place. */
  private String resolved(String condition) {
    return LIMIT
        .matcher(condition)
        .replaceAll(found -> Matcher.quoteReplacement(number(found.group(1), found.group())));
  }

  private String number(String id, String otherwise) {
    return entry(id)
        .filter(entry -> entry.value() instanceof ParameterValue.Number)
        .map(entry -> ((ParameterValue.Number) entry.value()).amount())
        .map(
            amount ->
                Amount.of(
                    amount, bundle.parameters().get(id).unit().name().toLowerCase(Locale.ROOT)))
        .orElse(otherwise);
  }

  private void reads(Rule rule, PrintWriter out) {
    String label = language.of("所读事件", "reads");
    if (RuleReads.of(rule).isEmpty()) {
      line(label, language.of("无；只看数据源自报的完整日期", "none, only what sources say of themselves"), out);
    }
    for (EventType event : RuleReads.of(rule)) {
      line(
          label,
          name(event) + language.of("（", " (") + senders(event) + language.of("）", ")"),
          out);
      label = "";
    }
  }

  private String name(EventType event) {
    String otherwise = event.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return Words.of("event." + event.name(), language, otherwise);
  }

  private String senders(EventType event) {
    return Sources.all().stream()
        .filter(source -> Sources.fits(source, event))
        .map(source -> Words.of("department." + source, language, source))
        .collect(Collectors.joining(language.of("、", ", ")));
  }

  private void limits(RuleNeeds needs, PrintWriter out) {
    if (needs.parameters().isEmpty()) {
      return;
    }
    out.println();
    out.println(
        language
            .of("%s，%s 执行的标准", "Limits in %s on %s")
            .formatted(region.isEmpty() ? language.of("全国", "the nation") : place(region), on));
    if (!lookedUp.equals(region)) {
      line(language.of("现属", "looked up in"), place(lookedUp), out);
    }
    List<String> ids =
        needs.parameters().stream().map(RuleNeeds.Need::parameter).distinct().toList();
    for (String id : ids) {
      Parameter parameter = bundle.parameters().get(id);
      if (parameter == null) {
        line(id, language.of("没有这个参数", "there is no such parameter"), out);
        continue;
      }
      out.println("  " + id + "  " + title(parameter));
      out.println("    " + entry(id).map(entry -> value(parameter, entry)).orElse(none()));
    }
  }

  private String value(Parameter parameter, Parameter.Entry entry) {
    String prefix = entry.regionPrefix();
    return language
        .of("%s；%s，自 %s；来源：%s", "%s; %s, since %s; source: %s")
        .formatted(
            values.of(parameter.unit(), entry.value()),
            prefix.isEmpty() ? language.of("全国", "the nation") : place(prefix),
            LocalDate.ofEpochDay(entry.fromDay()),
            entry.source());
  }

  private String none() {
    return language.of(
        "当地当日无适用数值，规则因此不可评估", "no value there on that day, so the rule is not assessable");
  }

  private Optional<Parameter.Entry> entry(String id) {
    return Optional.ofNullable(bundle.parameters().get(id))
        .flatMap(parameter -> parameter.at(lookedUp, (int) on.toEpochDay()));
  }

  private String title(Parameter parameter) {
    return parameter.title() == null ? "" : fields.of(parameter.title());
  }

  private static String place(String code) {
    return (code + " " + RegionNames.of(code)).strip();
  }

  private static Object value(RecordComponent field, Rule rule) {
    try {
      return field.getAccessor().invoke(rule);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("accessors of records are public", e);
    }
  }
}
