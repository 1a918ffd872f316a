package io.hearthwatch.domain.relief;

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

  private final Who who;
  private final RegionScheme scheme;

  Tallying(Who who, RegionScheme scheme) {
    this.who = who;
    this.scheme = scheme;
  }

  /**
   * Adds the difference between two states of one household or person.
   *
   * @param sign 1, or -1 to take it away
   */
  void change(List<Counted> before, List<Counted> after, Book book, int sign, Tallies to) {
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
    boolean home =
        before.stream().allMatch(Counted::atHome) && after.stream().allMatch(Counted::atHome);
    for (Basis basis : home ? List.of(Basis.HELPED) : List.of(Basis.values())) {
      List<Counted> others = new ArrayList<>(before);
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

  /** Whoever calls a programme ALL means all of them, and it counts once. */
  private static List<String> orAll(String code) {
    return code.equals(RegionScheme.ALL) ? List.of(code) : List.of(code, RegionScheme.ALL);
  }

  /** Changes in one book by one basis; null where both are the same. */
  private final class Change {
    private final Book book;
    private final Basis into;
    private final Basis by;
    private final Tallies to;

    Change(Book book, Basis into, Basis by, Tallies to) {
      this.book = book;
      this.into = into;
      this.by = by;
      this.to = to;
    }

    /** One thing comes to the others, or leaves them. */
    void of(Counted counted, List<Counted> others, int sign) {
      if (who == Who.PERSON && counted.what() != What.GRANT) {
        return;
      }
      List<String> levels = scheme.levels(counted.region(by));
      for (int level = 0; level < levels.size(); level++) {
        for (String programme : orAll(counted.programme())) {
          for (String cause : orAll(counted.cause())) {
            Cell cell = Cell.ofYear(levels.get(level), programme, cause, counted.year());
            CellTally tally = to.of(cell);
            sums(tally, counted.monthOfYear(), counted, sign);
            if (counted.what() == What.GRANT) {
              distinct(tally, cell, level, counted, others, sign);
            }
          }
        }
        if (counted.disasterId() != null) {
          ofDisaster(levels.get(level), level, counted, others, sign);
        }
      }
    }

    private void ofDisaster(
        String region, int level, Counted counted, List<Counted> others, int sign) {
      Cell cell = Cell.ofDisaster(counted.disasterId(), region);
      CellTally tally = to.of(cell);
      sums(tally, Cell.NO_MONTH, counted, sign);
      if (counted.what() == What.GRANT && earliest(cell, level, others) == NONE) {
        add(tally, Cell.NO_MONTH, who.distinct, sign);
      }
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
     * first.
     */
    private void distinct(
        CellTally tally, Cell cell, int level, Counted counted, List<Counted> others, int sign) {
      int month = counted.monthOfYear();
      int earliest = NONE;
      boolean sameMonth = false;
      for (Counted other : others) {
        if (isIn(cell, level, other)) {
          earliest = Math.min(earliest, other.monthOfYear());
          sameMonth |= other.monthOfYear() == month;
        }
      }
      if (!sameMonth) {
        add(tally, month, who.distinct, sign);
      }
      if (month < earliest) {
        add(tally, month, who.first, sign);
        if (earliest != NONE) {
          add(tally, earliest, who.first, -sign);
        }
      }
    }

    private int earliest(Cell cell, int level, List<Counted> others) {
      int earliest = NONE;
      for (Counted other : others) {
        if (isIn(cell, level, other)) {
          earliest = Math.min(earliest, other.monthOfYear());
        }
      }
      return earliest;
    }

    private boolean isIn(Cell cell, int level, Counted other) {
      if (other.what() != What.GRANT) {
        return false;
      }
      if (cell.ofDisaster()) {
        return cell.disasterId().equals(other.disasterId()) && lies(cell, level, other);
      }
      return other.year() == cell.year()
          && (RegionScheme.ALL.equals(cell.programme())
              || cell.programme().equals(other.programme()))
          && (RegionScheme.ALL.equals(cell.cause()) || cell.cause().equals(other.cause()))
          && lies(cell, level, other);
    }

    private boolean lies(Cell cell, int level, Counted other) {
      List<String> levels = scheme.levels(other.region(by));
      return level < levels.size() && levels.get(level).equals(cell.region());
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
