package io.hearthwatch.simulation;

/**
 * Something that befell a household.
 *
 * @param person index of whom it befell, or -1: the household
 * @param day epoch day on which it began
 * @param months how long it lasts; at least 1
 * @param weight from 0 (light) to 1
 * @param costFen fen a month that the household itself pays for it, before any aid
 * @param flood which one, or null
 */
record Fate(
    FateKind kind, int person, int day, int months, double weight, long costFen, Flood flood) {

  static final int EVERYBODY = -1;
}
