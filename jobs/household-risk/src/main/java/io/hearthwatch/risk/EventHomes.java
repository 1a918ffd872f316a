package io.hearthwatch.risk;

import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.Retention;
import io.hearthwatch.io.flink.HouseholdMessage;
import java.io.Serial;
import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Remembers for each event id the household that was named first, and passes on the versions that
 * name another one: a household alone cannot know. It stands beside the way of the events, not in
 * it, so that the events of a household keep their order and wait for nobody ({@code
 * docs/decisions/009-one-household-an-event.md}).
 */
final class EventHomes extends KeyedProcessFunction<Long, HouseholdMessage, HouseholdMessage> {

  @Serial private static final long serialVersionUID = 1L;

  private static final int LONGEST_MONTH_DAYS = 31;

  private final Duration kept;
  private transient ValueState<String> home;

  EventHomes(Retention retention) {
    kept = Duration.ofDays((long) LONGEST_MONTH_DAYS * retention.months());
  }

  @Override
  public void open(OpenContext context) {
    ValueStateDescriptor<String> descriptor = new ValueStateDescriptor<>("home", Types.STRING);
    descriptor.enableTimeToLive(StateTtlConfig.newBuilder(kept).build());
    home = getRuntimeContext().getState(descriptor);
  }

  /** The part of an event id that a ledger keeps. */
  static Long key(HouseholdMessage message) {
    return event(message).eventId().high();
  }

  @Override
  public void processElement(
      HouseholdMessage message, Context context, Collector<HouseholdMessage> misfiled)
      throws Exception {
    HouseholdEvent event = event(message);
    String first = home.value();
    if (first == null) {
      home.update(event.householdId());
    } else if (!first.equals(event.householdId())) {
      misfiled.collect(new HouseholdMessage.OfMisfiled(event));
    }
  }

  private static HouseholdEvent event(HouseholdMessage message) {
    return ((HouseholdMessage.OfEvent) message).event();
  }
}
