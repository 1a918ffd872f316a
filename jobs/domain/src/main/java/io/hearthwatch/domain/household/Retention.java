package io.hearthwatch.domain.household;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * How civil dates are told, and how long happenings are kept.
 *
 * @param zone in which an instant has its civil date
 * @param months longest window of any rule, plus 12
 */
public record Retention(ZoneId zone, int months) {

  /** By how many months happenings are kept longer than the longest window looks at. */
  private static final int BEYOND_WINDOWS_MONTHS = 12;

  /** Longest window 24 months (watch after exit), plus 12. */
  public static final int DEFAULT_MONTHS = 24 + BEYOND_WINDOWS_MONTHS;

  private static final long DAY_MS = 86_400_000L;

  /** Civil date of an instant, as an epoch day. */
  public int day(long epochMs) {
    // By the offset alone: several times an event, too often for objects of dates.
    long offsetMs =
        zone.getRules().getOffset(Instant.ofEpochMilli(epochMs)).getTotalSeconds() * 1000L;
    return (int) Math.floorDiv(epochMs + offsetMs, DAY_MS);
  }

  /** First instant of a civil date. */
  public long startMs(int day) {
    return LocalDate.ofEpochDay(day).atStartOfDay(zone).toInstant().toEpochMilli();
  }

  /** First day that is kept as of a date. */
  public int firstDay(int asOf) {
    return (int) LocalDate.ofEpochDay(asOf).minusMonths(months).toEpochDay();
  }

  /**
   * Whether a household that came as far as one day may have forgotten what windows of another,
   * earlier one look at.
   */
  public boolean mayHaveForgotten(int asOf, int cameTo) {
    LocalDate firstWhole = LocalDate.ofEpochDay(cameTo).minusMonths(BEYOND_WINDOWS_MONTHS);
    return asOf < firstWhole.toEpochDay();
  }

  /** Whether something is too old to be taken in as of a date; standing facts never are. */
  public boolean tooOld(EventType type, int occurredOn, int asOf) {
    return !type.standing() && occurredOn < firstDay(asOf);
  }

  /**
   * What is kept as of a date. Later versions are kept twice as long, unseen: one that moved an
   * event back in time must still be there when the version that it replaced is told once more, and
   * it was reported within the retention after the day that it names.
   *
   * @param firstDay of happenings, epoch day
   * @param firstDayOfLater of corrections and voids of happenings
   */
  record Kept(int firstDay, int firstDayOfLater) {

    /** Whether a version of an event is not kept; standing facts always are. */
    boolean forgets(EventType type, int occurredOn, boolean laterVersion) {
      return occurredOn < (laterVersion ? firstDayOfLater : firstDay) && !type.standing();
    }
  }

  Kept kept(int asOf) {
    return new Kept(
        firstDay(asOf), (int) LocalDate.ofEpochDay(asOf).minusMonths(2L * months).toEpochDay());
  }
}
