package io.hearthwatch.assistance;

import io.hearthwatch.domain.relief.DisasterReports;
import io.hearthwatch.domain.relief.RegionScheme;
import io.hearthwatch.io.event.HouseholdEventCodec;
import io.hearthwatch.io.flink.CellChange;
import java.io.Serial;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Keeps what is officially reported of each disaster, region by region, and carries it upwards. */
final class DisasterReportsFunction
    extends KeyedProcessFunction<String, Tuple3<String, String, byte[]>, CellChange> {

  @Serial private static final long serialVersionUID = 1L;

  /** Name and types are for ever; the layout is within the bytes. */
  private static final MapStateDescriptor<String, byte[]> REGIONS =
      new MapStateDescriptor<>(
          "reports", Types.STRING, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);

  private final List<Integer> regionLevels;

  private transient MapState<String, byte[]> regions;
  private transient RegionScheme scheme;
  private transient HouseholdEventCodec codec;

  DisasterReportsFunction(List<Integer> regionLevels) {
    this.regionLevels = List.copyOf(regionLevels);
  }

  @Override
  public void open(OpenContext context) {
    regions = getRuntimeContext().getMapState(REGIONS);
    scheme = new RegionScheme(regionLevels);
    codec = new HouseholdEventCodec();
  }

  @Override
  public void processElement(
      Tuple3<String, String, byte[]> report, Context context, Collector<CellChange> changes)
      throws Exception {
    DisasterReports.report(
        report.f0,
        report.f1,
        codec.decode(report.f2).event(),
        scheme,
        regions::get,
        regions::put,
        (cell, reach, tally) -> changes.collect(CellChange.by(cell, reach, tally)));
  }
}
