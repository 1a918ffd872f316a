package io.hearthwatch.stack.reconcile;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Two that should say the same and do not.
 *
 * @param name of what they speak
 * @param one column and value of the first where they differ; none where it says nothing at all
 * @param other likewise
 */
public record Difference(String name, Map<String, String> one, Map<String, String> other) {

  /** Leaves out what they agree upon. */
  static Difference of(String name, Map<String, String> one, Map<String, String> other) {
    Map<String, String> these = new TreeMap<>(one);
    Map<String, String> those = new TreeMap<>(other);
    if (!one.isEmpty() && !other.isEmpty()) {
      these.entrySet().removeIf(said -> Objects.equals(other.get(said.getKey()), said.getValue()));
      those.entrySet().removeIf(said -> Objects.equals(one.get(said.getKey()), said.getValue()));
    }
    return new Difference(name, these, those);
  }
}
