package io.hearthwatch.bench;

import io.hearthwatch.io.flink.HouseholdMessage;
import io.hearthwatch.io.flink.KafkaRecord;
import io.hearthwatch.io.flink.Metrics;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** One get, one put, and now and then an alert. */
final class PeerFunction extends KeyedProcessFunction<String, HouseholdMessage, KafkaRecord> {

  @Serial private static final long serialVersionUID = 1L;

  /** What an event adds to a profile, so that both states grow alike. */
  static final int GROWTH_BYTES = 18;

  private final double alertsAnEvent;
  private final int alertBytes;

  private transient ValueState<byte[]> blobState;
  private transient Counter events;
  private transient double owed;

  PeerFunction(double alertsAnEvent, int alertBytes) {
    this.alertsAnEvent = alertsAnEvent;
    this.alertBytes = alertBytes;
  }

  @Override
  public void open(OpenContext context) {
    blobState = getRuntimeContext().getState(BootstrapJob.PROFILE);
    events = getRuntimeContext().getMetricGroup().counter(Metrics.EVENTS);
  }

  @Override
  public void processElement(
      HouseholdMessage message, Context context, Collector<KafkaRecord> alerts) throws Exception {
    events.inc();
    byte[] blob = blobState.value();
    blobState.update(Arrays.copyOf(blob, blob.length + GROWTH_BYTES));
    owed += alertsAnEvent;
    if (owed >= 1) {
      owed -= 1;
      byte[] key = context.getCurrentKey().getBytes(StandardCharsets.UTF_8);
      alerts.collect(new KafkaRecord(key, new byte[alertBytes]));
    }
  }
}
