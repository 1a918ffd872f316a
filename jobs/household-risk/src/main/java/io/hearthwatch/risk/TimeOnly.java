package io.hearthwatch.risk;

import io.hearthwatch.io.flink.HouseholdMessage;
import java.io.Serial;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.util.Collector;

/** Lets no tick through: the clock moves time, and says nothing to any household. */
final class TimeOnly
    implements FlatMapFunction<Long, HouseholdMessage>, ResultTypeQueryable<HouseholdMessage> {

  @Serial private static final long serialVersionUID = 1L;

  @Override
  public void flatMap(Long tick, Collector<HouseholdMessage> households) {
    // nothing goes on
  }

  @Override
  public TypeInformation<HouseholdMessage> getProducedType() {
    return HouseholdMessage.typeInformation();
  }
}
