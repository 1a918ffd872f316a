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
      List<Counted> now = Counting.of(after.known(ReliefLedger.EVERYTHING));
      List<Counted> was = Counting.of(known.known(ReliefLedger.EVERYTHING));
      tallying.change(was, now, Book.NOW, 1, to);
      if (Counting.hasLate(known, books) || Counting.hasLate(after, books)) {
        tallying.change(was, now, Book.ADJUSTMENT, 1, to);
        tallying.change(
            Counting.booked(known, books), Counting.booked(after, books), Book.ADJUSTMENT, -1, to);
      }
    }
    return applied;
  }
}
