package io.hearthwatch.risk;

import io.hearthwatch.io.flink.KafkaRecord;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;

/** A function that hears of control, alone, with a clock that the test moves. */
final class RiskHarness {

  private RiskHarness() {}

  /**
   * Starts it.
   *
   * @param from state to go on from; null from nothing
   */
  static <T> KeyedBroadcastOperatorTestHarness<String, T, byte[], KafkaRecord> started(
      KeyedBroadcastProcessFunction<String, T, byte[], KafkaRecord> function,
      KeySelector<T, String> key,
      OperatorSubtaskState from)
      throws Exception {
    KeyedBroadcastOperatorTestHarness<String, T, byte[], KafkaRecord> harness =
        new KeyedBroadcastOperatorTestHarness<>(
            new CoBroadcastWithKeyedOperator<>(function, List.of(ControlState.DESCRIPTOR)),
            key,
            Types.STRING,
            HouseholdRiskJob.MAX_PARALLELISM,
            1,
            0);
    if (from != null) {
      harness.initializeState(from);
    }
    harness.open();
    return harness;
  }
}
