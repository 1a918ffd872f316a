package io.hearthwatch.io.tables;

/** One line of a statement. */
public record StatementLineRow(
    String programme,
    String department,
    String policy,
    String personId,
    long grants,
    long grantedFen,
    long paidFen,
    boolean corrected) {}
