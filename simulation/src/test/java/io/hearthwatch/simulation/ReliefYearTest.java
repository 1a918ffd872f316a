package io.hearthwatch.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.hearthwatch.domain.household.EventId;
import io.hearthwatch.domain.household.EventKind;
import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.Month;
import io.hearthwatch.domain.household.body.GrantApproved;
import io.hearthwatch.domain.household.body.PaymentMade;
import io.hearthwatch.simulation.ReliefYear.Mishaps;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A year that comes to known totals proves something only if much goes wrong on the way to them. So
 * what is told is counted here, without the jobs: once as it was told, once as it stands.
 */
class ReliefYearTest {

  private static final int YEAR = 2023;
  private static final int LANES = 3;
  private static final int PERSON_TIMES = 20_000;

  /** No round number: shares must be rounded to the fen. */
  private static final long FUNDS_FEN = 962_145_107;

  /** Half a percentage point; chance alone moves so many grants by an eighth of one. */
  private static final double TOLERANCE = 0.005;

  private static final Mishaps NONE = new Mishaps(0, 0, 0);

  @ParameterizedTest
  @ValueSource(longs = {1, 7})
  void asMuchGoesWrongAsUsual(long seed) {
    asMuchGoesWrongAsUsual(told(seed, Mishaps.USUAL).all());
  }

  /** Red twin: a year in which nothing goes wrong is no usual one. */
  @ParameterizedTest
  @ValueSource(longs = {1, 7})
  void withoutMishapsNothingGoesWrong(long seed) {
    List<HouseholdEvent> told = told(seed, NONE).all();
    assertThat(told).allMatch(event -> event.kind() == EventKind.NOTIFY);
    assertThat(ids(told)).hasSameSizeAs(told);
    assertThatThrownBy(() -> asMuchGoesWrongAsUsual(told)).isInstanceOf(AssertionError.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7})
  void whatStandsComesToTheTotals(long seed) {
    comesToTheTotals(standing(told(seed, Mishaps.USUAL).all()));
    comesToTheTotals(standing(told(seed, NONE).all()));
  }

  /** Red twin: whoever counts all that was told, or what was taken back, has more. */
  @Test
  void whatWasToldDoesNot() {
    List<HouseholdEvent> told = told(1, Mishaps.USUAL).all();
    assertThatThrownBy(() -> comesToTheTotals(told)).isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> comesToTheTotals(newest(told))).isInstanceOf(AssertionError.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7})
  void everyProvinceIsTold(long seed) {
    Set<String> provinces =
        told(seed, Mishaps.USUAL).all().stream()
            .map(event -> event.registeredRegion().substring(0, 2))
            .collect(Collectors.toSet());
    assertThat(provinces)
        .containsExactlyInAnyOrderElementsOf(
            Divisions.rows("provinces.csv").stream().map(province -> province[0]).toList())
        .hasSize(31);
  }

  @Test
  void everyLaneTellsOfItsOwn() {
    Counted told = told(1, Mishaps.USUAL);
    for (int lane = 0; lane < LANES; lane++) {
      int its = lane;
      assertThat(told.lane(its)).isNotEmpty().allMatch(e -> told.lane(e.householdId()) == its);
    }
  }

  private static void asMuchGoesWrongAsUsual(List<HouseholdEvent> told) {
    Set<HouseholdEvent> once = new HashSet<>(told);
    isAbout("all records told twice", told.size() - once.size(), once.size(), 0.05);
    int voided = ids(once, EventType.GRANT_APPROVED, EventKind.VOID).size();
    int grants = ids(once, EventType.GRANT_APPROVED, EventKind.NOTIFY).size();
    isAbout("other grants that nobody was given", voided, grants - voided, 0.03);
    for (EventType type : List.of(EventType.GRANT_APPROVED, EventType.PAYMENT_MADE)) {
      int corrected = ids(once, type, EventKind.CORRECT).size();
      isAbout(type + " told wrongly", corrected, ids(once, type, EventKind.NOTIFY).size(), 0.02);
    }
    assertThat(wrongly(once)).isEqualTo(ids(once, null, EventKind.CORRECT));
  }

  private static void isAbout(String what, int some, int all, double share) {
    assertThat((double) some / all).as(what).isCloseTo(share, within(TOLERANCE));
  }

  /** First told as ten times what it was. */
  private static Set<EventId> wrongly(Collection<HouseholdEvent> once) {
    Map<EventId, Long> first = new HashMap<>();
    once.stream()
        .filter(event -> event.kind() == EventKind.NOTIFY)
        .forEach(event -> first.put(event.eventId(), fen(event)));
    return ids(
        once.stream()
            .filter(event -> event.kind() == EventKind.CORRECT)
            .filter(event -> first.get(event.eventId()) == 10 * fen(event))
            .toList());
  }

  /** To the fen, and all of it within the year. */
  private static void comesToTheTotals(Collection<HouseholdEvent> events) {
    assertThat(of(events, EventType.GRANT_APPROVED)).hasSize(PERSON_TIMES);
    assertThat(sum(events, EventType.GRANT_APPROVED)).as("granted").isEqualTo(FUNDS_FEN);
    assertThat(sum(events, EventType.PAYMENT_MADE)).as("paid").isEqualTo(FUNDS_FEN);
    assertThat(events)
        .allMatch(event -> LocalDate.ofEpochDay(event.occurredOn()).getYear() == YEAR)
        .allMatch(event -> fen(event) > 0);
  }

  /** What nobody took back. */
  private static Collection<HouseholdEvent> standing(List<HouseholdEvent> told) {
    return newest(told).stream().filter(event -> event.kind() != EventKind.VOID).toList();
  }

  /** The highest revision of each. */
  private static Collection<HouseholdEvent> newest(List<HouseholdEvent> told) {
    Map<EventId, HouseholdEvent> newest = new HashMap<>();
    for (HouseholdEvent event : told) {
      newest.merge(
          event.eventId(), event, (one, two) -> two.revision() > one.revision() ? two : one);
    }
    return newest.values();
  }

  private static Set<EventId> ids(
      Collection<HouseholdEvent> events, EventType type, EventKind kind) {
    return ids(
        events.stream()
            .filter(event -> type == null || event.type() == type)
            .filter(event -> event.kind() == kind)
            .toList());
  }

  private static Set<EventId> ids(Collection<HouseholdEvent> events) {
    return events.stream().map(HouseholdEvent::eventId).collect(Collectors.toSet());
  }

  private static List<HouseholdEvent> of(Collection<HouseholdEvent> events, EventType type) {
    return events.stream().filter(event -> event.type() == type).toList();
  }

  private static long sum(Collection<HouseholdEvent> events, EventType type) {
    return of(events, type).stream().mapToLong(ReliefYearTest::fen).sum();
  }

  private static long fen(HouseholdEvent event) {
    return event.body() instanceof GrantApproved grant
        ? grant.amountFen()
        : ((PaymentMade) event.body()).amountFen();
  }

  private static Counted told(long seed, Mishaps mishaps) {
    ReliefYear year = new ReliefYear(seed, YEAR, PERSON_TIMES, FUNDS_FEN, mishaps);
    Counted told = new Counted(LANES);
    for (Month month = year.firstMonth();
        month.index() <= year.lastMonth().index();
        month = month.plus(1)) {
      for (int lane = 0; lane < LANES; lane++) {
        year.tell(month, lane, told);
      }
    }
    return told;
  }
}
