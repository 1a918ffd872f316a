package io.hearthwatch.stack.mapping;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * What is to be imported, and how.
 *
 * @param inputs files or folders
 * @param from first day of occurrence to be sent, or null
 * @param to last day of occurrence to be sent, or null
 * @param report where bad rows are listed
 * @param maxBadRows more of them stop the import; null for any number
 * @param dryRun map everything, send nothing
 * @param completeThrough the sources have told everything through this day; null says nothing
 * @param sortInMemory events held in memory when they have to be sorted
 * @param temporary parent of temporary files
 */
public record ImportRequest(
    Mapping mapping,
    List<Path> inputs,
    LocalDate from,
    LocalDate to,
    Path report,
    Long maxBadRows,
    boolean dryRun,
    LocalDate completeThrough,
    int sortInMemory,
    Path temporary) {

  /** About 100 MB. */
  public static final int DEFAULT_SORT_IN_MEMORY = 200_000;

  boolean wants(int occurredOnEpochDay) {
    return (from == null || occurredOnEpochDay >= from.toEpochDay())
        && (to == null || occurredOnEpochDay <= to.toEpochDay());
  }
}
