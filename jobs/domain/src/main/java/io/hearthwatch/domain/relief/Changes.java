package io.hearthwatch.domain.relief;

/** Takes changes of figures. */
@FunctionalInterface
public interface Changes {

  /** How far a change reaches. */
  enum Reach {
    /** The cell alone. */
    ALONE,
    /** The cell, and every cell that holds it: regions above, all programmes, all causes. */
    AND_ABOVE
  }

  /**
   * A change, which is no longer the caller's.
   *
   * @param cell where
   * @param reach whether what holds the cell changes likewise
   */
  void of(Cell cell, Reach reach, CellTally change);
}
