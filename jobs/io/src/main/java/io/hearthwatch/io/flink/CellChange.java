package io.hearthwatch.io.flink;

import io.hearthwatch.domain.relief.Cell;
import io.hearthwatch.domain.relief.CellTally;
import io.hearthwatch.domain.relief.Changes.Reach;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * That a cell's figures change.
 *
 * @param reach whether the cells that hold it change likewise
 * @param tally what they change by; behind the function that adds them up, what they came to
 * @param firstMonth the earliest month that changes
 */
public record CellChange(Cell cell, Reach reach, CellTally tally, int firstMonth) {

  /** A change of one cell by a tally. */
  public static CellChange by(Cell cell, CellTally change) {
    return by(cell, Reach.ALONE, change);
  }

  /** A change by a tally. */
  public static CellChange by(Cell cell, Reach reach, CellTally change) {
    return new CellChange(cell, reach, change, change.firstMonth());
  }

  /** The same change, when the figures of the cell have come to something. */
  public CellChange to(CellTally figures) {
    return new CellChange(cell, reach, figures, firstMonth);
  }

  /** A later one of the same cell stands for both. */
  public CellChange then(CellChange later) {
    return new CellChange(cell, reach, later.tally, Math.min(firstMonth, later.firstMonth));
  }

  /** How it is serialized between tasks. */
  public static TypeInformation<CellChange> typeInformation() {
    return new OneSerializerType<>(CellChange.class, new CellChangeSerializer());
  }
}
