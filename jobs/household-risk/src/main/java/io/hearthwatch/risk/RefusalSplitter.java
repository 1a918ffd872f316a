package io.hearthwatch.risk;

import io.hearthwatch.io.flink.HouseholdMessage;
import io.hearthwatch.io.flink.KafkaRecord;
import io.hearthwatch.io.flink.Metrics;
import java.io.Serial;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Parts events, which go on to their households, from refusals, which go to the dead letters. */
final class RefusalSplitter extends ProcessFunction<HouseholdMessage, HouseholdMessage> {

  @Serial private static final long serialVersionUID = 1L;

  private transient Counter refused;

  @Override
  public void open(OpenContext context) {
    refused = getRuntimeContext().getMetricGroup().counter(Metrics.REFUSED_RECORDS);
  }

  @Override
  public void processElement(
      HouseholdMessage message, Context context, Collector<HouseholdMessage> onward) {
    if (message instanceof HouseholdMessage.Refused refusal) {
      refused.inc();
      context.output(RiskOutputs.DEAD_LETTERS, new KafkaRecord(null, refusal.deadLetter()));
    } else {
      onward.collect(message);
    }
  }
}
