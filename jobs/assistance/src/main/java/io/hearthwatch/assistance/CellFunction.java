package io.hearthwatch.assistance;

import io.hearthwatch.domain.relief.Basis;
import io.hearthwatch.domain.relief.Cell;
import io.hearthwatch.domain.relief.CellTally;
import io.hearthwatch.io.flink.CellChange;
import io.hearthwatch.io.flink.KafkaRecord;
import io.hearthwatch.io.flink.Metrics;
import io.hearthwatch.io.relief.Statistics;
import java.io.Serial;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Adds changes to the figures of their cell and says what they now are. */
final class CellFunction extends KeyedProcessFunction<String, CellChange, KafkaRecord> {

  @Serial private static final long serialVersionUID = 1L;

  private static final int MONTHS = 12;

  /** Name and type are for ever; the layout is within the bytes. */
  private static final ValueStateDescriptor<byte[]> TALLY =
      new ValueStateDescriptor<>("tally", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);

  private transient ValueState<byte[]> tallyState;
  private transient Statistics codec;
  private transient Counter said;

  @Override
  public void open(OpenContext context) {
    tallyState = getRuntimeContext().getState(TALLY);
    codec = new Statistics();
    said = getRuntimeContext().getMetricGroup().counter(Metrics.STATISTICS);
  }

  @Override
  public void processElement(CellChange change, Context context, Collector<KafkaRecord> records)
      throws Exception {
    byte[] known = tallyState.value();
    CellTally tally = known == null ? new CellTally() : CellTally.ofBytes(known);
    tally.add(change.change());
    tallyState.update(tally.toBytes());
    if (change.cell().ofDisaster()) {
      say(change.cell(), Cell.NO_MONTH, tally, records);
      return;
    }
    boolean changed = false;
    for (int month = 1; month <= MONTHS; month++) {
      changed |= change.change().has(month);
      if (changed && tally.has(month)) { // later months of the year hold this one in their sums
        say(change.cell(), month, tally, records);
      }
    }
  }

  private void say(Cell cell, int month, CellTally tally, Collector<KafkaRecord> records) {
    for (Basis basis : Basis.values()) {
      records.collect(
          new KafkaRecord(
              Statistics.key(cell, month, basis), codec.encode(cell, month, basis, tally)));
      said.inc();
    }
  }
}
