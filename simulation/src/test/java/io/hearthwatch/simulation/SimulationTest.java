package io.hearthwatch.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.domain.household.EventKind;
import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.Month;
import io.hearthwatch.domain.household.Sources;
import io.hearthwatch.domain.household.body.DisasterImpact;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SimulationTest {

  private static final Month FIRST = Month.ofNumber(202211);
  private static final int MONTHS = 14;
  private static final int SOME = 10;
  private static final int MUCH = 200;

  @Test
  void twoRunsOfOneSeedAreTheSameInEveryLane() throws Exception {
    Counted one = told(nation(7, 2_000, Disorder.USUAL), 2, 31);
    Counted other = told(nation(7, 2_000, Disorder.USUAL), 2, 31);
    assertThat(one.lane(0)).isNotEmpty().isEqualTo(other.lane(0));
    assertThat(one.lane(1)).isNotEmpty().isEqualTo(other.lane(1));
  }

  /** What is told does not depend on how many days are told at a time, nor on lanes. */
  @Test
  void daysMayBeToldOneByOne() throws Exception {
    Counted months = told(nation(7, 300, Disorder.USUAL), 2, 31);
    Counted days = told(nation(7, 300, Disorder.USUAL), 1, 1);
    assertThat(sorted(days.all())).isEqualTo(sorted(months.all()));
  }

  @Test
  void anotherSeedHasOtherNumbersOfTheSameKind() throws Exception {
    List<HouseholdEvent> one = told(nation(7, 2_000, Disorder.USUAL), 1, 31).all();
    List<HouseholdEvent> other = told(nation(8, 2_000, Disorder.USUAL), 1, 31).all();
    assertThat(other).isNotEqualTo(one);
    assertThat((double) other.size() / one.size()).isBetween(0.95, 1.05);
    assertThat(ofAnotherKind(types(one), types(other))).isEmpty();
  }

  /** Red twin: the first months of a nation are of another kind, for they tell who lives there. */
  @Test
  void anotherMixOfEventsIsSeen() throws Exception {
    Nation nation = nation(7, 2_000, Disorder.USUAL);
    List<HouseholdEvent> all = told(nation, 1, 31).all();
    long end = FIRST.plus(3).firstEpochDay() * 86_400_000L;
    List<HouseholdEvent> months = all.stream().filter(event -> event.reportedAt() < end).toList();
    assertThat(ofAnotherKind(types(all), types(months)))
        .contains(EventType.HOUSEHOLD_REGISTERED, EventType.MEMBER_JOINED);
  }

  @Test
  void anotherSeedHasHardshipsOfTheSameCauses() {
    Map<String, Long> one = causes(nation(7, 10_000, Disorder.USUAL));
    Map<String, Long> other = causes(nation(8, 10_000, Disorder.USUAL));
    System.out.println(one + " " + other);
    assertThat(ofAnotherKind(one, other)).isEmpty();
  }

  /** Without reports of disasters: those are of a few floods, and how many is chance. */
  private static Map<EventType, Long> types(List<HouseholdEvent> told) {
    return told.stream()
        .filter(event -> !event.householdId().startsWith("story-"))
        .filter(event -> event.type() != EventType.DISASTER_REPORTED)
        .collect(Collectors.groupingBy(HouseholdEvent::type, Collectors.counting()));
  }

  private static Map<String, Long> causes(Nation nation) {
    return LongStream.range(0, nation.households())
        .boxed()
        .flatMap(number -> nation.life(number).hardships().stream())
        .collect(Collectors.groupingBy(Hardship::cause, Collectors.counting()));
  }

  /**
   * What makes up another share of the whole: by more than a fifth where there is much of it; of
   * what there is some of, none at all.
   */
  private static <T> Set<T> ofAnotherKind(Map<T, Long> one, Map<T, Long> other) {
    double times = (double) sum(other) / sum(one);
    Set<T> all = new HashSet<>(one.keySet());
    all.addAll(other.keySet());
    all.removeIf(
        of -> {
          double here = one.getOrDefault(of, 0L) * times;
          double there = other.getOrDefault(of, 0L);
          return Math.max(here, there) < SOME
              || Math.min(here, there) > 0
                  && (Math.min(here, there) < MUCH || Math.abs(there / here - 1) < 0.2);
        });
    return all;
  }

  private static long sum(Map<?, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  @Test
  void everyBodyOccurs() throws Exception {
    Counted told = told(nation(1, 20_000, Disorder.USUAL), 1, 31);
    System.out.println(told.byType());
    System.out.printf("%,d events of 20,000 households in %d months%n", told.all().size(), MONTHS);
    assertThat(told.byType().keySet()).containsExactly(EventType.values());
  }

  @Test
  void departmentsTellOnlyWhatIsTheirs() throws Exception {
    assertThat(told(nation(2, 3_000, Disorder.USUAL), 1, 31).all())
        .allMatch(event -> Sources.fits(event.source(), event.type()));
  }

  /** Nothing is told before it happened. */
  @Test
  void departmentsLookBack() throws Exception {
    assertThat(told(nation(2, 3_000, Disorder.USUAL), 1, 31).all())
        .allMatch(event -> event.occurredOn() <= Math.floorDiv(event.reportedAt(), 86_400_000L));
  }

  @Test
  void withoutDisorderEachIsToldOnce() throws Exception {
    List<HouseholdEvent> drawn =
        told(nation(3, 3_000, Disorder.NONE), 1, 31).all().stream()
            .filter(event -> !event.householdId().startsWith("story-"))
            .toList();
    Set<Object> ids = new HashSet<>();
    assertThat(drawn)
        .allMatch(event -> event.kind() == EventKind.NOTIFY)
        .allMatch(event -> ids.add(event.eventId()));
  }

  /** Red twin of the one before: disorder is seen. */
  @Test
  void disorderBringsCorrectionsVoidsAndRepeats() throws Exception {
    Counted told = told(nation(3, 3_000, Disorder.USUAL), 1, 31);
    assertThat(told.of(EventKind.CORRECT)).isPositive();
    assertThat(told.of(EventKind.VOID)).isPositive();
    assertThat(new HashSet<>(told.all()).size()).isLessThan(told.all().size());
  }

  /**
   * What a department calls complete it has told, unless it lost it or was late beyond its rhythm.
   */
  @Test
  void completeIsComplete() throws Exception {
    assertThat(toldAfterItWasComplete(new Disorder(0, 0, 0, 0, 0, true, true))).isEmpty();
  }

  /** Red twin: with late reports it is seen. */
  @Test
  void lateReportsBreakWhatWasCalledComplete() throws Exception {
    assertThat(toldAfterItWasComplete(new Disorder(0, 0.05, 0, 0, 0, true, true))).isNotEmpty();
  }

  private static List<HouseholdEvent> toldAfterItWasComplete(Disorder disorder) throws Exception {
    Nation nation = nation(4, 3_000, disorder);
    return told(nation, 1, 31).all().stream()
        .filter(event -> event.occurredOn() >= nation.firstDay())
        .filter(
            event -> {
              int told = (int) Math.floorDiv(event.reportedAt(), 86_400_000L);
              String city = event.registeredRegion().substring(0, 4);
              return nation.departments().completeThrough(event.source(), city, told - 1)
                  >= event.occurredOn();
            })
        .toList();
  }

  /** A flood that was ordered comes. */
  @Test
  void aGivenFloodStrikes() throws Exception {
    int day = FIRST.plus(2).firstEpochDay();
    Nation nation =
        new Nation(
            5,
            1_000,
            FIRST,
            MONTHS,
            "360733",
            Disorder.NONE,
            new Given(List.of(new Flood("flood-test", "3607", day, 0.1)), List.of()));
    Counted told = told(nation, 1, 31);
    assertThat(told.all())
        .filteredOn(
            event ->
                event.body() instanceof DisasterImpact impact
                    && impact.disasterId().equals("flood-test"))
        .hasSizeBetween(60, 140)
        .allMatch(event -> event.occurredOn() == day);
  }

  @Test
  void someAreInHardshipAndMostAreNot() throws Exception {
    Nation nation = nation(1, 5_000, Disorder.USUAL);
    StringWriter hardships = new StringWriter();
    new Truth(nation).writeHardships(hardships);
    String[] rows = hardships.toString().split("\n");
    System.out.printf("%d hardships of 5,000 households%n", rows.length - 1);
    System.out.println(
        Arrays.stream(rows)
            .skip(1)
            .collect(Collectors.groupingBy(row -> row.split(",")[2], Collectors.counting())));
    assertThat(rows.length).isBetween(200, 2_000);
  }

  private static Nation nation(long seed, long households, Disorder disorder) {
    return new Nation(seed, households, FIRST, MONTHS, "", disorder, Given.NOTHING);
  }

  private static Counted told(Nation nation, int lanes, int days)
      throws InterruptedException, IOException {
    Counted told = new Counted(lanes);
    try (Simulation simulation = new Simulation(nation, told)) {
      for (int day = nation.firstDay(); day <= nation.lastDay(); day += days) {
        simulation.tell(day, Math.min(day + days, nation.lastDay() + 1));
      }
    }
    return told;
  }

  private static List<HouseholdEvent> sorted(List<HouseholdEvent> events) {
    return events.stream()
        .sorted(
            Comparator.comparing(HouseholdEvent::householdId)
                .thenComparingLong(event -> event.eventId().high())
                .thenComparingInt(HouseholdEvent::revision))
        .toList();
  }
}
