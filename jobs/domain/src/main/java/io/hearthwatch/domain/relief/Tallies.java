package io.hearthwatch.domain.relief;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Changes of many cells, added up. What reaches the cells above is spread over them as it is given
 * away: a town has twenty such cells, and many changes until then.
 */
public final class Tallies implements Changes {

  /** A lowest cell has itself and, by all programmes and all causes, three more for its own. */
  private static final int CELLS_OF_ITS_OWN = 4;

  private final RegionScheme scheme;
  private final Map<Cell, CellTally> alone = new HashMap<>();
  private final Map<Cell, CellTally> andAbove = new HashMap<>();

  public Tallies(RegionScheme scheme) {
    this.scheme = scheme;
  }

  @Override
  public void of(Cell cell, Reach reach, CellTally change) {
    Map<Cell, CellTally> known = reach == Reach.ALONE ? alone : andAbove;
    CellTally sum = known.putIfAbsent(cell, change);
    if (sum != null) {
      sum.add(change);
    }
  }

  /** Of how many cells something waits, about. */
  public int cells() {
    return alone.size() + CELLS_OF_ITS_OWN * andAbove.size();
  }

  /**
   * Gives away every change, and forgets all. Also those that come to 0: a job that goes on from a
   * savepoint may have said before what it takes back now, and then says what is so.
   */
  public void drain(BiConsumer<Cell, CellTally> to) {
    andAbove.forEach(this::spread);
    andAbove.clear();
    alone.forEach(to);
    alone.clear();
  }

  private void spread(Cell lowest, CellTally change) {
    for (String region : scheme.levels(lowest.region())) {
      for (String programme : orAll(lowest.programme())) {
        for (String cause : orAll(lowest.cause())) {
          alone
              .computeIfAbsent(lowest.above(region, programme, cause), any -> new CellTally())
              .add(change);
        }
      }
    }
  }

  /** Whoever calls a programme ALL means all of them, and it counts once. */
  static List<String> orAll(String code) {
    return code.equals(RegionScheme.ALL) ? List.of(code) : List.of(code, RegionScheme.ALL);
  }
}
