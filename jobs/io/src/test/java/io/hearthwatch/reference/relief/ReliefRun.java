package io.hearthwatch.reference.relief;

import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.relief.Addressees;
import io.hearthwatch.domain.relief.Basis;
import io.hearthwatch.domain.relief.Book;
import io.hearthwatch.domain.relief.Books;
import io.hearthwatch.domain.relief.Cell;
import io.hearthwatch.domain.relief.CellTally;
import io.hearthwatch.domain.relief.DisasterReports;
import io.hearthwatch.domain.relief.Figure;
import io.hearthwatch.domain.relief.HouseholdRelief;
import io.hearthwatch.domain.relief.RegionScheme;
import io.hearthwatch.domain.relief.ReliefLedger;
import io.hearthwatch.domain.relief.Tallies;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The steps of the assistance job one after the other, without Flink. */
public final class ReliefRun {

  public static final List<Integer> LEVELS = List.of(2, 4, 6, 9);
  public static final Books BOOKS = new Books(ZoneId.of("Asia/Shanghai"), Books.DEFAULT_CLOSING);

  private static final List<Figure> COUNTED =
      List.of(
          Figure.PERSON_TIMES,
          Figure.PERSONS,
          Figure.HOUSEHOLDS,
          Figure.GRANTED_FEN,
          Figure.PAID_FEN,
          Figure.TAKEN_IN,
          Figure.EXITS);

  private final RegionScheme scheme = new RegionScheme(LEVELS);
  private final HouseholdRelief ofHouseholds = HouseholdRelief.ofHouseholds(scheme, BOOKS);
  private final HouseholdRelief ofPersons = HouseholdRelief.ofPersons(scheme, BOOKS);
  private final Map<String, byte[]> households = new HashMap<>();
  private final Map<String, byte[]> persons = new HashMap<>();
  private final Map<Addressees.DisasterRegion, byte[]> reports = new HashMap<>();
  private final Map<Cell, CellTally> cells = new HashMap<>();

  /** Takes one version in. */
  public void take(HouseholdEvent event) {
    Tallies changes = new Tallies(scheme);
    ReliefLedger.Applied applied =
        ofHouseholds.step(ledger(households, event.householdId()), event, changes);
    if (applied.outcome() != ReliefLedger.Outcome.STORED) {
      return;
    }
    households.put(event.householdId(), applied.ledger().toBytes());
    List<HouseholdEvent> versions = applied.ledger().versionsOf(event.eventId());
    Addressees addressees = Addressees.of(versions);
    for (HouseholdEvent version : versions) {
      if (addressees.person()) {
        ReliefLedger.Applied known =
            ofPersons.step(ledger(persons, version.personId()), version, changes);
        persons.put(version.personId(), known.ledger().toBytes());
      }
      for (Addressees.DisasterRegion to : addressees.disasters()) {
        report(to, version, changes);
      }
    }
    changes.drain(
        (cell, change) ->
            cells.merge(
                cell,
                CellTally.ofBytes(change.toBytes()),
                (tally, more) -> {
                  CellTally sum = CellTally.ofBytes(tally.toBytes());
                  sum.add(more);
                  return sum;
                }));
  }

  private void report(Addressees.DisasterRegion to, HouseholdEvent version, Tallies changes) {
    DisasterReports.report(
        to.disasterId(),
        to.region(),
        version,
        scheme,
        region -> reports.get(new Addressees.DisasterRegion(to.disasterId(), region)),
        (region, bytes) ->
            reports.put(new Addressees.DisasterRegion(to.disasterId(), region), bytes),
        changes);
  }

  private static ReliefLedger ledger(Map<String, byte[]> of, String key) {
    byte[] known = of.get(key);
    return known == null ? null : ReliefLedger.ofBytes(known);
  }

  /** Every cell and what it came to. */
  public Map<Cell, CellTally> tallies() {
    return cells;
  }

  /** Every household and all that it was ever told. */
  public Map<String, ReliefLedger> ledgers() {
    Map<String, ReliefLedger> ledgers = new HashMap<>();
    households.forEach((id, bytes) -> ledgers.put(id, ReliefLedger.ofBytes(bytes)));
    return ledgers;
  }

  /** Every cell that is not 0, as {@link ReliefReference#cells} names them. */
  public Map<String, List<Long>> cells() {
    Map<String, List<Long>> found = new TreeMap<>();
    cells.forEach(
        (cell, tally) -> {
          for (Basis basis : Basis.values()) {
            if (cell.ofDisaster()) {
              ofDisaster(cell, basis, tally, found);
            } else {
              ofYear(cell, basis, tally, found);
            }
          }
        });
    return found;
  }

  private static void ofYear(
      Cell cell, Basis basis, CellTally tally, Map<String, List<Long>> found) {
    for (Book book : Book.values()) {
      for (int month = 1; month <= 12; month++) {
        int m = month;
        String name =
            String.join("|", book.name(), basis.name(), cell.region(), cell.programme())
                + String.format("|%s|%d-%02d", cell.cause(), cell.year(), month);
        put(
            name + "|month",
            COUNTED.stream().map(f -> tally.figure(m, basis, book, f)).toList(),
            found);
        put(
            name + "|year",
            COUNTED.stream().map(f -> tally.yearToDate(m, basis, book, f)).toList(),
            found);
      }
    }
  }

  private static void ofDisaster(
      Cell cell, Basis basis, CellTally tally, Map<String, List<Long>> found) {
    String name = String.join("|", cell.disasterId(), basis.name(), cell.region());
    put(
        name + "|counted",
        COUNTED.stream()
            .limit(5)
            .map(f -> tally.figure(Cell.NO_MONTH, basis, Book.NOW, f))
            .toList(),
        found);
    List<Figure> all = List.of(Figure.values());
    put(
        name + "|reported",
        all.subList(Figure.REPORTED_AFFECTED.ordinal(), all.size()).stream()
            .map(f -> tally.figure(Cell.NO_MONTH, basis, Book.NOW, f))
            .toList(),
        found);
  }

  private static void put(String name, List<Long> figures, Map<String, List<Long>> found) {
    if (figures.stream().anyMatch(figure -> figure != 0)) {
      found.put(name, figures);
    }
  }
}
