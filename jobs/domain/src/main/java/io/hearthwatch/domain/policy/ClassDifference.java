package io.hearthwatch.domain.policy;

import io.hearthwatch.domain.rule.ClassRule;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What two bundles say otherwise of the classes, by region and day. */
final class ClassDifference {

  private ClassDifference() {}

  static List<PolicyChange> between(List<ClassRule> before, List<ClassRule> after) {
    SortedMap<String, ClassRule> was = byId(before);
    SortedMap<String, ClassRule> is = byId(after);
    TreeSet<String> ids = new TreeSet<>(was.keySet());
    ids.addAll(is.keySet());
    List<PolicyChange> changes = new ArrayList<>();
    for (String id : ids) {
      ClassRule rule = is.getOrDefault(id, was.get(id));
      SortedMap<String, ClassRule.Entry> old = entries(was.get(id));
      SortedMap<String, ClassRule.Entry> now = entries(is.get(id));
      TreeSet<String> keys = new TreeSet<>(old.keySet());
      keys.addAll(now.keySet());
      for (String key : keys) {
        if (!same(old.get(key), now.get(key))) {
          changes.add(new PolicyChange.ClassChanged(rule, old.get(key), now.get(key)));
        }
      }
    }
    return changes;
  }

  private static boolean same(ClassRule.Entry one, ClassRule.Entry other) {
    return one != null && other != null && one.variants().equals(other.variants());
  }

  private static SortedMap<String, ClassRule> byId(List<ClassRule> classes) {
    SortedMap<String, ClassRule> byId = new TreeMap<>();
    classes.forEach(rule -> byId.put(rule.householdClass(), rule));
    return byId;
  }

  private static SortedMap<String, ClassRule.Entry> entries(ClassRule rule) {
    SortedMap<String, ClassRule.Entry> entries = new TreeMap<>();
    if (rule != null) {
      rule.entries()
          .forEach(entry -> entries.put(entry.regionPrefix() + "/" + entry.fromDay(), entry));
    }
    return entries;
  }
}
