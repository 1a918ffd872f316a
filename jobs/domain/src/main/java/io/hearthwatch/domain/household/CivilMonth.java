package io.hearthwatch.domain.household;

/**
 * Month arithmetic on epoch days without objects, because it runs for every line of every profile:
 * Howard Hinnant's civil-from-days algorithm, proleptic Gregorian as in java.time.
 */
final class CivilMonth {

  private static final int DAYS_FROM_0000_03_01_TO_EPOCH = 719468;
  private static final int DAYS_PER_ERA = 146097;

  private CivilMonth() {}

  /** Index of the month (year x 12 + month - 1) in which an epoch day lies. */
  static int index(int epochDay) {
    int shifted = epochDay + DAYS_FROM_0000_03_01_TO_EPOCH;
    int era = Math.floorDiv(shifted, DAYS_PER_ERA);
    int dayOfEra = shifted - era * DAYS_PER_ERA;
    int yearOfEra =
        (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / (DAYS_PER_ERA - 1)) / 365;
    int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    int monthFromMarch = (5 * dayOfYear + 2) / 153;
    int month = monthFromMarch < 10 ? monthFromMarch + 2 : monthFromMarch - 10;
    int year = yearOfEra + era * 400 + (month <= 1 ? 1 : 0);
    return year * 12 + month;
  }

  /** Epoch day of the first day of a month; the inverse of {@link #index}. */
  static int firstDay(int index) {
    int month = Math.floorMod(index, 12);
    int yearFromMarch = Math.floorDiv(index, 12) - (month <= 1 ? 1 : 0);
    int era = Math.floorDiv(yearFromMarch, 400);
    int yearOfEra = yearFromMarch - era * 400;
    int monthFromMarch = month > 1 ? month - 2 : month + 10;
    int dayOfYear = (153 * monthFromMarch + 2) / 5;
    int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * DAYS_PER_ERA + dayOfEra - DAYS_FROM_0000_03_01_TO_EPOCH;
  }
}
