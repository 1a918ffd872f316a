package io.hearthwatch.risk;

import java.io.Serial;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.util.Collector;

/** Lets no tick through: the clock moves time, and says nothing to any household or feed. */
final class TimeOnly<T> implements FlatMapFunction<Long, T>, ResultTypeQueryable<T> {

  @Serial private static final long serialVersionUID = 1L;

  private final TypeInformation<T> type;

  /** For a stream of this type. */
  TimeOnly(TypeInformation<T> type) {
    this.type = type;
  }

  @Override
  public void flatMap(Long tick, Collector<T> nothing) {
    // nothing goes on
  }

  @Override
  public TypeInformation<T> getProducedType() {
    return type;
  }
}
