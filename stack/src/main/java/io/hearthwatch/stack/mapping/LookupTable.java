package io.hearthwatch.stack.mapping;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A table joined by key, in memory. While expressions are compiled it notes which columns they ask
 * for; only those are then kept.
 */
final class LookupTable {

  private final LookupSpec spec;
  private final Set<String> available = new LinkedHashSet<>();
  private boolean isAvailableKnown;
  private final Map<String, Integer> kept = new HashMap<>();
  private final Map<String, String[]> rows = new HashMap<>();

  LookupTable(LookupSpec spec) {
    this.spec = spec;
  }

  LookupSpec spec() {
    return spec;
  }

  /**
   * Tells the columns of one of its files; before that, every column is believed to be there. Of
   * several files those count that all have.
   */
  void addFile(List<String> columns) {
    if (isAvailableKnown) {
      available.retainAll(columns);
    } else {
      available.addAll(columns);
      isAvailableKnown = true;
    }
  }

  Set<String> available() {
    return available;
  }

  /** Keeps a column; false when the file does not have it. */
  boolean keep(String column) {
    if (isAvailableKnown && !available.contains(column)) {
      return false;
    }
    kept.putIfAbsent(column, kept.size());
    return true;
  }

  Map<String, Integer> kept() {
    return kept;
  }

  /** False when the key is already there. */
  boolean add(String key, String[] keptValues) {
    return rows.putIfAbsent(key, keptValues) == null;
  }

  int size() {
    return rows.size();
  }

  boolean knows(String key) {
    return rows.containsKey(key);
  }

  /** The value, or null when the key is not there. */
  String find(String key, String column) {
    String[] row = rows.get(key);
    return row == null ? null : row[kept.get(column)];
  }
}
