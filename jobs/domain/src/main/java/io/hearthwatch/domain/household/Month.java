package io.hearthwatch.domain.household;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A calendar month, counted from January of the year 0 so that months can be subtracted.
 *
 * @param index year x 12 + (month of the year - 1)
 */
public record Month(int index) implements Comparable<Month> {

  private static final int EARLIEST = 1900 * 12;
  private static final int LATEST = 2200 * 12 - 1;

  public Month {
    if (index < EARLIEST || index > LATEST) {
      throw new IllegalArgumentException("month index " + index + " is not within 1900 to 2199");
    }
  }

  /** The month written as yyyymm, as in the contracts. */
  public static Month ofNumber(long yyyymm) {
    long month = yyyymm % 100;
    if (month < 1 || month > 12 || yyyymm < 190001 || yyyymm > 219912) {
      throw new IllegalArgumentException("'" + yyyymm + "' is no month yyyymm of 1900 to 2199");
    }
    return new Month((int) (yyyymm / 100 * 12 + month - 1));
  }

  /** The month in which a day lies. */
  public static Month of(LocalDate day) {
    return new Month(day.getYear() * 12 + day.getMonthValue() - 1);
  }

  /** The month in which an epoch day lies. */
  public static Month of(int epochDay) {
    return new Month(CivilMonth.index(epochDay));
  }

  /** This month as yyyymm. */
  public int number() {
    return index / 12 * 100 + index % 12 + 1;
  }

  public Month plus(int months) {
    return new Month(index + months);
  }

  public LocalDate firstDay() {
    return LocalDate.of(index / 12, index % 12 + 1, 1);
  }

  public LocalDate lastDay() {
    return YearMonth.of(index / 12, index % 12 + 1).atEndOfMonth();
  }

  /** Epoch day of the first day, without the object of a date: rules ask it for every household. */
  public int firstEpochDay() {
    return CivilMonth.firstDay(index);
  }

  /** Epoch day of the last day. */
  public int lastEpochDay() {
    return CivilMonth.firstDay(index + 1) - 1;
  }

  @Override
  public int compareTo(Month other) {
    return Integer.compare(index, other.index);
  }

  @Override
  public String toString() {
    int month = index % 12 + 1;
    return index / 12 + (month < 10 ? "-0" : "-") + month; // years have four digits here
  }
}
