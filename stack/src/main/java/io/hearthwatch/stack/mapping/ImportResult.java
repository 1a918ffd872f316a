package io.hearthwatch.stack.mapping;

import java.util.List;
import java.util.SortedMap;

/**
 * What an import did.
 *
 * @param files read
 * @param rows read, bad ones among them
 * @param badRows refused; the report says where and why
 * @param byType what became events, by the name of their type
 * @param outside events that fell outside of the days asked for
 * @param repeatedIds events that repeat the id, kind and revision of an earlier one
 * @param firstRepeated file and line of the first of them, or null
 * @param allIdsCompared whether the comparison of ids reached the end
 * @param completed sources of which completeness was told; in a dry run those of which it would be
 * @param completenessWithheld completeness was asked for and not told, because of bad rows
 * @param seconds it took
 */
public record ImportResult(
    int files,
    long rows,
    long badRows,
    SortedMap<String, DayCount> byType,
    long outside,
    long repeatedIds,
    String firstRepeated,
    boolean allIdsCompared,
    List<String> completed,
    boolean completenessWithheld,
    double seconds) {

  /** All events that were sent, or would have been. */
  public long events() {
    return byType.values().stream().mapToLong(DayCount::count).sum();
  }
}
