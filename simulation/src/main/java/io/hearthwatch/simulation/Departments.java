package io.hearthwatch.simulation;

import io.hearthwatch.domain.household.Month;
import io.hearthwatch.domain.household.Sources;
import io.hearthwatch.simulation.Given.Silence;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * When departments tell what they saw. Some tell every day, others once a month or a quarter, by
 * city; now and then a department says nothing in a whole province for up to two months, and then
 * tells all of it at once. Rhythms are assumed.
 */
public final class Departments {

  /** Whatever a department learns it has written down within so many days. */
  static final int LEARNT_WITHIN_DAYS = 5;

  /**
   * In its first year of sharing no department says that it has told everything: what was before,
   * nobody knows, and a month without a record would count as one without income.
   */
  private static final int FIRST_YEAR_DAYS = 365;

  private static final int LONGEST_SILENCE = 60;
  private static final int SILENCE_PER_MONTHS = 60;

  private final Nation nation;
  private final Chance chance;
  private final List<Silence> given;

  /** Hears through which day a department of a city has told everything. */
  @FunctionalInterface
  public interface Completeness {
    void complete(String source, String regionPrefix, int throughEpochDay);
  }

  /** How often a department of a city tells. */
  enum Rhythm {
    DAILY,
    MONTHLY,
    QUARTERLY
  }

  Departments(Nation nation, List<Silence> given) {
    this.nation = nation;
    this.given = given;
    chance = nation.chance().of(Long.MIN_VALUE);
  }

  Rhythm rhythm(String source, String city) {
    if (!nation.disorder().batches()) {
      return Rhythm.DAILY;
    }
    double drawn = unit(Question.RHYTHM, source, city, 0);
    double quarterly =
        switch (source) {
          case "medical-insurance" -> 0.1;
          case "finance", "education" -> 0.3;
          default -> 0;
        };
    double monthly =
        switch (source) {
          case "medical-insurance", "human-resources", "education", "finance", "charity" -> 0.4;
          case "utilities", "housing", "disabled-federation", "rural-revitalisation" -> 0.2;
          default -> 0;
        };
    return drawn < quarterly
        ? Rhythm.QUARTERLY
        : drawn < quarterly + monthly ? Rhythm.MONTHLY : Rhythm.DAILY;
  }

  /**
   * The day on which something is told.
   *
   * @param learntOn epoch day on which the department wrote it down
   */
  int toldOn(String source, County county, int learntOn) {
    int due =
        switch (rhythm(source, county.city())) {
          case DAILY -> learntOn;
          case MONTHLY -> batch(source, county.city(), Month.of(learntOn).plus(1));
          case QUARTERLY -> batch(source, county.city(), quarterAfter(Month.of(learntOn)));
        };
    Silence silence = silence(source, county.province(), due);
    return silence == null ? due : silence.until();
  }

  /**
   * The last day of which a department of a city has told everything that it knows.
   *
   * @param today epoch day; what is told today counts
   */
  public int completeThrough(String source, String city, int today) {
    Silence silence = silence(source, city.substring(0, 2), today);
    int spoke = silence == null ? today : silence.from() - 1;
    int learntThrough =
        switch (rhythm(source, city)) {
          case DAILY -> spoke;
          case MONTHLY -> {
            Month month = Month.of(spoke);
            boolean told = batch(source, city, month) <= spoke;
            yield month.plus(told ? 0 : -1).firstEpochDay() - 1;
          }
          case QUARTERLY -> {
            Month quarter = quarterAfter(Month.of(spoke)).plus(-3);
            boolean told = batch(source, city, quarter) <= spoke;
            yield quarter.plus(told ? 0 : -3).firstEpochDay() - 1;
          }
        };
    return learntThrough - LEARNT_WITHIN_DAYS;
  }

  /** What departments say at the end of a day that they have told everything of. */
  public void complete(int today, Completeness each) {
    if (today < nation.firstDay() + FIRST_YEAR_DAYS) {
      return;
    }
    Set<String> cities = new TreeSet<>(nation.divisions().cities());
    cities.addAll(nation.stories().cities());
    for (String source : Sources.all()) {
      for (String city : cities) {
        each.complete(source, city, completeThrough(source, city, today));
      }
    }
  }

  /** The day of a month on which a city tells its batch: the second to the ninth. */
  private int batch(String source, String city, Month month) {
    return month.firstEpochDay() + 1 + (int) (8 * unit(Question.RHYTHM, source, city, 1));
  }

  /** The first month of the quarter after a month. */
  private static Month quarterAfter(Month month) {
    return month.plus(3 - month.index() % 3);
  }

  /** The silence in which a day lies, or null; by chance one starts in each five years at most. */
  private Silence silence(String source, String province, int day) {
    for (Silence silence : given) {
      if (silence.source().equals(source) && silence.covers(day)) {
        return silence;
      }
    }
    if (!nation.disorder().silences()) {
      return null;
    }
    double drawn = unit(Question.SILENCE, source, province, 0);
    int month = (int) (drawn * SILENCE_PER_MONTHS);
    if (month >= nation.months()) {
      return null;
    }
    int from = nation.month(month).firstEpochDay();
    int until =
        from + 20 + (int) ((LONGEST_SILENCE - 20) * unit(Question.SILENCE, source, province, 1));
    Silence drawnOne = new Silence(source, from, until);
    return drawnOne.covers(day) ? drawnOne : null;
  }

  private double unit(Question question, String source, String place, int which) {
    return chance.of(source.hashCode() * 31L + place.hashCode()).unit(question, which);
  }
}
