package io.hearthwatch.simulation;

import java.util.List;

/**
 * A household as the simulation finds it on the first day.
 *
 * @param number from 0
 * @param chance its own
 * @param id pseudonymous
 * @param county where it is registered
 * @param urban or rural
 * @param people who lives in it
 * @param registeredOn epoch day
 * @param needFen fen a month that it cannot do without
 * @param savingsFen what it has put aside
 * @param farms whether much of its income comes with two harvests
 * @param householdClass in which it is recognised, or null
 */
record Family(
    long number,
    Chance chance,
    String id,
    County county,
    boolean urban,
    List<Person> people,
    int registeredOn,
    long needFen,
    long savingsFen,
    boolean farms,
    String householdClass) {}
