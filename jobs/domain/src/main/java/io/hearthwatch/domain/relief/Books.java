package io.hearthwatch.domain.relief;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;

/**
 * When the books of a year are closed. What is reported later does not change the year's figures:
 * it is shown beside them, as an adjustment.
 *
 * @param zone in which an instant has its civil date
 * @param closing last day of the next year on which a year still takes in what is reported
 */
public record Books(ZoneId zone, MonthDay closing) implements Serializable {

  /** Assumed: the yearly statistics are compiled in the first quarter. */
  public static final MonthDay DEFAULT_CLOSING = MonthDay.of(3, 31);

  /** First instant after the closing of a year, epoch milliseconds. */
  public long closedFromMs(int year) {
    LocalDate last = closing.atYear(year + 1);
    return last.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
  }
}
