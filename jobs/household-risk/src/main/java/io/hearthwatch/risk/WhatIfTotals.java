package io.hearthwatch.risk;

import io.hearthwatch.io.alert.WhatIfResults;
import io.hearthwatch.io.flink.KafkaRecord;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Adds up, and says the sum when all has come. */
final class WhatIfTotals extends KeyedProcessFunction<String, WhatIfCount, KafkaRecord> {

  @Serial private static final long serialVersionUID = 1L;

  private static final long END_OF_TIME = Long.MAX_VALUE;

  private static final ValueStateDescriptor<WhatIfCount> SUM =
      new ValueStateDescriptor<>("sum", WhatIfCount.typeInformation());

  private final String requestId;

  private transient ValueState<WhatIfCount> sum;
  private transient WhatIfResults results;

  WhatIfTotals(String requestId) {
    this.requestId = requestId;
  }

  @Override
  public void open(OpenContext context) {
    sum = getRuntimeContext().getState(SUM);
    results = new WhatIfResults(requestId);
  }

  @Override
  public void processElement(WhatIfCount count, Context context, Collector<KafkaRecord> totals)
      throws Exception {
    WhatIfCount before = sum.value();
    sum.update(before == null ? count : before.plus(count));
    context.timerService().registerEventTimeTimer(END_OF_TIME);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<KafkaRecord> totals)
      throws Exception {
    WhatIfCount total = sum.value();
    totals.collect(
        new KafkaRecord(
            requestId.getBytes(StandardCharsets.UTF_8), results.encode(total.asOf, total.wire())));
    sum.clear();
  }
}
