package io.hearthwatch.reference;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A random nation, the same for the same seed: households with all that departments tell of them,
 * what sources say of themselves, policy with a few changes, and the dates to ask about.
 *
 * @param events all versions by household, in the order in which they were drawn
 * @param asked dates by household: 14 month ends and a few days around thresholds
 * @param regions codes that become others in its time
 * @param closing the last month end; nothing happens or is reported after it
 */
public record Nation(
    long seed,
    Map<String, List<RawEvent>> events,
    Map<String, List<LocalDate>> asked,
    List<ParameterEntry> parameters,
    List<SourceSaid> completeness,
    List<RegionChange> regions,
    LocalDate closing) {

  /** Households of a nation unless said otherwise. */
  public static final int HOUSEHOLDS = 50;

  /**
   * Among them a county with its own lines, a city with a line given a year, a province's floor,
   * and a city that knows a way of its own into dibao.
   */
  static final List<String> REGIONS =
      List.of(
          "110101", "360733", "450902", "450902", "440106", "445102", "320102", "210202", "610102",
          "330106", "330106");

  private static final List<String> SOURCES =
      List.of(
          "civil-affairs",
          "human-resources",
          "finance",
          "medical-insurance",
          "education",
          "housing",
          "utilities",
          "emergency",
          "disabled-federation");

  private static final int MONTHS = 14;
  private static final int RETENTION_MONTHS = 36;
  private static final LocalDate BEGINNING = LocalDate.of(2000, 1, 1);

  /** Draws a nation; policy is what is committed, with changes of this nation. */
  public static Nation of(long seed, int households, List<ParameterEntry> policy) {
    Chance chance = new Chance(seed);
    YearMonth last = YearMonth.of(2024, 2).plusMonths(chance.below(20));
    LocalDate closing = last.atEndOfMonth();
    List<LocalDate> monthEnds = new ArrayList<>();
    for (int back = MONTHS - 1; back >= 0; back--) {
      monthEnds.add(last.minusMonths(back).atEndOfMonth());
    }
    List<ParameterEntry> parameters = new ArrayList<>(policy);
    changePolicy(parameters, monthEnds, chance.split());
    List<SourceSaid> completeness = completeness(monthEnds, chance.split());
    Map<String, List<RawEvent>> events = new LinkedHashMap<>();
    Map<String, List<LocalDate>> asked = new LinkedHashMap<>();
    for (int i = 0; i < households; i++) {
      Chance own = chance.split();
      String id = "n%d-h%d".formatted(seed, i);
      List<LocalDate> dates = dates(monthEnds, own);
      LocalDate first = closing.minusMonths(RETENTION_MONTHS);
      Sketch home = new Sketch(id, own.pick(REGIONS), new Sketch.Times(first, closing), dates, own);
      Aims aims = new Aims(parameters);
      new Life(home, aims).draw();
      // What comes last is aimed best, for it knows all the rest.
      List<Runnable> fates = new ArrayList<>();
      for (int some = own.between(1, 5); some > 0; some--) {
        fates.add(() -> new Fates(new Moment(home, aims, completeness)).befall());
      }
      int moreAt = own.percent(50) ? 0 : fates.size();
      for (int some = own.between(2, 7); some > 0; some--) {
        fates.add(moreAt, () -> befallMore(new Moment(home, aims, completeness)));
      }
      fates.forEach(Runnable::run);
      new FatesOfVisits(new Moment(home, aims, completeness)).befall();
      Versions versions = new Versions(id, first, closing, own);
      home.facts.forEach(versions::tell);
      events.put(id, versions.told());
      asked.put(id, dates);
    }
    List<RegionChange> regions = regions(monthEnds, new Chance(-seed));
    return new Nation(seed, events, asked, parameters, completeness, regions, closing);
  }

  private static void befallMore(Moment moment) {
    switch (moment.chance.below(10)) {
      case 0, 1, 2 -> new FatesOfMembers(moment).befall();
      case 3, 4 -> new FatesOfHomes(moment).befall();
      case 5, 6, 7 -> new FatesOfMoney(moment).befall();
      default -> new FatesOfClasses(moment).befall();
    }
  }

  /** All versions of all households as lines of JSON. */
  Stream<String> jsonLines() {
    return events.values().stream().flatMap(List::stream).map(RawEvent::toJsonLine);
  }

  private static List<LocalDate> dates(List<LocalDate> monthEnds, Chance chance) {
    TreeSet<LocalDate> dates = new TreeSet<>(monthEnds);
    LocalDate first = monthEnds.get(0);
    LocalDate last = monthEnds.get(monthEnds.size() - 1);
    for (int i = 0; i < 4; i++) {
      LocalDate month = chance.pick(monthEnds);
      dates.add(month.withDayOfMonth(chance.pick(1, 14, 14, 15, 15, 16, 28)));
    }
    dates.add(chance.within(first, last));
    dates.add(chance.pick(monthEnds).withDayOfMonth(chance.pick(9, 10, 10, 11)));
    return List.copyOf(dates.headSet(last, true));
  }

  /** Lines that change within the time, one given a year, and now and then one that ends. */
  private static void changePolicy(
      List<ParameterEntry> parameters, List<LocalDate> monthEnds, Chance chance) {
    LocalDate change = chance.pick(monthEnds).plusDays(chance.between(-1, 1));
    ParameterEntry line =
        ParameterEntry.number(
            "dibao-line-urban", "fen", "1101", change, chance.between(50_000L, 99_000L));
    parameters.add(line);
    parameters.add(line.endedOn(change.plusDays(chance.between(1, 120))));
    parameters.add(ParameterEntry.yearly("dibao-line-urban", "6101", BEGINNING, 901_200));
    parameters.add(ParameterEntry.number("temporary-relief-days", "days", "11", change, 7));
    ParameterEntry sources =
        new ParameterEntry(
            "income-sources", "codes", "32", BEGINNING, null, false, null, List.of("finance"));
    parameters.add(sources);
    for (int ended = chance.below(3); ended > 0; ended--) {
      end(parameters, chance.pick(monthEnds).plusDays(chance.between(-1, 1)), chance);
    }
  }

  /** Ends a parameter everywhere it holds for the whole nation; half the time it comes back. */
  private static void end(List<ParameterEntry> parameters, LocalDate day, Chance chance) {
    String id =
        chance.pick(
            parameters.stream()
                .map(ParameterEntry::parameter)
                .filter(name -> !name.startsWith("visit-") && !name.startsWith("case-"))
                .distinct()
                .toList());
    ParameterEntry national =
        parameters.stream()
            .filter(entry -> entry.parameter().equals(id) && entry.regionPrefix().isEmpty())
            .reduce((earlier, later) -> later)
            .orElseThrow();
    if (national.from().isBefore(day)) { // nothing is said twice for one day
      parameters.add(national.endedOn(day));
      if (chance.percent(50)) {
        parameters.add(national.over("", day.plusDays(chance.between(20, 150))));
      }
    }
  }

  /**
   * A county becomes a district of a city, the whole city then or before that part of another; of
   * two changes on one day one is of a county in the other's city, or that county left it just
   * before. Fates do not aim at them.
   */
  private static List<RegionChange> regions(List<LocalDate> monthEnds, Chance chance) {
    List<RegionChange> changes = new ArrayList<>();
    if (chance.percent(60)) {
      LocalDate merger = chance.pick(monthEnds).plusDays(chance.between(-1, 1));
      changes.add(new RegionChange(merger, "445102", "440199"));
      changes.add(new RegionChange(merger.plusDays(chance.pick(-40, -1, 1, 40)), "4401", "6101"));
    }
    if (chance.percent(60)) {
      LocalDate merger = chance.pick(monthEnds).plusDays(chance.between(-1, 1));
      changes.add(new RegionChange(merger, "3607", "1101"));
      if (chance.percent(50)) {
        changes.add(new RegionChange(merger, "360733", "210299"));
      }
    }
    if (chance.percent(30)) {
      changes.add(new RegionChange(chance.pick(monthEnds), "3201", "4509"));
    }
    if (chance.percent(50) && changes.stream().noneMatch(c -> c.was().equals("360733"))) {
      changes.stream()
          .filter(change -> change.was().equals("3607"))
          .map(city -> city.from().minusDays(chance.pick(1, 40)))
          .findFirst()
          .ifPresent(before -> changes.add(new RegionChange(before, "360733", "450902")));
    }
    return changes;
  }

  private static List<SourceSaid> completeness(List<LocalDate> monthEnds, Chance chance) {
    List<SourceSaid> said = new ArrayList<>();
    for (String source : SOURCES) {
      for (String prefix : List.of("", "11", "3607", "450902", "44", "4401", "32", "21", "6101")) {
        for (int times = chance.pick(0, 1, 1, 2); times > 0; times--) {
          LocalDate month = chance.pick(monthEnds);
          said.add(
              new SourceSaid(
                  source,
                  prefix,
                  chance.percent(30)
                      ? monthEnds.get(monthEnds.size() - 1)
                      : lastComplete(month, chance)));
        }
      }
    }
    said.add(new SourceSaid("civil-affairs", "2", chance.pick(monthEnds)));
    return said;
  }

  /** Around the days of a month on which something is due. */
  private static LocalDate lastComplete(LocalDate monthEnd, Chance chance) {
    return chance.percent(25)
        ? monthEnd.plusDays(chance.between(-1, 1))
        : monthEnd.withDayOfMonth(chance.pick(1, 9, 10, 13, 14, 14, 15, 16, 28));
  }
}
