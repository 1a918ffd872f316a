package io.hearthwatch.bench;

import io.hearthwatch.io.flink.HouseholdMessage;
import io.hearthwatch.io.flink.KafkaRecord;
import java.io.Serial;
import java.util.Arrays;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** One get and one put of bytes that grow as a ledger of relief grows; passes each event on. */
final class AppendFunction extends KeyedProcessFunction<String, HouseholdMessage, KafkaRecord> {

  @Serial private static final long serialVersionUID = 1L;

  /** What an event adds to a ledger, as {@code bench relief-step} says. */
  private static final int GROWTH_BYTES = 58;

  private transient ValueState<byte[]> bytesState;

  @Override
  public void open(OpenContext context) {
    bytesState =
        getRuntimeContext()
            .getState(
                new ValueStateDescriptor<>(
                    "bytes", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
  }

  @Override
  public void processElement(
      HouseholdMessage message, Context context, Collector<KafkaRecord> events) throws Exception {
    byte[] known = bytesState.value();
    bytesState.update(
        known == null ? new byte[GROWTH_BYTES] : Arrays.copyOf(known, known.length + GROWTH_BYTES));
    events.collect(PassThroughJob.record(message));
  }
}
