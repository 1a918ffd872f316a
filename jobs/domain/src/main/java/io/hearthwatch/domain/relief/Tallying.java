package io.hearthwatch.domain.relief;

import io.hearthwatch.domain.relief.Changes.Reach;
import io.hearthwatch.domain.relief.Counted.What;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns a change of what is counted into changes of cells: in each region from the nation down, for
 * its programme and all, for its cause and all. Person-times and money are added; a person or
 * household is one where its grants in a cell go from none to some, and none where they go back.
 */
final class Tallying {

  /** Whose grants are distinguished. */
  enum Who {
    /** All that a household got: money, person-times, households. */
    HOUSEHOLD(Figure.HOUSEHOLDS, Figure.FIRST_HOUSEHOLDS),
    /** All that a person got, in whatever households: people, and nothing else. */
    PERSON(Figure.PERSONS, Figure.FIRST_PERSONS);

    private final Figure distinct;
    private final Figure first;

    Who(Figure distinct, Figure first) {
      this.distinct = distinct;
      this.first = first;
    }
  }

  private static final int NONE = Integer.MAX_VALUE;

  /**
   * What other grants there are in a cell.
   *
   * @param sameMonth whether one is of the same month
   * @param earliest month of the year, or {@link #NONE}
   */
  private record Beside(boolean sameMonth, int earliest) {}

  private final Who who;
  private final RegionScheme scheme;

  Tallying(Who who, RegionScheme scheme) {
    this.who = who;
    this.scheme = scheme;
  }

  /**
   * Adds the difference between two states of one household or person.
   *
   * @param beside what counts in both, where it is known that it does
   * @param sign 1, or -1 to take it away
   */
  void change(
      List<Counted> before,
      List<Counted> after,
      List<Counted> beside,
      Book book,
      int sign,
      Changes to) {
    List<Counted> added = new ArrayList<>(after);
    List<Counted> removed = new ArrayList<>();
    for (Counted counted : before) {
      if (!added.remove(counted)) {
        removed.add(counted);
      }
    }
    if (added.isEmpty() && removed.isEmpty()) {
      return;
    }
    boolean home = allAtHome(before) && allAtHome(after) && allAtHome(beside);
    for (Basis basis : home ? List.of(Basis.HELPED) : List.of(Basis.values())) {
      List<Counted> others = new ArrayList<>(beside);
      others.addAll(before);
      Change change = new Change(book, home ? null : basis, basis, to);
      for (Counted counted : removed) {
        others.remove(counted);
        change.of(counted, others, -sign);
      }
      for (Counted counted : added) {
        change.of(counted, others, sign);
        others.add(counted);
      }
    }
  }

  private static boolean allAtHome(List<Counted> some) {
    for (Counted counted : some) {
      if (!counted.atHome()) {
        return false;
      }
    }
    return true;
  }

  /** Changes in one book by one basis; null where both are the same. */
  private final class Change {
    private final Book book;
    private final Basis into;
    private final Basis by;
    private final Changes to;

    Change(Book book, Basis into, Basis by, Changes to) {
      this.book = book;
      this.into = into;
      this.by = by;
      this.to = to;
    }

    /**
     * One thing comes to the others, or leaves them. Nearly always all cells that it lies in change
     * alike, for the household has one programme in one place.
     */
    void of(Counted counted, List<Counted> others, int sign) {
      if (who == Who.PERSON && counted.what() != What.GRANT) {
        return;
      }
      List<String> levels = scheme.levels(counted.region(by));
      String region = levels.get(levels.size() - 1);
      change(
          Cell.ofYear(region, counted.programme(), counted.cause(), counted.year()),
          counted.monthOfYear(),
          levels,
          counted,
          others,
          sign);
      if (counted.disasterId() != null) {
        Cell ofDisaster = Cell.ofDisaster(counted.disasterId(), region);
        change(ofDisaster, Cell.NO_MONTH, levels, counted, others, sign);
      }
    }

    /** The lowest cell and all above it, and what is otherwise in some of those. */
    private void change(
        Cell lowest,
        int month,
        List<String> levels,
        Counted counted,
        List<Counted> others,
        int sign) {
      CellTally change = new CellTally();
      sums(change, month, counted, sign);
      if (counted.what() != What.GRANT) {
        give(lowest, Reach.AND_ABOVE, change);
        return;
      }
      Beside below = beside(lowest, month, others);
      distinct(change, month, below, sign);
      give(lowest, Reach.AND_ABOVE, change);
      if (allAlike(lowest, others)) {
        return;
      }
      for (int level = 0; level < levels.size(); level++) {
        for (String programme : Tallies.orAll(lowest.programme())) {
          for (String cause : Tallies.orAll(lowest.cause())) {
            Cell cell = lowest.above(levels.get(level), programme, cause);
            Beside here = beside(cell, month, others);
            if (!here.equals(below)) {
              CellTally difference = new CellTally();
              distinct(difference, month, here, sign);
              distinct(difference, month, below, -sign);
              give(cell, Reach.ALONE, difference);
            }
          }
        }
      }
    }

    /** Whether whatever other grant lies in any of the cells lies in all of them. */
    private boolean allAlike(Cell lowest, List<Counted> others) {
      for (Counted other : others) {
        boolean inSome =
            other.what() == What.GRANT
                && (lowest.ofDisaster()
                    ? lowest.disasterId().equals(other.disasterId())
                    : lowest.year() == other.year());
        if (inSome
            && !(other.region(by).equals(lowest.region())
                && (lowest.ofDisaster()
                    || other.programme().equals(lowest.programme())
                        && other.cause().equals(lowest.cause())))) {
          return false;
        }
      }
      return true;
    }

    private void sums(CellTally tally, int month, Counted counted, int sign) {
      if (who == Who.PERSON) {
        return;
      }
      switch (counted.what()) {
        case GRANT -> {
          add(tally, month, Figure.PERSON_TIMES, sign);
          add(tally, month, Figure.GRANTED_FEN, sign * counted.fen());
        }
        case PAYMENT -> add(tally, month, Figure.PAID_FEN, sign * counted.fen());
        case TAKEN_IN -> add(tally, month, Figure.TAKEN_IN, sign);
        case EXIT -> add(tally, month, Figure.EXITS, sign);
      }
    }

    /**
     * In its month it counts where no other grant of the month does; in its year where it is the
     * first. A disaster counts as a whole.
     */
    private void distinct(CellTally tally, int month, Beside beside, int sign) {
      if (!beside.sameMonth()) {
        add(tally, month, who.distinct, sign);
      }
      if (month != Cell.NO_MONTH && month < beside.earliest()) {
        add(tally, month, who.first, sign);
        if (beside.earliest() != NONE) {
          add(tally, beside.earliest(), who.first, -sign);
        }
      }
    }

    private Beside beside(Cell cell, int month, List<Counted> others) {
      int earliest = NONE;
      boolean sameMonth = false;
      for (Counted other : others) {
        if (isIn(cell, other)) {
          int its = cell.ofDisaster() ? Cell.NO_MONTH : other.monthOfYear();
          earliest = Math.min(earliest, its);
          sameMonth |= its == month;
        }
      }
      return new Beside(sameMonth, earliest);
    }

    private boolean isIn(Cell cell, Counted other) {
      if (other.what() != What.GRANT) {
        return false;
      }
      if (cell.ofDisaster()) {
        return cell.disasterId().equals(other.disasterId()) && lies(cell, other);
      }
      return other.year() == cell.year()
          && (RegionScheme.ALL.equals(cell.programme())
              || cell.programme().equals(other.programme()))
          && (RegionScheme.ALL.equals(cell.cause()) || cell.cause().equals(other.cause()))
          && lies(cell, other);
    }

    /** At whatever level: a code with dots has another number of levels than one without. */
    private boolean lies(Cell cell, Counted other) {
      return scheme.levels(other.region(by)).contains(cell.region());
    }

    private void give(Cell cell, Reach reach, CellTally change) {
      if (!change.isEmpty()) {
        to.of(cell, reach, change);
      }
    }

    private void add(CellTally tally, int month, Figure figure, long amount) {
      if (into == null) {
        tally.addToBoth(month, book, figure, amount);
      } else {
        tally.add(month, into, book, figure, amount);
      }
    }
  }
}
