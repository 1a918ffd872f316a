package io.hearthwatch.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What came of the events of one seed.
 *
 * @param alerts records of risk.alerts by case, byte for byte, in the order of the topic; nothing
 *     in them says when they were written
 * @param refusals how often each refused record stands in dead.letters, by its position in the
 *     input; the rest of a letter says when the broker got the record
 * @param rows rows of the tables, without the columns that are stamps of arrival
 */
record Outcome(Map<String, List<String>> alerts, Map<String, Integer> refusals, List<String> rows) {

  Outcome {
    alerts = new TreeMap<>(alerts);
    refusals = new TreeMap<>(refusals);
    rows = rows.stream().sorted().toList();
  }

  int alertCount() {
    return alerts.values().stream().mapToInt(List::size).sum();
  }

  /** Where another outcome is not the same: nothing, when all was said exactly once. */
  List<String> differences(Outcome other) {
    List<String> differences = new ArrayList<>();
    compare("case", alerts, other.alerts, differences);
    compare("refusal", refusals, other.refusals, differences);
    TreeSet<String> missing = new TreeSet<>(rows);
    other.rows.forEach(missing::remove);
    missing.forEach(row -> differences.add("missing row " + row));
    TreeSet<String> more = new TreeSet<>(other.rows);
    rows.forEach(more::remove);
    more.forEach(row -> differences.add("unexpected row " + row));
    if (rows.size() != other.rows.size()) {
      differences.add("rows " + rows.size() + ", then " + other.rows.size());
    }
    return differences;
  }

  private static <T> void compare(
      String what, Map<String, T> one, Map<String, T> other, List<String> differences) {
    TreeSet<String> keys = new TreeSet<>(one.keySet());
    keys.addAll(other.keySet());
    for (String key : keys) {
      if (!String.valueOf(one.get(key)).equals(String.valueOf(other.get(key)))) {
        differences.add(what + " " + key + ": " + one.get(key) + ", then " + other.get(key));
      }
    }
  }
}
