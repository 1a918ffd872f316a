package io.hearthwatch.simulation;

/**
 * A flood.
 *
 * @param id as disasters are called in events
 * @param city code of the city that it strikes, 4 digits
 * @param day epoch day
 * @param struck share of its households, from 0 to 1
 */
public record Flood(String id, String city, int day, double struck) {}
