package io.hearthwatch.cli;

import io.hearthwatch.domain.policy.Parameter;
import io.hearthwatch.domain.policy.PolicyBundle;
import io.hearthwatch.domain.policy.PolicyChange;
import io.hearthwatch.domain.policy.RegionCodes;
import io.hearthwatch.domain.rule.ClassRule;
import io.hearthwatch.domain.rule.Rule;
import io.hearthwatch.domain.rule.RuleNeeds;
import io.hearthwatch.simulation.RegionNames;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Changes of policy in words: what changes, from when, for whom. */
final class DifferenceText {

  private static final String BELOW = "    ";

  private final Language language;
  private final RuleFieldText fields;
  private final ValueText values;
  private final Map<String, SortedSet<String>> rulesByParameter = new HashMap<>();

  /** Words in a language; the bundles say which rules look at a parameter. */
  DifferenceText(Language language, PolicyBundle before, PolicyBundle after) {
    this.language = language;
    fields = new RuleFieldText(language);
    values = new ValueText(language);
    for (PolicyBundle bundle : List.of(before, after)) {
      for (Rule rule : bundle.rules()) {
        RuleNeeds.of(rule)
            .parameters()
            .forEach(
                need ->
                    rulesByParameter
                        .computeIfAbsent(need.parameter(), id -> new TreeSet<>())
                        .add(rule.id()));
      }
    }
  }

  /** One change: a line, and lines below it where two texts are to be compared. */
  List<String> of(PolicyChange change) {
    if (change instanceof PolicyChange.RuleAdded added) {
      return added(added.rule());
    } else if (change instanceof PolicyChange.RuleRemoved removed) {
      return List.of(
          language
              .of("规则 %s 取消；其预警随之解除。", "Rule %s ends, and its hits with it.")
              .formatted(name(removed.rule())));
    } else if (change instanceof PolicyChange.RuleChanged changed) {
      return changed(
          language.of("规则 ", "Rule ") + name(changed.after()),
          "rule." + changed.respect(),
          changed.was(),
          changed.is());
    } else if (change instanceof PolicyChange.ParameterAdded added) {
      return List.of(
          language.of("新参数 ", "New parameter ")
              + title(added.parameter())
              + usedBy(added.parameter()));
    } else if (change instanceof PolicyChange.ParameterRemoved removed) {
      return List.of(
          language.of("参数 %s 取消。", "Parameter %s ends.").formatted(title(removed.parameter())));
    } else if (change instanceof PolicyChange.ParameterReworded reworded) {
      return changed(
          language.of("参数 ", "Parameter ") + reworded.after().id(),
          "parameter." + reworded.respect(),
          reworded.was(),
          reworded.is());
    } else if (change instanceof PolicyChange.ValueChanged changed) {
      return List.of(value(changed));
    } else if (change instanceof PolicyChange.SourceChanged changed) {
      return source(changed);
    } else if (change instanceof PolicyChange.ClassChanged changed) {
      return ofClass(changed);
    } else if (change instanceof PolicyChange.LevelsChanged changed) {
      return levels(changed);
    } else if (change instanceof PolicyChange.CodeChanged changed) {
      return List.of(code(changed));
    }
    return List.of(days((PolicyChange.DaysChanged) change));
  }

  private List<String> ofClass(PolicyChange.ClassChanged change) {
    ClassRule.Entry entry = change.is() == null ? change.was() : change.is();
    return List.of(
        language.of("%s 起，", "From %s, ").formatted(LocalDate.ofEpochDay(entry.fromDay()))
            + where(entry.regionPrefix())
            + language.of("：类别 ", ": class ")
            + change.rule().householdClass()
            + " "
            + language.of(change.rule().name().zh(), change.rule().name().en()),
        BELOW + language.of("原  ", "was  ") + ways(change.was()),
        BELOW + language.of("现  ", "is   ") + ways(change.is()));
  }

  private String ways(ClassRule.Entry entry) {
    if (entry == null || entry.variants().isEmpty()) {
      return language.of("未另行规定", "nothing of its own");
    }
    return entry.variants().stream()
        .map(
            way ->
                Words.of("variant." + way.id(), language, way.id())
                    + language.of("：", ": ")
                    + fields.of(way.when())
                    + (way.entitlement() == null
                        ? ""
                        : language.of("，应发 ", ", entitled to ") + fields.of(way.entitlement())))
        .collect(Collectors.joining(language.of("；", "; ")));
  }

  private List<String> added(Rule rule) {
    List<String> lines = new ArrayList<>();
    lines.add(
        language
            .of("新规则 %s：%s，逐一核查%s；%s；通知%s", "New rule %s: %s, asked of %s; %s; goes to %s")
            .formatted(
                name(rule),
                Words.of("category." + rule.category(), language, rule.category()),
                fields.of(rule.scope()),
                fields.of(rule.urgencies()),
                fields.of(rule.departments())));
    lines.add(BELOW + Words.of("rule.when", language) + "  " + fields.of(rule.when()));
    return lines;
  }

  private List<String> changed(String what, String respect, Object was, Object is) {
    String name = Words.of(respect, language, respect.substring(respect.indexOf('.') + 1));
    return List.of(
        what + language.of("：", ": ") + name,
        BELOW + language.of("原  ", "was  ") + fields.of(was),
        BELOW + language.of("现  ", "is   ") + fields.of(is));
  }

  private String value(PolicyChange.ValueChanged change) {
    Parameter parameter = change.parameter();
    return when(change)
        + where(change.region())
        + language.of("：", ": ")
        + title(parameter)
        + " "
        + values.changed(
            parameter.unit(),
            change.was() == null ? null : change.was().value(),
            change.is() == null ? null : change.is().value())
        + ended(change)
        + usedBy(parameter);
  }

  private String when(PolicyChange.ValueChanged change) {
    LocalDate from = LocalDate.ofEpochDay(change.fromDay());
    if (change.throughDay().isEmpty()) {
      return language.of("%s 起，", "From %s, ").formatted(from);
    }
    return language
        .of("%s 至 %s，", "From %s to %s, ")
        .formatted(from, LocalDate.ofEpochDay(change.throughDay().getAsInt()));
  }

  private String where(String region) {
    if (region.isEmpty()) {
      return language.of(
          "全国及其中未另行规定的地区", "the nation and everything in it without a value of its own");
    }
    return language
        .of("%s及其中未另行规定的地区", "region %s and everything in it without a value of its own")
        .formatted(region(region));
  }

  private static String region(String code) {
    String name = RegionNames.of(code);
    return name.isEmpty() ? code : code + " " + name;
  }

  /** A region that no longer speaks for itself is told who speaks for it. */
  private String ended(PolicyChange.ValueChanged change) {
    boolean own = change.was() != null && change.was().regionPrefix().equals(change.region());
    if (!own || change.is() == null || change.is().regionPrefix().equals(change.region())) {
      return "";
    }
    String wider = change.is().regionPrefix();
    return language
        .of("（本地规定终止，执行%s的规定）", " (its own value ends; that of %s holds)")
        .formatted(
            wider.isEmpty()
                ? language.of("全国", "the nation")
                : language.of("", "region ") + region(wider));
  }

  private String usedBy(Parameter parameter) {
    SortedSet<String> rules = rulesByParameter.get(parameter.id());
    return rules == null
        ? ""
        : language.of("；用于 ", "; used by ") + String.join(language.of("、", ", "), rules);
  }

  private List<String> source(PolicyChange.SourceChanged change) {
    return List.of(
        language
            .of("%s，%s，%s 起：数值不变，来源", "%s, %s, from %s: the same value, its source")
            .formatted(
                title(change.parameter()),
                change.is().regionPrefix().isEmpty()
                    ? language.of("全国", "the nation")
                    : region(change.is().regionPrefix()),
                LocalDate.ofEpochDay(change.is().fromDay())),
        BELOW + language.of("原  ", "was  ") + change.was().source(),
        BELOW + language.of("现  ", "is   ") + change.is().source());
  }

  private List<String> levels(PolicyChange.LevelsChanged change) {
    return List.of(
        language.of("地区代码的层级：", "Levels of the codes of regions:"),
        BELOW + language.of("原  ", "was  ") + levels(change.was()),
        BELOW + language.of("现  ", "is   ") + levels(change.is()));
  }

  private String levels(List<RegionCodes.Level> levels) {
    return levels.isEmpty()
        ? language.of("未规定", "nothing said")
        : levels.stream()
            .map(level -> fields.of(level.name()) + " " + level.digits())
            .collect(Collectors.joining(language.of("、", ", ")));
  }

  private String code(PolicyChange.CodeChanged change) {
    RegionCodes.Change said = change.is() == null ? change.was() : change.is();
    String from = language.of("%s 起，", "From %s, ").formatted(LocalDate.ofEpochDay(said.fromDay()));
    if (change.is() == null) {
      return from
          + language
              .of("登记在%s的家庭不再按%s查找", "households registered in %s are no longer looked up in %s")
              .formatted(region(said.was()), region(said.now()));
    }
    return from
        + language
            .of("登记在%s的家庭按%s查找", "households registered in %s are looked up in %s")
            .formatted(region(said.was()), region(said.now()))
        + (change.was() == null
            ? ""
            : language.of("（原按%s）", " (before, in %s)").formatted(region(change.was().now())))
        + language.of("；来源：", "; source: ")
        + said.source();
  }

  private String days(PolicyChange.DaysChanged change) {
    List<String> parts = new ArrayList<>();
    if (!change.nowFree().isEmpty()) {
      parts.add(language.of("新增休息日 ", "now free ") + runs(change.nowFree()));
    }
    if (!change.nowWorked().isEmpty()) {
      parts.add(language.of("新增工作日 ", "now worked ") + runs(change.nowWorked()));
    }
    return language.of("日历 %d 年：", "Calendar of %d: ").formatted(change.year())
        + String.join(language.of("；", "; "), parts);
  }

  /** Days that follow each other as one stretch. */
  private String runs(List<LocalDate> days) {
    List<String> runs = new ArrayList<>();
    for (int first = 0, next; first < days.size(); first = next) {
      next = first + 1;
      while (next < days.size() && days.get(next).equals(days.get(next - 1).plusDays(1))) {
        next++;
      }
      LocalDate last = days.get(next - 1);
      runs.add(
          last.equals(days.get(first))
              ? last.toString()
              : days.get(first) + language.of(" 至 ", " to ") + last);
    }
    return String.join(language.of("、", ", "), runs);
  }

  private String name(Rule rule) {
    return rule.id() + " " + fields.of(rule.name());
  }

  private String title(Parameter parameter) {
    return parameter.title() == null ? parameter.id() : fields.of(parameter.title());
  }
}
