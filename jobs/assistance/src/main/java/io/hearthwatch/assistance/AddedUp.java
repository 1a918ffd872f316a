package io.hearthwatch.assistance;

import io.hearthwatch.domain.relief.RegionScheme;
import io.hearthwatch.domain.relief.Tallies;
import io.hearthwatch.io.flink.CellChange;
import java.util.List;
import java.util.function.Consumer;

/**
 * Changes of a cell added up before they travel: the nation is touched by every grant, and would be
 * one subtask's work.
 */
final class AddedUp implements Gathering<CellChange, CellChange> {

  private final Tallies waiting;

  AddedUp(List<Integer> regionLevels) {
    waiting = new Tallies(new RegionScheme(regionLevels));
  }

  @Override
  public void add(CellChange change) {
    waiting.of(change.cell(), change.reach(), change.tally());
  }

  @Override
  public int cells() {
    return waiting.cells();
  }

  @Override
  public void giveAway(Consumer<CellChange> to) {
    waiting.drain((cell, tally) -> to.accept(CellChange.by(cell, tally)));
  }
}
