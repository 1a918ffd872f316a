package io.hearthwatch.cli;

/**
 * One line of statistics: a month, and the year through it.
 *
 * @param name code of what the line is about
 */
record StatsRow(String name, Figures month, Figures yearToDate) {

  /** Person-times, people, households, money in the smallest unit, classes. */
  record Figures(
      long personTimes,
      long persons,
      long households,
      long grantedFen,
      long paidFen,
      long takenIn,
      long exits) {}
}
