package io.hearthwatch.io.tables;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The newest figures of each key among those that came. Sorted by key: two writers that lock the
 * same rows lock them in the same order, so none of them waits for the other for ever.
 */
public final class StatisticBatch {

  private final SortedMap<StatisticKey, StatisticRow> rows = new TreeMap<>();

  /** Takes one in. */
  public void add(StatisticRow row) {
    rows.merge(StatisticKey.of(row), row, StatisticBatch::newer);
  }

  // What StatisticUpsert says of the table, said of what waits for it.
  private static StatisticRow newer(StatisticRow known, StatisticRow row) {
    return row.recordPartition() != known.recordPartition()
            || row.recordOffset() >= known.recordOffset()
        ? row
        : known;
  }

  /** How many keys there are. */
  public int size() {
    return rows.size();
  }

  /** One row of each key, sorted by key. */
  public List<StatisticRow> rows() {
    return List.copyOf(rows.values());
  }

  /** Forgets all. */
  public void clear() {
    rows.clear();
  }
}
