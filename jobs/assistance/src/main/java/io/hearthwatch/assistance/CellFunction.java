package io.hearthwatch.assistance;

import io.hearthwatch.domain.relief.CellTally;
import io.hearthwatch.io.flink.CellChange;
import java.io.Serial;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Adds changes to the figures of their cell. */
final class CellFunction extends KeyedProcessFunction<String, CellChange, CellChange> {

  @Serial private static final long serialVersionUID = 1L;

  /** Name and type are for ever; the layout is within the bytes. */
  private static final ValueStateDescriptor<byte[]> TALLY =
      new ValueStateDescriptor<>("tally", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);

  private transient ValueState<byte[]> tallyState;

  @Override
  public void open(OpenContext context) {
    tallyState = getRuntimeContext().getState(TALLY);
  }

  @Override
  public void processElement(CellChange change, Context context, Collector<CellChange> now)
      throws Exception {
    byte[] known = tallyState.value();
    CellTally tally = known == null ? new CellTally() : CellTally.ofBytes(known);
    tally.add(change.tally());
    tallyState.update(tally.toBytes());
    now.collect(change.to(tally));
  }
}
