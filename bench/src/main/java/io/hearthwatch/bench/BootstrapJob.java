package io.hearthwatch.bench;

import io.hearthwatch.domain.alert.PolicyInForce;
import io.hearthwatch.risk.HouseholdRiskJob;
import java.io.Serial;
import java.nio.file.Path;
import java.util.concurrent.atomic.LongAdder;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;

/**
 * Fills the state from which both jobs start: it has the uid, the key and the state of the risk
 * function, and writes the profiles that its step makes of the seeded histories.
 */
final class BootstrapJob {

  /** The risk function's; docs/state.md. */
  static final String STATE_UID = "household-risk";

  /** The risk function's; docs/state.md. */
  static final ValueStateDescriptor<byte[]> PROFILE =
      new ValueStateDescriptor<>("profile", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);

  static final LongAdder PROFILES = new LongAdder();
  static final LongAdder BYTES = new LongAdder();

  private BootstrapJob() {}

  /** The source never ends, so that a savepoint can be taken when all households are there. */
  static void build(
      StreamExecutionEnvironment env, Households seeded, long households, Path policies) {
    env.setMaxParallelism(HouseholdRiskJob.MAX_PARALLELISM);
    env.fromSequence(0, Long.MAX_VALUE - 1)
        .setParallelism(1)
        .uid("households")
        .filter(household -> household < households || pause())
        .setParallelism(1)
        .uid("households-only")
        .keyBy(Households::id)
        .process(new Fill(seeded, policies.toString()))
        .uid(STATE_UID)
        .sinkTo(new DiscardingSink<>())
        .uid("nothing");
  }

  private static boolean pause() {
    try {
      Thread.sleep(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  private static final class Fill extends KeyedProcessFunction<String, Long, Long> {

    @Serial private static final long serialVersionUID = 1L;

    private final Households seeded;
    private final String policies;
    private transient PolicyInForce policy;
    private transient ValueState<byte[]> profile;

    Fill(Households seeded, String policies) {
      this.seeded = seeded;
      this.policies = policies;
    }

    @Override
    public void open(OpenContext context) {
      policy = CommittedPolicy.inForce(Path.of(policies));
      profile = getRuntimeContext().getState(PROFILE);
    }

    @Override
    public void processElement(Long household, Context context, Collector<Long> out)
        throws Exception {
      byte[] blob = Preload.profile(seeded, household, policy).toBytes();
      profile.update(blob);
      PROFILES.increment();
      BYTES.add(blob.length);
    }
  }
}
