package io.hearthwatch.io.flink;

import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.PersonRecords;
import io.hearthwatch.domain.household.Retention;
import io.hearthwatch.io.event.HouseholdEventCodec;
import java.io.Serial;
import java.time.ZoneId;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Carries a person's records to {@link PersonRecords} and passes on what other households must
 * know. It stands beside the way of the events, as {@link EventHomes} does.
 */
public final class PersonHouseholds
    extends KeyedProcessFunction<String, Tuple2<String, byte[]>, HouseholdMessage> {

  @Serial private static final long serialVersionUID = 1L;

  /** What travels here: the person, who is the key, and the event unread. */
  public static final TypeInformation<Tuple2<String, byte[]>> OF_PERSON =
      Types.TUPLE(Types.STRING, Types.PRIMITIVE_ARRAY(Types.BYTE));

  /** Name and type are for ever; the layout is within the bytes. */
  private static final ValueStateDescriptor<byte[]> RECORDS =
      new ValueStateDescriptor<>("person", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);

  private final String zone;
  private final int retentionMonths;

  private transient Retention retention;
  private transient ValueState<byte[]> records;
  private transient HouseholdEventCodec codec;

  public PersonHouseholds(Retention retention) {
    zone = retention.zone().getId();
    retentionMonths = retention.months();
  }

  /** Whether a message says something of a person that other households may need to know. */
  public static boolean concerns(HouseholdMessage message) {
    return message instanceof HouseholdMessage.OfEvent told && PersonRecords.concerns(told.event())
        || message instanceof HouseholdMessage.OfMisfiled misfiled
            && PersonRecords.concerns(misfiled.event());
  }

  @Override
  public void open(OpenContext context) {
    retention = new Retention(ZoneId.of(zone), retentionMonths);
    records = getRuntimeContext().getState(RECORDS);
    codec = new HouseholdEventCodec();
  }

  @Override
  public void processElement(
      Tuple2<String, byte[]> told, Context context, Collector<HouseholdMessage> out)
      throws Exception {
    byte[] bytes = records.value();
    PersonRecords before = bytes == null ? PersonRecords.none() : PersonRecords.ofBytes(bytes);
    HouseholdEvent event = codec.decode(told.f1).event();
    PersonRecords.Taken taken = before.take(event, retention);
    if (taken.records() != before) {
      records.update(taken.records().toBytes());
    }
    for (PersonRecords.Passed passed : taken.passed()) {
      out.collect(new HouseholdMessage.OfElsewhere(passed.toHousehold(), passed.event()));
    }
  }
}
