package io.hearthwatch.reference;

import java.time.LocalDate;

/** When people were born: around the ages that rules ask for, and any other time. */
final class Births {

  private static final int OLDEST_DAYS = 90 * 365;

  private final Sketch home;
  private final Chance chance;

  Births(Sketch home) {
    this.home = home;
    this.chance = home.chance;
  }

  /** A birthday, never after the closing day. */
  LocalDate day() {
    LocalDate at = chance.pick(home.asked);
    return switch (chance.below(8)) {
      case 0, 1 -> schoolYear(at).minusYears(chance.pick(6, 16)).plusDays(chance.between(-1, 1));
      case 2 -> schoolYear(at).minusYears(chance.between(7, 14)).minusDays(chance.below(300));
      case 3, 4 -> at.minusYears(chance.pick(60, 70, 70)).plusDays(chance.between(-1, 1));
      case 5 -> at.minusYears(chance.between(61, 85)).minusDays(chance.below(300));
      case 6 -> LocalDate.of(chance.pick(1940, 1952, 1980, 2008, 2016), 2, 29);
      default -> home.times.closing().minusDays(chance.between(1, OLDEST_DAYS));
    };
  }

  /** The first of September before a day: as of it children are six, or sixteen. */
  static LocalDate schoolYear(LocalDate day) {
    LocalDate start = LocalDate.of(day.getYear(), 9, 1);
    return start.isAfter(day) ? start.minusYears(1) : start;
  }
}
