package io.hearthwatch.assistance;

import io.hearthwatch.domain.relief.Basis;
import io.hearthwatch.domain.relief.Cell;
import io.hearthwatch.domain.relief.CellTally;
import io.hearthwatch.io.flink.CellChange;
import io.hearthwatch.io.flink.KafkaRecord;
import io.hearthwatch.io.flink.Metrics;
import io.hearthwatch.io.relief.Statistics;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** Says of each cell that changed what it came to, once, however often it changed meanwhile. */
final class LastWords implements Gathering<CellChange, KafkaRecord> {

  private static final int MONTHS = 12;

  private final Map<Cell, CellChange> changed = new HashMap<>();
  private final Statistics codec = new Statistics();
  private Counter said;

  @Override
  public void open(MetricGroup metrics) {
    said = metrics.counter(Metrics.STATISTICS);
  }

  @Override
  public void add(CellChange now) {
    changed.merge(now.cell(), now, CellChange::then);
  }

  @Override
  public int cells() {
    return changed.size();
  }

  @Override
  public void giveAway(Consumer<KafkaRecord> to) {
    changed.values().forEach(now -> say(now, to));
    changed.clear();
  }

  /** Later months of the year hold the first changed one in their sums. */
  private void say(CellChange now, Consumer<KafkaRecord> to) {
    if (now.cell().ofDisaster()) {
      say(now.cell(), Cell.NO_MONTH, now.tally(), to);
      return;
    }
    for (int month = now.firstMonth(); month <= MONTHS; month++) {
      if (now.tally().has(month)) {
        say(now.cell(), month, now.tally(), to);
      }
    }
  }

  private void say(Cell cell, int month, CellTally tally, Consumer<KafkaRecord> to) {
    for (Basis basis : Basis.values()) {
      to.accept(
          new KafkaRecord(
              Statistics.key(cell, month, basis), codec.encode(cell, month, basis, tally)));
      said.inc();
    }
  }
}
