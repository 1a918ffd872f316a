package io.hearthwatch.io.tables;

/**
 * What offices report of a disaster: seven columns of {@code hearthwatch.assistance_statistic};
 * they are explained there.
 */
public record ReportedRow(
    long affected,
    long relocated,
    long takenIn,
    long homesCollapsed,
    long homesDamaged,
    long fundsFen,
    long lossFen) {

  static final ReportedRow NOTHING = new ReportedRow(0, 0, 0, 0, 0, 0, 0);
}
