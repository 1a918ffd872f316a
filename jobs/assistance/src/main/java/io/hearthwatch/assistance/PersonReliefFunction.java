package io.hearthwatch.assistance;

import io.hearthwatch.domain.relief.Books;
import io.hearthwatch.domain.relief.HouseholdRelief;
import io.hearthwatch.domain.relief.RegionScheme;
import io.hearthwatch.domain.relief.ReliefLedger;
import io.hearthwatch.io.flink.CellChange;
import io.hearthwatch.io.flink.HouseholdMessage;
import io.hearthwatch.io.flink.Metrics;
import java.io.Serial;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Keeps the grants of each person, whatever household they came to, and counts people. */
final class PersonReliefFunction
    extends KeyedProcessFunction<String, HouseholdMessage, CellChange> {

  @Serial private static final long serialVersionUID = 1L;

  private final List<Integer> regionLevels;
  private final Books books;

  private transient ValueState<byte[]> ledgerState;
  private transient HouseholdRelief relief;
  private transient Counter refused;

  PersonReliefFunction(List<Integer> regionLevels, Books books) {
    this.regionLevels = List.copyOf(regionLevels);
    this.books = books;
  }

  @Override
  public void open(OpenContext context) {
    ledgerState = getRuntimeContext().getState(HouseholdReliefFunction.LEDGER);
    relief = HouseholdRelief.ofPersons(new RegionScheme(regionLevels), books);
    refused = getRuntimeContext().getMetricGroup().counter(Metrics.REFUSED_EVENTS);
  }

  @Override
  public void processElement(
      HouseholdMessage message, Context context, Collector<CellChange> changes) throws Exception {
    byte[] known = ledgerState.value();
    ReliefLedger.Applied applied =
        relief.step(
            known == null ? null : ReliefLedger.ofBytes(known),
            ((HouseholdMessage.OfEvent) message).event(),
            (cell, reach, tally) -> changes.collect(CellChange.by(cell, reach, tally)));
    if (applied.outcome() == ReliefLedger.Outcome.STORED) {
      ledgerState.update(applied.ledger().toBytes());
    } else if (applied.outcome() == ReliefLedger.Outcome.FULL) {
      refused.inc(); // the household has it; that the person has not must not go unseen
    }
  }
}
