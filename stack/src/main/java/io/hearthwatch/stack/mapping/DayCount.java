package io.hearthwatch.stack.mapping;

/**
 * How many events, and on which days.
 *
 * @param firstEpochDay since 1970-01-01
 * @param lastEpochDay since 1970-01-01
 */
public record DayCount(long count, int firstEpochDay, int lastEpochDay) {

  static DayCount one(int epochDay) {
    return new DayCount(1, epochDay, epochDay);
  }

  /** Both together. */
  public DayCount plus(DayCount other) {
    return new DayCount(
        count + other.count,
        Math.min(firstEpochDay, other.firstEpochDay),
        Math.max(lastEpochDay, other.lastEpochDay));
  }
}
