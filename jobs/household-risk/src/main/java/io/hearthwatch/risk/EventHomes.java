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
 * Remembers for each event id which household was named first, and passes on the versions that name
 * another one: a household alone cannot know. It stands beside the way of the events, not in it, so
 * that the events of a household keep their order and wait for nobody ({@code
 * docs/decisions/009-one-household-an-event.md}).
 */
final class EventHomes extends KeyedProcessFunction<Long, HouseholdMessage, HouseholdMessage> {

  @Serial private static final long serialVersionUID = 1L;

  private static final int LONGEST_MONTH_DAYS = 31;

  private final Duration kept;
  private transient ValueState<Long> home;

  EventHomes(Retention retention) {
    kept = Duration.ofDays((long) LONGEST_MONTH_DAYS * retention.months());
  }

  @Override
  public void open(OpenContext context) {
    ValueStateDescriptor<Long> descriptor = new ValueStateDescriptor<>("home", Types.LONG);
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
    long named = hash(event.householdId());
    Long first = home.value();
    if (first == null) {
      home.update(named);
    } else if (first != named) {
      misfiled.collect(new HouseholdMessage.OfMisfiled(event));
    }
  }

  /** FNV-1a: 8 bytes for an id of up to 64, for there are a hundred times more events than ids. */
  static long hash(String householdId) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < householdId.length(); i++) {
      hash = (hash ^ householdId.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }

  private static HouseholdEvent event(HouseholdMessage message) {
    return ((HouseholdMessage.OfEvent) message).event();
  }
}
