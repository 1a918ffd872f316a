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
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SimulationTest {

  private static final Month FIRST = Month.ofNumber(202211);
  private static final int MONTHS = 14;

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
