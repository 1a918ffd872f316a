package io.hearthwatch.risk;

import io.hearthwatch.domain.alert.Answer;
import io.hearthwatch.domain.alert.CaseChange;
import io.hearthwatch.domain.alert.Cause;
import io.hearthwatch.domain.alert.Emission;
import io.hearthwatch.domain.alert.HouseholdRisk;
import io.hearthwatch.domain.alert.PolicyInForce;
import io.hearthwatch.domain.alert.Step;
import io.hearthwatch.domain.household.HouseholdProfile;
import io.hearthwatch.domain.household.Retention;
import io.hearthwatch.domain.policy.PolicyBundle;
import io.hearthwatch.domain.rule.LastAnswers;
import io.hearthwatch.io.flink.HouseholdMessage;
import io.hearthwatch.io.flink.KafkaRecord;
import io.hearthwatch.io.flink.Metrics;
import java.io.IOException;
import java.io.Serial;
import java.time.ZoneId;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.util.Collector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries a household's state to {@link HouseholdRisk#step} and what it says to the outputs. It
 * knows state, timers and outputs, and nothing about households.
 *
 * <p>One timer a household: armed only when the new deadline is earlier than the armed one; a timer
 * that fires before its deadline arms again. At the maximal watermark (the end of a bounded input)
 * nothing is looked at and nothing armed, for time has not passed, it has ended.
 */
public final class HouseholdRiskFunction
    extends KeyedBroadcastProcessFunction<String, HouseholdMessage, byte[], KafkaRecord> {

  @Serial private static final long serialVersionUID = 1L;

  private static final Logger LOG = LoggerFactory.getLogger(HouseholdRiskFunction.class);

  /** Name and type are for ever; the layout is within the bytes. */
  private static final ValueStateDescriptor<byte[]> PROFILE =
      new ValueStateDescriptor<>("profile", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);

  /**
   * Of these many the answers are kept, some 3 kB each: departments send a household's day at once.
   */
  private static final int HOUSEHOLDS_REMEMBERED = 5_000;

  private final String zone;
  private final int retentionMonths;
  private final DeadlineTimers timers;

  private transient ValueState<byte[]> profileState;
  private transient Retention retention;
  private transient ControlState control;
  private transient RiskOutputs outputs;
  private transient Counter events;
  private transient LastAnswers lastAnswers;

  /**
   * The function.
   *
   * @param timers whether and when deadlines pass by themselves
   */
  public HouseholdRiskFunction(Retention retention, DeadlineTimers timers) {
    zone = retention.zone().getId();
    retentionMonths = retention.months();
    this.timers = timers;
  }

  @Override
  public void open(OpenContext context) {
    retention = new Retention(ZoneId.of(zone), retentionMonths);
    profileState = getRuntimeContext().getState(PROFILE);
    control = new ControlState(retention);
    outputs = new RiskOutputs(getRuntimeContext().getMetricGroup());
    lastAnswers = new LastAnswers(HOUSEHOLDS_REMEMBERED);
    events = getRuntimeContext().getMetricGroup().counter(Metrics.EVENTS);
  }

  @Override
  public void processElement(
      HouseholdMessage message, ReadOnlyContext context, Collector<KafkaRecord> alerts)
      throws Exception {
    Cause cause;
    if (message instanceof HouseholdMessage.OfEvent event) {
      events.inc();
      cause = new Cause.Events(List.of(event.event()));
    } else if (message instanceof HouseholdMessage.OfMisfiled misfiled) {
      cause = new Cause.Misfiled(misfiled.event());
    } else if (message instanceof HouseholdMessage.OfElsewhere elsewhere) {
      cause = new Cause.Elsewhere(elsewhere.event());
    } else {
      cause = ((HouseholdMessage.OfInquiry) message).inquiry();
    }
    step(profile(), cause, context, alerts);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<KafkaRecord> alerts)
      throws Exception {
    HouseholdProfile profile = profile();
    if (profile == null || timeHasEnded(context.timerService())) {
      return;
    }
    int day = retention.day(timestamp);
    HouseholdProfile unarmed =
        day < profile.armedOn() ? profile : profile.armed(HouseholdProfile.NO_DEADLINE);
    step(unarmed, new Cause.Deadline(day), context, alerts);
  }

  @Override
  public void processBroadcastElement(byte[] said, Context context, Collector<KafkaRecord> alerts)
      throws Exception {
    BroadcastState<String, byte[]> state = context.getBroadcastState(ControlState.DESCRIPTOR);
    ControlState.Offer offer;
    try {
      Long appended = context.timestamp();
      offer =
          control.take(
              said,
              timers.byTheClockOfTheDay() && appended != null ? appended : ControlState.AT_ONCE,
              state);
    } catch (IOException | RuntimeException e) {
      offer = new ControlState.Offer("", "unreadable: " + e.getMessage());
    }
    if (offer.version().isEmpty() && offer.problem().isEmpty()) {
      return; // a completeness
    }
    String inForce = control.version(state);
    if (!offer.problem().isEmpty()) {
      LOG.warn(
          "Policy bundle {} is refused, {} stays in force: {}",
          offer.version(),
          inForce.isEmpty() ? "none" : inForce,
          offer.problem());
    }
    outputs.acknowledge(offer, inForce, getRuntimeContext().getTaskInfo(), context::output);
  }

  private void step(
      HouseholdProfile before, Cause cause, ReadOnlyContext context, Collector<KafkaRecord> alerts)
      throws Exception {
    var said = context.getBroadcastState(ControlState.DESCRIPTOR);
    PolicyInForce policy =
        cause instanceof Cause.Inquiry
            ? control.withAllThatWasSaid(said)
            : control.inForce(context.currentWatermark(), said);
    Step step = HouseholdRisk.step(context.getCurrentKey(), before, cause, policy, lastAnswers);
    if (step.profile() != null) {
      profileState.update(armed(step, context).toBytes());
    }
    PolicyBundle bundle = policy.rules() == null ? PolicyBundle.NONE : policy.rules().bundle();
    for (Emission emission : step.emissions()) {
      if (emission instanceof CaseChange change) {
        alerts.collect(outputs.alert(change, bundle));
      } else if (emission instanceof Answer answer) {
        context.output(RiskOutputs.ANSWERS, outputs.answer(answer, bundle));
      } else if (emission instanceof Emission.Refused refused) {
        context.output(RiskOutputs.DEAD_LETTERS, outputs.deadLetter(refused));
      } else if (emission instanceof Emission.NewHousehold household) {
        context.output(RiskOutputs.HOUSEHOLD_INDEX, outputs.index(household));
      }
    }
  }

  private HouseholdProfile armed(Step step, ReadOnlyContext context) {
    boolean later = step.nextDeadline() >= step.profile().armedOn();
    if (!timers.armed() || later || timeHasEnded(context.timerService())) {
      return step.profile();
    }
    long startMs = retention.startMs(step.nextDeadline());
    context.timerService().registerEventTimeTimer(timers.at(context.getCurrentKey(), startMs));
    return step.profile().armed(step.nextDeadline());
  }

  private HouseholdProfile profile() throws Exception {
    byte[] bytes = profileState.value();
    return bytes == null ? null : HouseholdProfile.ofBytes(bytes);
  }

  private static boolean timeHasEnded(TimerService service) {
    return service.currentWatermark() == Watermark.MAX_WATERMARK.getTimestamp();
  }
}
