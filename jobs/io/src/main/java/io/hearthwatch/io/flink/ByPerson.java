package io.hearthwatch.io.flink;

import io.hearthwatch.io.event.HouseholdEventCodec;
import java.io.Serial;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.java.tuple.Tuple2;

/** Whom a message is about, and what it tells: of a misfiled event, what bars it. */
public final class ByPerson extends RichMapFunction<HouseholdMessage, Tuple2<String, byte[]>> {

  @Serial private static final long serialVersionUID = 1L;

  private transient HouseholdEventCodec codec;

  @Override
  public void open(OpenContext context) {
    codec = new HouseholdEventCodec();
  }

  @Override
  public Tuple2<String, byte[]> map(HouseholdMessage message) {
    if (message instanceof HouseholdMessage.OfMisfiled misfiled) {
      return Tuple2.of(misfiled.event().personId(), codec.encode(misfiled.event().barring()));
    }
    HouseholdMessage.OfEvent told = (HouseholdMessage.OfEvent) message;
    return Tuple2.of(told.event().personId(), told.newest());
  }
}
