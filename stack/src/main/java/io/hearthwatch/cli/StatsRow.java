package io.hearthwatch.cli;

/**
 * One line of statistics: a month, and the year through it, as everything stands that is known.
 *
 * @param name code of what the line is about
 * @param adjusted what of the month came after the books of the year were closed
 * @param yearAdjusted what of the year so far did
 */
record StatsRow(
    String name, Figures month, Figures yearToDate, Figures adjusted, Figures yearAdjusted) {

  /** Person-times, people, households, money in the smallest unit, classes. */
  record Figures(
      long personTimes,
      long persons,
      long households,
      long grantedFen,
      long paidFen,
      long takenIn,
      long exits) {

    static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, 0);
  }
}
