package io.hearthwatch.domain.rule;

/**
 * The limit that a measured value was compared with: which parameter, for which region, since when.
 *
 * @param parameter id of the parameter
 * @param key the key within the parameter, or empty
 * @param value in the parameter's unit
 * @param unit fen a month, fen a year, percent, days, months, count
 * @param regionPrefix region whose entry decided; empty for the nation
 * @param fromDay epoch day since which the entry holds
 */
public record LimitUsed(
    String parameter, String key, long value, String unit, String regionPrefix, int fromDay) {}
