package io.hearthwatch.domain.relief;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.body.VisitDone;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What one grant more, one less, one otherwise does to the figures; counted by hand. */
class HouseholdReliefTest {

  private static final String ALL = RegionScheme.ALL;
  private static final int MAY = 5;
  private static final RegionScheme SCHEME = new RegionScheme(List.of(2, 4, 6, 9));
  private static final Books BOOKS = new Books(ZoneId.of("Asia/Shanghai"), Books.DEFAULT_CLOSING);
  private static final HouseholdEvent IN_ONE_COUNTY =
      Grants.grant(1, "360823", "2023-05-03", 20_000);
  private static final HouseholdEvent IN_ANOTHER = Grants.grant(2, "360825", "2023-05-20", 5_000);

  @Test
  void whoIsHelpedInTwoCountiesIsOnePersonOfTheProvince() {
    Map<Cell, CellTally> cells = people(IN_ONE_COUNTY, IN_ANOTHER);
    assertThat(persons(cells, "360823")).isOne();
    assertThat(persons(cells, "360825")).isOne();
    assertThat(persons(cells, "36")).isOne();
    assertThat(persons(cells, ALL)).isOne();
  }

  @Test
  void andStaysOneWhenOneOfTheTwoGrantsIsVoided() {
    Map<Cell, CellTally> cells = people(IN_ONE_COUNTY, IN_ANOTHER, Grants.voided(IN_ONE_COUNTY));
    assertThat(persons(cells, "360823")).isZero();
    assertThat(persons(cells, "360825")).isOne();
    assertThat(persons(cells, "36")).isOne();
  }

  @Test
  void andIsNoneWhenBothAre() {
    Map<Cell, CellTally> cells =
        people(Grants.voided(IN_ANOTHER), IN_ONE_COUNTY, IN_ANOTHER, Grants.voided(IN_ONE_COUNTY));
    assertThat(persons(cells, "36")).isZero();
  }

  /** One id that two households name: one of them is barred from it, the other's stands. */
  @Test
  void whatAHouseholdIsBarredFromTakesNobodyAway() {
    HouseholdEvent misfiled = Grants.by("household-2", IN_ONE_COUNTY);
    for (List<HouseholdEvent> order :
        List.of(
            List.of(IN_ONE_COUNTY, misfiled, misfiled.barring()),
            List.of(misfiled.barring(), IN_ONE_COUNTY, misfiled),
            List.of(misfiled, misfiled.barring(), IN_ONE_COUNTY))) {
      Map<Cell, CellTally> cells = people(order.toArray(HouseholdEvent[]::new));
      assertThat(persons(cells, "360823")).isOne();
      assertThat(persons(cells, ALL)).isOne();
    }
  }

  @Test
  void aVoidTakesThePersonTimeAndTheMoney() {
    Map<Cell, CellTally> cells =
        households(IN_ONE_COUNTY, IN_ANOTHER, Grants.voided(IN_ONE_COUNTY));
    assertThat(figure(cells, "36", MAY, Book.NOW, Figure.PERSON_TIMES)).isOne();
    assertThat(figure(cells, "36", MAY, Book.NOW, Figure.GRANTED_FEN)).isEqualTo(5_000);
    assertThat(figure(cells, "36", MAY, Book.NOW, Figure.HOUSEHOLDS)).isOne();
  }

  @Test
  void inTheYearAPersonCountsWithTheFirstGrant() {
    HouseholdEvent february = Grants.grant(3, "360823", "2023-02-01", 1_000);
    CellTally tally = people(IN_ONE_COUNTY, february).get(Cell.ofYear("36", ALL, ALL, 2023));
    assertThat(tally.yearToDate(1, Basis.HELPED, Book.NOW, Figure.PERSONS)).isZero();
    assertThat(tally.yearToDate(2, Basis.HELPED, Book.NOW, Figure.PERSONS)).isOne();
    assertThat(tally.yearToDate(12, Basis.HELPED, Book.NOW, Figure.PERSONS)).isOne();
  }

  /** The last day of the books of 2023 is 31 March 2024, in Beijing. */
  @Test
  void aCorrectionAfterTheClosingOfTheBooksIsAnAdjustment() {
    HouseholdEvent inTime = Grants.corrected(IN_ONE_COUNTY, "2024-03-31", 30_000);
    Map<Cell, CellTally> cells = households(IN_ONE_COUNTY, inTime);
    assertThat(figure(cells, "36", MAY, Book.NOW, Figure.GRANTED_FEN)).isEqualTo(30_000);
    assertThat(figure(cells, "36", MAY, Book.ADJUSTMENT, Figure.GRANTED_FEN)).isZero();

    HouseholdEvent late = Grants.corrected(IN_ONE_COUNTY, "2024-04-01", 30_000);
    cells = households(IN_ONE_COUNTY, late);
    assertThat(figure(cells, "36", MAY, Book.NOW, Figure.GRANTED_FEN)).isEqualTo(30_000);
    assertThat(figure(cells, "36", MAY, Book.ADJUSTMENT, Figure.GRANTED_FEN)).isEqualTo(10_000);
    assertThat(figure(cells, "36", MAY, Book.ADJUSTMENT, Figure.PERSON_TIMES)).isZero();
  }

  @Test
  void aDisasterCountsAsAWhole() {
    HouseholdEvent june = Grants.grant(4, "360823", "2023-06-01", 1_000);
    CellTally tally = people(IN_ONE_COUNTY, june).get(Cell.ofDisaster("flood-1", "3608"));
    assertThat(tally.figure(Cell.NO_MONTH, Basis.HELPED, Book.NOW, Figure.PERSONS)).isOne();
  }

  @Test
  void aGrantThatWasSomethingElseAfterAllCountsNothing() {
    HouseholdEvent visit =
        Grants.corrected(IN_ONE_COUNTY, new VisitDone("case-1", "confirmed", null));
    for (List<HouseholdEvent> order :
        List.of(List.of(IN_ONE_COUNTY, visit), List.of(visit, IN_ONE_COUNTY))) {
      Map<Cell, CellTally> cells = households(order.toArray(HouseholdEvent[]::new));
      assertThat(figure(cells, ALL, MAY, Book.NOW, Figure.PERSON_TIMES)).isZero();
      assertThat(figure(cells, ALL, MAY, Book.NOW, Figure.GRANTED_FEN)).isZero();
    }
  }

  /** What goes on from a savepoint may have said before what it takes back in the same breath. */
  @Test
  void changesThatComeToNothingAreGivenAwayToo() {
    Tallies changes = new Tallies(SCHEME);
    HouseholdRelief relief = HouseholdRelief.ofHouseholds(SCHEME, BOOKS);
    ReliefLedger ledger = relief.step(null, IN_ONE_COUNTY, changes).ledger();
    relief.step(ledger, Grants.voided(IN_ONE_COUNTY), changes);
    Map<Cell, CellTally> cells = new HashMap<>();
    changes.drain(cells::put);
    for (String region : List.of("360823", "3608", "36", ALL)) {
      assertThat(cells.get(Cell.ofYear(region, ALL, ALL, 2023))).as(region).isNotNull();
      assertThat(figure(cells, region, MAY, Book.NOW, Figure.PERSON_TIMES)).isZero();
    }
  }

  /** USA is two levels below ALL by its digits, and one above its states. */
  @Test
  void whoIsHelpedInANationAndInAStateOfItIsOnePersonThere() {
    Map<Cell, CellTally> cells =
        people(
            Grants.grant(1, "USA", "2023-05-03", 20_000),
            Grants.grant(2, "USA.TX", "2023-05-20", 5_000));
    assertThat(persons(cells, "USA.TX")).isOne();
    assertThat(persons(cells, "USA")).isOne();
    assertThat(persons(cells, ALL)).isOne();
  }

  private static Map<Cell, CellTally> people(HouseholdEvent... events) {
    return cells(HouseholdRelief.ofPersons(SCHEME, BOOKS), events);
  }

  private static Map<Cell, CellTally> households(HouseholdEvent... events) {
    return cells(HouseholdRelief.ofHouseholds(SCHEME, BOOKS), events);
  }

  private static Map<Cell, CellTally> cells(HouseholdRelief relief, HouseholdEvent... events) {
    Map<Cell, CellTally> cells = new HashMap<>();
    ReliefLedger ledger = null;
    for (HouseholdEvent event : new ArrayList<>(List.of(events))) {
      Tallies changes = new Tallies(SCHEME);
      ledger = relief.step(ledger, event, changes).ledger();
      changes.drain(
          (cell, change) ->
              cells.merge(
                  cell,
                  change,
                  (sum, more) -> {
                    sum.add(more);
                    return sum;
                  }));
    }
    return cells;
  }

  private static long persons(Map<Cell, CellTally> cells, String region) {
    return figure(cells, region, MAY, Book.NOW, Figure.PERSONS);
  }

  private static long figure(
      Map<Cell, CellTally> cells, String region, int month, Book book, Figure figure) {
    CellTally tally = cells.get(Cell.ofYear(region, ALL, ALL, 2023));
    return tally == null ? 0 : tally.figure(month, Basis.HELPED, book, figure);
  }
}
