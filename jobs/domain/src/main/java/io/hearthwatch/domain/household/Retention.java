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

  /** Longest window 24 months (watch after exit), plus 12. */
  public static final int DEFAULT_MONTHS = 36;

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

  /** Whether something is too old to be taken in as of a date; standing facts never are. */
  public boolean tooOld(EventType type, int occurredOn, int asOf) {
    return Ledger.tooOld(type, occurredOn, firstDay(asOf));
  }
}
