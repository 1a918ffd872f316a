package io.hearthwatch.io.flink;

import io.hearthwatch.domain.household.Retention;
import io.hearthwatch.io.event.HouseholdEventCodec;
import java.io.Serial;
import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Remembers for each event id which household was named first, and passes on the versions that name
 * another one: a household alone cannot know. It stands beside the way of the events, not in it, so
 * that the events of a household keep their order and wait for nobody ({@code
 * docs/decisions/009-one-household-an-event.md}).
 */
public final class EventHomes
    extends KeyedProcessFunction<Long, Tuple3<Long, Long, byte[]>, HouseholdMessage> {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * What travels here: key, hash of the household, and the event unread, for nearly all is well.
   */
  public static final TypeInformation<Tuple3<Long, Long, byte[]>> NAMED =
      Types.TUPLE(Types.LONG, Types.LONG, Types.PRIMITIVE_ARRAY(Types.BYTE));

  private static final int LONGEST_MONTH_DAYS = 31;

  private final Duration kept;
  private transient ValueState<Long> home;
  private transient HouseholdEventCodec codec;

  public EventHomes(Retention retention) {
    kept = Duration.ofDays((long) LONGEST_MONTH_DAYS * retention.months());
  }

  @Override
  public void open(OpenContext context) {
    ValueStateDescriptor<Long> descriptor = new ValueStateDescriptor<>("home", Types.LONG);
    descriptor.enableTimeToLive(StateTtlConfig.newBuilder(kept).build());
    home = getRuntimeContext().getState(descriptor);
    codec = new HouseholdEventCodec();
  }

  /** Which household an event names; the key is the part of its id that a ledger keeps. */
  public static Tuple3<Long, Long, byte[]> named(HouseholdMessage message) {
    HouseholdMessage.OfEvent event = (HouseholdMessage.OfEvent) message;
    return Tuple3.of(
        event.event().eventId().high(), hash(event.event().householdId()), event.newest());
  }

  @Override
  public void processElement(
      Tuple3<Long, Long, byte[]> named, Context context, Collector<HouseholdMessage> misfiled)
      throws Exception {
    Long first = home.value();
    if (first == null) {
      home.update(named.f1);
    } else if (!first.equals(named.f1)) {
      misfiled.collect(new HouseholdMessage.OfMisfiled(codec.decode(named.f2).event()));
    }
  }

  /** FNV-1a: 8 bytes for an id of up to 64, for there are a hundred times more events than ids. */
  public static long hash(String householdId) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < householdId.length(); i++) {
      hash = (hash ^ householdId.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }
}
