package io.hearthwatch.domain.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which codes of regions become others by one bundle and not by another, by day and code. */
final class RegionCodesDifference {

  private RegionCodesDifference() {}

  static List<PolicyChange> between(RegionCodes before, RegionCodes after) {
    List<PolicyChange> changes = new ArrayList<>();
    if (!before.levels().equals(after.levels())) {
      changes.add(new PolicyChange.LevelsChanged(before.levels(), after.levels()));
    }
    SortedMap<String, RegionCodes.Change> was = byDayAndCode(before);
    SortedMap<String, RegionCodes.Change> is = byDayAndCode(after);
    TreeSet<String> keys = new TreeSet<>(was.keySet());
    keys.addAll(is.keySet());
    for (String key : keys) {
      RegionCodes.Change old = was.get(key);
      RegionCodes.Change now = is.get(key);
      if (old == null || now == null || !old.now().equals(now.now())) {
        changes.add(new PolicyChange.CodeChanged(old, now));
      }
    }
    return changes;
  }

  private static SortedMap<String, RegionCodes.Change> byDayAndCode(RegionCodes codes) {
    SortedMap<String, RegionCodes.Change> changes = new TreeMap<>();
    codes
        .changes()
        .forEach(
            change -> changes.put("%08d %s".formatted(change.fromDay(), change.was()), change));
    return changes;
  }
}
