package io.hearthwatch.domain.rule;

/**
 * What was measured, in which window.
 *
 * @param indicator name in the vocabulary of rules
 * @param window as the rule writes it, or empty
 * @param fromDay first epoch day of the window; equal to toDay where it is a point in time
 * @param toDay last epoch day
 * @param value in the unit
 * @param unit fen, people, count or days
 */
public record Measured(
    String indicator, String window, int fromDay, int toDay, long value, String unit) {}
