package io.hearthwatch.domain.policy;

import io.hearthwatch.domain.rule.Rule;
import io.hearthwatch.domain.rule.RuleText;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one bundle says otherwise than another, by what it means: conditions by their parsed text,
 * values by what is in force where and when, calendars by which days are worked. Comments, order,
 * and entries that say again what holds anyway are no difference.
 */
public final class PolicyDifference {

  /** Respects in which nothing is said about a rule or a parameter. */
  private static final Set<String> IDENTITY = Set.of("id", "where", "entries");

  private final List<PolicyChange> changes = new ArrayList<>();

  private PolicyDifference() {}

  /** All changes: rules, classes, parameters by their ids, the calendar, codes of regions. */
  public static List<PolicyChange> between(PolicyBundle before, PolicyBundle after) {
    PolicyDifference difference = new PolicyDifference();
    difference.rules(byId(before), byId(after));
    difference.changes.addAll(ClassDifference.between(before.classes(), after.classes()));
    Set<String> ids = new TreeSet<>(before.parameters().keySet());
    ids.addAll(after.parameters().keySet());
    for (String id : ids) {
      difference.parameter(before.parameters().get(id), after.parameters().get(id));
    }
    difference.changes.addAll(
        WorkingDaysDifference.between(before.workingDays(), after.workingDays()));
    difference.changes.addAll(
        RegionCodesDifference.between(before.regionCodes(), after.regionCodes()));
    return difference.changes;
  }

  private static SortedMap<String, Rule> byId(PolicyBundle bundle) {
    SortedMap<String, Rule> rules = new TreeMap<>();
    bundle.rules().forEach(rule -> rules.put(rule.id(), rule));
    return rules;
  }

  private void rules(SortedMap<String, Rule> before, SortedMap<String, Rule> after) {
    Set<String> ids = new TreeSet<>(before.keySet());
    ids.addAll(after.keySet());
    for (String id : ids) {
      Rule was = before.get(id);
      Rule is = after.get(id);
      if (was == null) {
        changes.add(new PolicyChange.RuleAdded(is));
      } else if (is == null) {
        changes.add(new PolicyChange.RuleRemoved(was));
      } else {
        respects(Rule.class, was, is)
            .forEach(
                (respect, values) ->
                    changes.add(
                        new PolicyChange.RuleChanged(was, is, respect, values[0], values[1])));
      }
    }
  }

  private void parameter(Parameter was, Parameter is) {
    if (was == null) {
      changes.add(new PolicyChange.ParameterAdded(is));
    } else if (is == null) {
      changes.add(new PolicyChange.ParameterRemoved(was));
    } else {
      respects(Parameter.class, was, is)
          .forEach(
              (respect, values) ->
                  changes.add(
                      new PolicyChange.ParameterReworded(was, is, respect, values[0], values[1])));
      sources(was, is);
    }
    changes.addAll(ValueDifference.between(was, is));
  }

  private void sources(Parameter was, Parameter is) {
    Map<String, Parameter.Entry> before = new HashMap<>();
    was.entries().forEach(entry -> before.put(key(entry), entry));
    for (Parameter.Entry entry : is.entries()) {
      Parameter.Entry former = before.get(key(entry));
      if (former != null
          && Objects.equals(former.value(), entry.value())
          && !former.source().equals(entry.source())) {
        changes.add(new PolicyChange.SourceChanged(is, former, entry));
      }
    }
  }

  private static String key(Parameter.Entry entry) {
    return entry.regionPrefix() + "/" + entry.fromDay();
  }

  /**
   * The fields of a record that differ, in their order. By reflection: a field that is added to a
   * rule one day must not be forgotten here.
   */
  private static Map<String, Object[]> respects(Class<?> type, Object was, Object is) {
    Map<String, Object[]> differing = new LinkedHashMap<>();
    for (RecordComponent component : type.getRecordComponents()) {
      Object before = value(component, was);
      Object after = value(component, is);
      if (!IDENTITY.contains(component.getName())
          && !Objects.equals(RuleText.meaning(before), RuleText.meaning(after))) {
        differing.put(component.getName(), new Object[] {before, after});
      }
    }
    return differing;
  }

  private static Object value(RecordComponent component, Object of) {
    try {
      return component.getAccessor().invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("accessors of records are public", e);
    }
  }
}
