package io.hearthwatch.risk;

import java.io.Serializable;
import java.time.Duration;

/**
 * Whether deadlines pass by themselves, and when on their day. At midnight millions of households
 * have one at once, and all timers of one moment fire in one go, which no barrier and no event
 * passes; so each household has a moment of its own within the first part of the day.
 *
 * @param armed not in replay: there a feed that runs ahead would carry a household beyond events
 *     that another feed has not told yet; deadlines then pass, one by one, before the household's
 *     next event and in the closing review
 * @param withinMs after the beginning of the day; 0 for at once
 */
public record DeadlineTimers(boolean armed, int withinMs) implements Serializable {

  /** In replay. */
  public static final DeadlineTimers NONE = new DeadlineTimers(false, 0);

  /** With a clock that may pass over hours in one step. */
  public static final DeadlineTimers AT_THE_BEGINNING = new DeadlineTimers(true, 0);

  /** With the clock of the day. */
  public static DeadlineTimers within(Duration duration) {
    return new DeadlineTimers(true, Math.toIntExact(duration.toMillis()));
  }

  /** Whether time is that of the broker's clock, as in live operation. */
  boolean byTheClockOfTheDay() {
    return withinMs > 0;
  }

  /** When a household's deadline of a day passes, by the beginning of the day; milliseconds. */
  long at(String householdId, long startOfDayMs) {
    return withinMs == 0
        ? startOfDayMs
        : startOfDayMs + Math.floorMod(mixed(householdId.hashCode()), withinMs);
  }

  /** Ids that are counted up differ in their last bits alone. */
  private static int mixed(int hash) {
    int spread = hash * 0x9E3779B9;
    return spread ^ spread >>> 15;
  }
}
