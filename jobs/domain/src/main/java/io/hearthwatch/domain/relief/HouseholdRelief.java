package io.hearthwatch.domain.relief;

import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.relief.ReliefLedger.Outcome;
import java.util.List;

/**
 * One version of one event comes to what a household (or a person) has: which figures change by it.
 * Pure: everything is derived from the set of versions before and after.
 */
public final class HouseholdRelief {

  private final Books books;
  private final Tallying tallying;

  private HouseholdRelief(Tallying.Who who, RegionScheme scheme, Books books) {
    this.books = books;
    tallying = new Tallying(who, scheme);
  }

  /** Counts what households get: person-times, money, households, classes. */
  public static HouseholdRelief ofHouseholds(RegionScheme scheme, Books books) {
    return new HouseholdRelief(Tallying.Who.HOUSEHOLD, scheme, books);
  }

  /** Counts people. */
  public static HouseholdRelief ofPersons(RegionScheme scheme, Books books) {
    return new HouseholdRelief(Tallying.Who.PERSON, scheme, books);
  }

  /**
   * Applies a version.
   *
   * @param before what was known, null for nothing
   * @param to takes the changes of figures
   */
  public ReliefLedger.Applied step(ReliefLedger before, HouseholdEvent event, Changes to) {
    ReliefLedger known = before == null ? ReliefLedger.empty() : before;
    ReliefLedger.Applied applied = known.apply(event);
    if (applied.outcome() == Outcome.STORED) {
      ReliefLedger after = applied.ledger();
      Touched touched = Touched.by(event, after);
      List<HouseholdEvent> now = after.known(ReliefLedger.EVERYTHING);
      List<HouseholdEvent> was = known.known(ReliefLedger.EVERYTHING);
      tallying.change(
          Counting.of(was, touched::changes),
          Counting.of(now, touched::changes),
          Counting.of(now, touched::standsBeside),
          Book.NOW,
          1,
          to);
      if (Counting.hasLate(known, books) || Counting.hasLate(after, books)) {
        adjust(was, now, known, after, to);
      }
    }
    return applied;
  }

  /** What is counted less what the books say: rare, and counted from all that there is. */
  private void adjust(
      List<HouseholdEvent> was,
      List<HouseholdEvent> now,
      ReliefLedger before,
      ReliefLedger after,
      Changes to) {
    tallying.change(Counting.of(was), Counting.of(now), List.of(), Book.ADJUSTMENT, 1, to);
    tallying.change(
        Counting.booked(before, books),
        Counting.booked(after, books),
        List.of(),
        Book.ADJUSTMENT,
        -1,
        to);
  }
}
