package io.hearthwatch.io.tables;

/** Seven columns of {@code hearthwatch.assistance_statistic}; they are explained there. */
public record FiguresRow(
    long personTimes,
    long persons,
    long households,
    long grantedFen,
    long paidFen,
    long takenIn,
    long exits) {

  static final FiguresRow NOTHING = new FiguresRow(0, 0, 0, 0, 0, 0, 0);
}
