package io.hearthwatch.simulation;

import static io.hearthwatch.simulation.Question.*;

import java.util.ArrayList;
import java.util.List;

/**
 * Draws households. Shares and medians come from public figures where one is named, and are assumed
 * elsewhere:
 *
 * <ul>
 *   <li>84 % rural: of 40.6 million people in dibao at the end of 2023, 34.0 million (Ministry of
 *       Civil Affairs, statistical bulletin 2023);
 *   <li>2.2 people a household: 66 million low-income people in 30 million households;
 *   <li>income: the lowest fifth of households had 9,215 yuan a head in 2023 (National Bureau of
 *       Statistics, communique of 29 February 2024);
 *   <li>rural pensions: about 220 yuan a month in 2023 (Ministry of Human Resources); urban ones of
 *       poor households: assumed;
 *   <li>disability: 85 million of 1,340 million people in 2010 (China Disabled Persons'
 *       Federation), twice as many among the poor (assumed).
 * </ul>
 */
final class Families {

  private static final double RURAL = 0.84;

  /** Households of one, two, ... people: 2.2 on average. The shape is assumed. */
  private static final double[] SIZES = {0.35, 0.67, 0.84, 0.94, 0.98, 1};

  private static final long LOWEST_FIFTH_FEN = 921_500 / 12;
  private static final long RURAL_PENSION_FEN = 22_000;
  private static final long URBAN_PENSION_FEN = 160_000;
  private static final double FARMING = 0.3;
  private static final double DISABLED_SHARE = 2 * 85.0 / 1340;
  private static final double CHRONIC_SHARE = 0.15;
  private static final double DAYS_A_YEAR = 365.25;
  private static final int WORKING_FROM = 18;
  private static final int RETIRING_AT = 60;

  /** Shares of the classes in force on the first day: assumed. */
  private static final double[] CLASS_SHARES = {0.20, 0.23, 0.28, 0.30, 0.33};

  private static final String[] CLASSES = {"dibao", "tekun", "marginal", "rigid", "monitored"};

  private Families() {}

  /** The id of a household. */
  static String id(long number) {
    return "h-" + digits(number);
  }

  private static String digits(long number) {
    return Long.toHexString((1L << 48) | number).substring(1);
  }

  static Family draw(Nation nation, long number) {
    Chance chance = nation.chance().of(number);
    County county = nation.divisions().county(chance.unit(PROVINCE, 0), chance.unit(COUNTY, 0));
    boolean urban = !chance.happens(RURAL, RESIDENCE, 0);
    String digits = digits(number);
    List<Person> people = people(chance, nation.firstDay(), digits, urban);
    long incomeFen = 0;
    for (Person person : people) {
      incomeFen += person.wageFen() + person.pensionFen();
    }
    long usualFen = Math.max(incomeFen, people.size() * LOWEST_FIFTH_FEN / 2);
    return new Family(
        number,
        chance,
        id(number),
        county,
        urban,
        people,
        nation.firstDay() - 365 - chance.below(3650, REGISTRATION, 0),
        Math.round(usualFen * (0.65 + 0.1 * chance.bell(NEED, 0))),
        Math.round(usualFen * 6 * chance.unit(SAVINGS, 0)),
        !urban && chance.happens(FARMING, FARMS, 0),
        householdClass(chance, people));
  }

  private static List<Person> people(Chance chance, int day, String digits, boolean urban) {
    int size = 1;
    while (chance.unit(SIZE, 0) >= SIZES[size - 1]) {
      size++;
    }
    List<Person> people = new ArrayList<>(size);
    int headAge = 30 + chance.below(size == 1 ? 55 : 40, AGE, 0);
    for (int i = 0; i < size; i++) {
      String role = i == 0 ? "head" : i == 1 ? "spouse" : i < 5 ? "child" : "parent";
      int age =
          switch (role) {
            case "head" -> headAge;
            case "spouse" -> Math.max(20, headAge - 4 + chance.below(8, AGE, i));
            case "child" -> Math.max(0, headAge - 24 - chance.below(10, AGE, i));
            default -> headAge + 22 + chance.below(8, AGE, i);
          };
      people.add(person(chance, i, day, digits, role, age, urban));
    }
    return people;
  }

  private static Person person(
      Chance chance, int i, int day, String digits, String role, int age, boolean urban) {
    int birthday = day - (int) (age * DAYS_A_YEAR) - chance.below(365, AGE, 100 + i);
    int grade =
        chance.happens(DISABLED_SHARE, DISABLED, i) ? 1 + chance.below(4, DISABILITY, i) : 0;
    boolean able = age >= WORKING_FROM && age < RETIRING_AT && (grade == 0 || grade > 2);
    long wage =
        able && chance.happens(0.8, WORKS, i)
            ? chance.skewed(urban ? 260_000 : 170_000, 0.35, WAGE, i)
            : 0;
    long pension =
        age < RETIRING_AT
            ? 0
            : urban ? chance.skewed(URBAN_PENSION_FEN, 0.3, PENSION, i) : RURAL_PENSION_FEN;
    return new Person(
        "p-" + digits + "-" + i,
        role,
        birthday,
        wage,
        pension,
        grade,
        chance.happens(age >= RETIRING_AT ? 2 * CHRONIC_SHARE : CHRONIC_SHARE / 2, CHRONIC, i));
  }

  private static String householdClass(Chance chance, List<Person> people) {
    boolean earns = people.stream().anyMatch(Person::works);
    // Who earns is enrolled half as often, who does not half as often again.
    double drawn = chance.unit(ENROLLED, 0) * (earns ? 2 : 2.0 / 3);
    for (int i = 0; i < CLASSES.length; i++) {
      if (drawn < CLASS_SHARES[i]) {
        return CLASSES[i];
      }
    }
    return null;
  }
}
