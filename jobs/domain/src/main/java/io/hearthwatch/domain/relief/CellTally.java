package io.hearthwatch.domain.relief;

import io.hearthwatch.domain.household.ByteReader;
import io.hearthwatch.domain.household.ByteWriter;
import java.util.Arrays;

/**
 * Figures of one cell by month, basis and book; also a change of them, for changes are added up as
 * figures are. What is the same by region of help and by region of registration, which is nearly
 * everything, is kept once.
 *
 * <p>Sums leave 64 bits where departments send nonsense a hundred thousand times over; they then
 * turn over, and are right again as soon as the nonsense is taken back. No job fails for them.
 */
public final class CellTally {

  private static final int LAYOUT = 1;
  private static final int BOTH = Basis.values().length;
  private static final int BASES = BOTH + 1;
  private static final int BOOKS = Book.values().length;
  private static final int SLOTS_A_MONTH = BASES * BOOKS;

  private int[] slots = new int[1];
  private long[][] figures = new long[1][];
  private int size;

  /** Adds to one figure. */
  void add(int month, Basis basis, Book book, Figure figure, long amount) {
    add(slot(month, basis.ordinal(), book), figure, amount);
  }

  /** Adds to one figure by region of help and by region of registration. */
  void addToBoth(int month, Book book, Figure figure, long amount) {
    add(slot(month, BOTH, book), figure, amount);
  }

  /** Adds all figures of another tally of the same cell. */
  public void add(CellTally other) {
    for (int i = 0; i < other.size; i++) {
      long[] mine = row(other.slots[i]);
      for (int f = 0; f < Figure.COUNT; f++) {
        mine[f] = mine[f] + other.figures[i][f];
      }
    }
  }

  /** One figure of a month. */
  public long figure(int month, Basis basis, Book book, Figure figure) {
    return at(slot(month, basis.ordinal(), book), figure) + at(slot(month, BOTH, book), figure);
  }

  /** One figure of the year through a month; a person or household counts once in it. */
  public long yearToDate(int month, Basis basis, Book book, Figure figure) {
    Figure monthly =
        switch (figure) {
          case PERSONS -> Figure.FIRST_PERSONS;
          case HOUSEHOLDS -> Figure.FIRST_HOUSEHOLDS;
          default -> figure;
        };
    long sum = 0;
    for (int m = 1; m <= month; m++) {
      sum += figure(m, basis, book, monthly);
    }
    return sum;
  }

  /** Whether anything was ever said of a month, be it 0 by now. */
  public boolean has(int month) {
    for (int i = 0; i < size; i++) {
      if (slots[i] / SLOTS_A_MONTH == month) {
        return true;
      }
    }
    return false;
  }

  /** The earliest month of which anything is said. */
  public int firstMonth() {
    int first = Integer.MAX_VALUE;
    for (int i = 0; i < size; i++) {
      first = Math.min(first, slots[i] / SLOTS_A_MONTH);
    }
    return first;
  }

  /** Whether it holds nothing but 0. */
  public boolean isEmpty() {
    for (int i = 0; i < size; i++) {
      for (long figure : figures[i]) {
        if (figure != 0) {
          return false;
        }
      }
    }
    return true;
  }

  /** The bytes that state keeps and that travel; docs/state.md has the table. */
  public byte[] toBytes() {
    ByteWriter out = new ByteWriter(8 + size * 24);
    out.octet(LAYOUT);
    out.varint(size);
    for (int i = 0; i < size; i++) {
      out.varint(slots[i]);
      long mask = 0;
      for (int f = 0; f < Figure.COUNT; f++) {
        mask |= figures[i][f] == 0 ? 0 : 1L << f;
      }
      out.varint(mask);
      for (int f = 0; f < Figure.COUNT; f++) {
        if (figures[i][f] != 0) {
          out.signed(figures[i][f]);
        }
      }
    }
    return out.toBytes();
  }

  /** Reads what {@link #toBytes} wrote. */
  public static CellTally ofBytes(byte[] bytes) {
    ByteReader in = new ByteReader(bytes, 0);
    int layout = in.octet();
    if (layout != LAYOUT) {
      throw new IllegalStateException("tally layout " + layout + " is newer than this program");
    }
    CellTally tally = new CellTally();
    for (int left = (int) in.varint(); left > 0; left--) {
      long[] row = tally.row((int) in.varint());
      long mask = in.varint();
      for (int f = 0; mask != 0; f++, mask >>>= 1) {
        if ((mask & 1) != 0) {
          row[f] = in.signed();
        }
      }
    }
    return tally;
  }

  private static int slot(int month, int basis, Book book) {
    return month * SLOTS_A_MONTH + basis * BOOKS + book.ordinal();
  }

  private void add(int slot, Figure figure, long amount) {
    long[] row = row(slot);
    row[figure.ordinal()] += amount;
  }

  private long at(int slot, Figure figure) {
    for (int i = 0; i < size; i++) {
      if (slots[i] == slot) {
        return figures[i][figure.ordinal()];
      }
    }
    return 0;
  }

  /** The figures of a slot, which come into being where there are none. */
  private long[] row(int slot) {
    for (int i = 0; i < size; i++) {
      if (slots[i] == slot) {
        return figures[i];
      }
    }
    if (size == slots.length) {
      slots = Arrays.copyOf(slots, size * 2);
      figures = Arrays.copyOf(figures, size * 2);
    }
    slots[size] = slot;
    figures[size] = new long[Figure.COUNT];
    return figures[size++];
  }
}
