package io.hearthwatch.simulation;

import io.hearthwatch.domain.household.Month;
import java.util.ArrayList;
import java.util.List;

/**
 * What is simulated: a number of households, in a region, over some months. Everything about it
 * follows from its fields.
 */
public final class Nation {

  /** In households of the low-income population there live 66 million in 30 million (2023). */
  static final double PEOPLE_A_HOUSEHOLD = 2.2;

  private final long seed;
  private final long households;
  private final Month first;
  private final int months;
  private final Disorder disorder;
  private final Chance chance;
  private final Divisions divisions;
  private final Floods floods;
  private final Departments departments;
  private final Stories stories;

  /**
   * A nation.
   *
   * @param households how many
   * @param first the first month
   * @param months how many
   * @param region prefix of the codes of the counties in which they live; empty for all
   * @param given what comes for certain
   */
  public Nation(
      long seed,
      long households,
      Month first,
      int months,
      String region,
      Disorder disorder,
      Given given) {
    this.seed = seed;
    this.households = households;
    this.first = first;
    this.months = months;
    this.disorder = disorder;
    chance = new Chance(Chance.mix(seed));
    divisions = Divisions.of(region);
    given.floods().forEach(flood -> divisions.city(flood.city()));
    List<Flood> all = new ArrayList<>(given.floods());
    all.addAll(Floods.drawn(this));
    floods = new Floods(all);
    stories = new Stories(this);
    departments = new Departments(this, given.silences());
  }

  /** The life of a household, by its number from 0. */
  Life life(long number) {
    return new Life(this, Families.draw(this, number));
  }

  public long households() {
    return households;
  }

  public int months() {
    return months;
  }

  /** One of the months, from 0; beyond the last one there are more, in which nothing happens. */
  public Month month(int index) {
    return first.plus(index);
  }

  /** The first day, epoch day. */
  public int firstDay() {
    return first.firstEpochDay();
  }

  /** The last day, epoch day. */
  public int lastDay() {
    return month(months - 1).lastEpochDay();
  }

  /** Which of the months a day lies in; negative before the first. */
  int indexOf(int day) {
    return Month.of(day).index() - first.index();
  }

  long seed() {
    return seed;
  }

  Disorder disorder() {
    return disorder;
  }

  Chance chance() {
    return chance;
  }

  Divisions divisions() {
    return divisions;
  }

  Stories stories() {
    return stories;
  }

  Floods floods() {
    return floods;
  }

  public Departments departments() {
    return departments;
  }
}
