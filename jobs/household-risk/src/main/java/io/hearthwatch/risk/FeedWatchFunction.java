package io.hearthwatch.risk;

import io.hearthwatch.domain.alert.CaseChange;
import io.hearthwatch.domain.alert.FeedState;
import io.hearthwatch.domain.alert.FeedWatch;
import io.hearthwatch.domain.alert.PolicyInForce;
import io.hearthwatch.domain.household.Retention;
import io.hearthwatch.domain.policy.Feed;
import io.hearthwatch.io.flink.KafkaRecord;
import java.io.IOException;
import java.io.Serial;
import java.time.ZoneId;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.util.Collector;

/**
 * Carries the state of a feed to {@link FeedWatch}, and what it says to the alerts. It knows state
 * and timers, and nothing about feeds.
 *
 * <p>One timer a feed, which fires at the beginning of each day and arms the next one. Time is that
 * of the clock alone: without a clock, in replay, no timer ever fires and no feed is silent. One
 * that was armed then fires with the first tick of live operation.
 */
public final class FeedWatchFunction
    extends KeyedBroadcastProcessFunction<String, FeedSaid, byte[], KafkaRecord> {

  @Serial private static final long serialVersionUID = 1L;

  /** Name and type are for ever; the layout is within the bytes. */
  private static final ValueStateDescriptor<byte[]> FEED =
      new ValueStateDescriptor<>("feed", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);

  /** As soon as there is any time. */
  private static final long FIRST_TICK = Long.MIN_VALUE + 1;

  private final String zone;
  private final int retentionMonths;

  private transient ValueState<byte[]> feedState;
  private transient Retention retention;
  private transient ControlState control;
  private transient AlertRecords records;

  public FeedWatchFunction(Retention retention) {
    zone = retention.zone().getId();
    retentionMonths = retention.months();
  }

  @Override
  public void open(OpenContext context) {
    retention = new Retention(ZoneId.of(zone), retentionMonths);
    feedState = getRuntimeContext().getState(FEED);
    control = new ControlState(retention);
    records = new AlertRecords(getRuntimeContext().getMetricGroup());
  }

  @Override
  public void processElement(FeedSaid said, ReadOnlyContext context, Collector<KafkaRecord> alerts)
      throws Exception {
    FeedState before = feed();
    PolicyInForce policy = policy(context);
    Feed feed = Feed.ofId(context.getCurrentKey());
    take(FeedWatch.heard(feed, before, said.throughDay, policy), policy, alerts);
    if (before == null && !timeHasEnded(context.timerService())) {
      context.timerService().registerEventTimeTimer(FIRST_TICK);
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<KafkaRecord> alerts)
      throws Exception {
    FeedState before = feed();
    if (before == null || timeHasEnded(context.timerService())) {
      return;
    }
    // As of now, not of each day that has passed meanwhile: on those nobody listened.
    int today = retention.day(context.timerService().currentWatermark());
    PolicyInForce policy = policy(context);
    take(
        FeedWatch.dayBegan(Feed.ofId(context.getCurrentKey()), before, today, policy),
        policy,
        alerts);
    context.timerService().registerEventTimeTimer(retention.startMs(today + 1));
  }

  /** The households' function, which refuses the same, acknowledges and says what is wrong. */
  @Override
  public void processBroadcastElement(byte[] said, Context context, Collector<KafkaRecord> alerts)
      throws Exception {
    try {
      var unused =
          control.take(
              said, ControlState.AT_ONCE, context.getBroadcastState(ControlState.DESCRIPTOR));
    } catch (IOException | RuntimeException e) {
      // it cannot be read, and changes nothing
    }
  }

  private void take(FeedWatch.Look look, PolicyInForce policy, Collector<KafkaRecord> alerts)
      throws IOException {
    feedState.update(look.state().toBytes());
    Optional<CaseChange> change = look.change();
    if (change.isPresent()) {
      alerts.collect(records.of(change.get(), policy.rules().bundle()));
    }
  }

  private PolicyInForce policy(ReadOnlyContext context) throws Exception {
    return control.inForce(context.getBroadcastState(ControlState.DESCRIPTOR));
  }

  private FeedState feed() throws IOException {
    byte[] bytes = feedState.value();
    return bytes == null ? null : FeedState.ofBytes(bytes);
  }

  private static boolean timeHasEnded(TimerService service) {
    return service.currentWatermark() == Watermark.MAX_WATERMARK.getTimestamp();
  }
}
