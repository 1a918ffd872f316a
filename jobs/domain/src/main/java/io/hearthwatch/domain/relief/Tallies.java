package io.hearthwatch.domain.relief;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** Changes of many cells, added up. */
public final class Tallies {

  private final Map<Cell, CellTally> byCell = new HashMap<>();

  CellTally of(Cell cell) {
    return byCell.computeIfAbsent(cell, any -> new CellTally());
  }

  /** Adds a change of one cell; the first one is kept as it is, and is no longer the caller's. */
  public void add(Cell cell, CellTally change) {
    CellTally known = byCell.putIfAbsent(cell, change);
    if (known != null) {
      known.add(change);
    }
  }

  public int cells() {
    return byCell.size();
  }

  /** Gives away every change that is not 0, and forgets all. */
  public void drain(BiConsumer<Cell, CellTally> to) {
    byCell.forEach(
        (cell, tally) -> {
          if (!tally.isEmpty()) {
            to.accept(cell, tally);
          }
        });
    byCell.clear();
  }
}
