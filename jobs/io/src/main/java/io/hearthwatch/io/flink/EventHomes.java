package io.hearthwatch.io.flink;

import io.hearthwatch.domain.household.EventId;
import io.hearthwatch.domain.household.HouseholdEvent;
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
import org.apache.flink.util.OutputTag;

/**
 * Remembers for each event id which household and person were named first, and passes on the
 * versions that name another household: a household alone cannot know. It stands beside the way of
 * the events, not in it, so that the events of a household keep their order and wait for nobody
 * ({@code docs/decisions/009-one-household-an-event.md}).
 *
 * <p>A version that names the household and another person is for whoever keeps what is told of
 * people: the household refuses it by itself, and in its own order.
 */
public final class EventHomes
    extends KeyedProcessFunction<Long, Tuple3<Long, Long, byte[]>, HouseholdMessage> {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * What travels here: key, hash of household and person, and the event unread, for nearly all is
   * well.
   */
  public static final TypeInformation<Tuple3<Long, Long, byte[]>> NAMED =
      Types.TUPLE(Types.LONG, Types.LONG, Types.PRIMITIVE_ARRAY(Types.BYTE));

  /** Versions that name another person of the same household. */
  public static final OutputTag<HouseholdMessage> OTHER_PERSON =
      new OutputTag<>("other-person", HouseholdMessage.typeInformation());

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

  /** Whom an event names. */
  public static Tuple3<Long, Long, byte[]> named(HouseholdMessage message) {
    HouseholdMessage.OfEvent of = (HouseholdMessage.OfEvent) message;
    HouseholdEvent event = of.event();
    return Tuple3.of(
        key(event.eventId()), hash(event.householdId(), event.personId()), of.newest());
  }

  @Override
  public void processElement(
      Tuple3<Long, Long, byte[]> named, Context context, Collector<HouseholdMessage> misfiled)
      throws Exception {
    Long first = home.value();
    if (first == null) {
      home.update(named.f1);
    } else if (!first.equals(named.f1)) {
      var message = new HouseholdMessage.OfMisfiled(codec.decode(named.f2).event());
      if (household(first) == household(named.f1)) {
        context.output(OTHER_PERSON, message);
      } else {
        misfiled.collect(message);
      }
    }
  }

  /**
   * 64 bits of the whole id: ids that begin with the time share their first eight bytes with others
   * of the millisecond. The second half is mixed as MurmurHash3 ends (fmix64).
   */
  public static long key(EventId id) {
    long low = id.low();
    low = (low ^ (low >>> 33)) * 0xff51afd7ed558ccdL;
    low = (low ^ (low >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return id.high() ^ low ^ (low >>> 33);
  }

  /**
   * FNV-1a of both, 32 bits each: 8 bytes for ids of up to 64, for there are a hundred times more
   * events than ids.
   */
  public static long hash(String householdId, String personId) {
    return (long) hash(householdId) << Integer.SIZE
        | Integer.toUnsignedLong(hash(personId == null ? "" : personId));
  }

  private static int household(long hash) {
    return (int) (hash >>> Integer.SIZE);
  }

  private static int hash(String id) {
    int hash = 0x811c9dc5;
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * 0x01000193;
    }
    return hash;
  }
}
