package io.hearthwatch.simulation;

import static io.hearthwatch.simulation.Fate.EVERYBODY;
import static io.hearthwatch.simulation.FateKind.*;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Draws what befalls a household. A fate comes once at most, to a person or a household. What it
 * costs, and how the risk of death grows with age, is assumed.
 */
final class Fates {

  /** Illnesses begin up to so many months before the simulation does. */
  private static final int MONTHS_BEFORE = 6;

  /** Mortality is lived mostly by the old: a twentieth of the mean under 60, seven times at 80. */
  private static final int OLD = 60;

  private static final long SERIOUS_ILLNESS_FEN = 600_000;

  private final Nation nation;
  private final Family family;
  private final Chance chance;
  private final int months;
  private final List<Fate> drawn = new ArrayList<>(4);

  private Fates(Nation nation, Family family) {
    this.nation = nation;
    this.family = family;
    chance = family.chance();
    months = nation.months() + MONTHS_BEFORE;
  }

  /** By the day on which they begin. */
  static List<Fate> of(Nation nation, Family family) {
    Fates fates = new Fates(nation, family);
    for (int i = 0; i < family.people().size(); i++) {
      fates.ofPerson(i, family.people().get(i));
    }
    fates.ofHousehold();
    fates.drawn.sort(Comparator.comparingInt(Fate::day));
    return fates.drawn;
  }

  private void ofPerson(int i, Person person) {
    int age = person.age(nation.firstDay());
    if (befalls(ILLNESS, 1 + age / 60.0, Question.ILLNESS, i)) {
      double weight = chance.unit(Question.ILLNESS, 100 + i);
      long cost = chance.skewed(SERIOUS_ILLNESS_FEN, 0.8, Question.ILLNESS_COST, i);
      add(ILLNESS, i, Question.ILLNESS, 1 + (int) (9 * weight), weight, cost, null);
    }
    if (befalls(DISABLEMENT, 1, Question.DISABLEMENT, i)) {
      add(
          DISABLEMENT,
          i,
          Question.DISABLEMENT,
          24,
          chance.unit(Question.DISABLEMENT, 100 + i),
          chance.skewed(30_000, 0.5, Question.DISABLEMENT, 200 + i),
          null);
    }
    double mortality = age < OLD ? 0.25 : Math.min(8, 1.5 * StrictMath.pow(1.1, age - OLD));
    if (befalls(DEATH, mortality, Question.DEATH, i)) {
      add(
          DEATH,
          i,
          Question.DEATH,
          1,
          1,
          chance.skewed(500_000, 0.5, Question.DEATH, 200 + i),
          null);
    }
    if (person.works() && befalls(JOB_LOSS, 1, Question.JOB_LOSS, i)) {
      int length = 1 + (int) (-4 * StrictMath.log(1 - chance.unit(Question.JOB_LOSS, 100 + i)));
      add(JOB_LOSS, i, Question.JOB_LOSS, Math.min(length, 18), 1, 0, null);
    }
    if (age >= 18 && age < 22 && chance.happens(TUITION.aYear(), Question.STUDIES, i)) {
      add(TUITION, i, Question.TUITION, months, 1, 0, null);
    }
    if (i > 0 && age >= 20 && age < 35 && befalls(MARRIAGE, 3, Question.MARRIAGE, i)) {
      add(MARRIAGE, i, Question.MARRIAGE, 1, 1, 0, null);
    }
    if (age >= 18 && age < 60 && befalls(PRISON, 1, Question.PRISON, i)) {
      add(PRISON, i, Question.PRISON, 1, chance.unit(Question.PRISON, 100 + i), 0, null);
    }
  }

  private void ofHousehold() {
    if (family.farms() && befalls(POOR_HARVEST, 1, Question.HARVEST, 0)) {
      add(POOR_HARVEST, EVERYBODY, Question.HARVEST, 12, 1, 0, null);
    }
    if (befalls(FateKind.ACCIDENT, 1, Question.ACCIDENT, 0)) {
      int victim = chance.below(family.people().size(), Question.ACCIDENT, 100);
      long cost = chance.skewed(400_000, 1, Question.ACCIDENT, 200);
      add(
          FateKind.ACCIDENT,
          victim,
          Question.ACCIDENT,
          1 + chance.below(3, Question.ACCIDENT, 300),
          chance.unit(Question.ACCIDENT, 400),
          cost,
          null);
    }
    if (family.people().size() > 1 && befalls(BIRTH, 1, Question.BIRTH, 0)) {
      add(BIRTH, EVERYBODY, Question.BIRTH, 1, 1, 100_000, null);
    }
    if (befalls(MOVE, 1, Question.MOVE, 0)) {
      add(MOVE, EVERYBODY, Question.MOVE, 1, 1, 0, null);
    }
    if (family.people().size() > 2 && befalls(SPLIT, 1, Question.SPLIT, 0)) {
      add(SPLIT, family.people().size() - 1, Question.SPLIT, 1, 1, 0, null);
    }
    if (family.people().size() == 1 && befalls(MERGER, 1, Question.MERGER, 0)) {
      add(MERGER, 0, Question.MERGER, 1, 1, 0, null);
    }
    List<Flood> floods = nation.floods().of(family.county());
    for (int i = 0; i < floods.size(); i++) {
      Flood flood = floods.get(i);
      if (chance.happens(flood.struck(), Question.FLOOD, i)) {
        double weight = chance.unit(Question.FLOOD_DAMAGE, i);
        long cost = (long) (weight * weight * 800_000);
        drawn.add(new Fate(FLOOD, EVERYBODY, flood.day(), 4, weight, cost, flood));
      }
    }
  }

  private boolean befalls(FateKind kind, double factor, Question question, int which) {
    double never = StrictMath.pow(1 - Math.min(0.9, kind.aYear() * factor), months / 12.0);
    return chance.unit(question, which) >= never;
  }

  private void add(
      FateKind kind,
      int person,
      Question question,
      int length,
      double weight,
      long cost,
      Flood flood) {
    int days = nation.lastDay() - nation.firstDay() + 1;
    int before = kind == ILLNESS || kind == JOB_LOSS ? MONTHS_BEFORE * 30 : 0;
    int day = nation.firstDay() - before + chance.below(days + before, question, 1000 + person);
    drawn.add(new Fate(kind, person, day, length, weight, cost, flood));
  }
}
