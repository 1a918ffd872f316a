package io.hearthwatch.risk;

import io.hearthwatch.domain.alert.PolicyInForce;
import io.hearthwatch.domain.household.Retention;
import io.hearthwatch.domain.policy.Completeness;
import io.hearthwatch.domain.policy.PolicyBundle;
import io.hearthwatch.domain.rule.RuleBook;
import io.hearthwatch.io.contract.SingleObject;
import io.hearthwatch.io.policy.PolicyBundleCodec;
import io.hearthwatch.wire.ControlRecord;
import java.nio.ByteBuffer;
import java.util.Map;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * What was said to all: the bundle as bytes, and through which day each source is complete. The
 * bundle is compiled when it is first needed, and again after a restart.
 */
final class ControlState {

  /** Name and types are for ever. */
  static final MapStateDescriptor<String, byte[]> DESCRIPTOR =
      new MapStateDescriptor<>(
          "control", Types.STRING, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);

  private static final String BUNDLE = "bundle";
  private static final String COMPLETE = "complete/";

  private final Retention retention;
  private final SingleObject<ControlRecord> codec = new SingleObject<>(ControlRecord.class);
  private PolicyInForce inForce;

  ControlState(Retention retention) {
    this.retention = retention;
  }

  /**
   * Takes one control record.
   *
   * @return the version of a bundle that was taken, or empty for a completeness
   */
  String take(byte[] bytes, BroadcastState<String, byte[]> state) throws Exception {
    ControlRecord record = codec.decode(bytes);
    if (record.getBody() instanceof io.hearthwatch.wire.Completeness said) {
      take(said, state);
      return "";
    }
    io.hearthwatch.wire.PolicyBundle bundle = (io.hearthwatch.wire.PolicyBundle) record.getBody();
    RuleBook rules = compile(bundle); // throws before anything is changed
    inForce = new PolicyInForce(rules, inForce(state).completeness(), retention);
    state.put(BUNDLE, bytes);
    return bundle.getVersion();
  }

  /** Cities say it thousands of times a day: the rules are not compiled again for it. */
  private void take(io.hearthwatch.wire.Completeness said, BroadcastState<String, byte[]> state)
      throws Exception {
    String source = said.getSource();
    String region = said.getRegionPrefix();
    int day = Math.toIntExact(said.getCompleteThrough().toEpochDay());
    PolicyInForce before = inForce(state);
    inForce =
        new PolicyInForce(
            before.rules(), before.completeness().with(source, region, day), retention);
    state.put(COMPLETE + source + "/" + region, ByteBuffer.allocate(4).putInt(day).array());
  }

  /** What a step decides by. */
  PolicyInForce inForce(ReadOnlyBroadcastState<String, byte[]> state) throws Exception {
    if (inForce == null) {
      inForce = new PolicyInForce(rules(state), completeness(state), retention);
    }
    return inForce;
  }

  private RuleBook rules(ReadOnlyBroadcastState<String, byte[]> state) throws Exception {
    byte[] bytes = state.get(BUNDLE);
    return bytes == null
        ? null
        : compile((io.hearthwatch.wire.PolicyBundle) codec.decode(bytes).getBody());
  }

  private static RuleBook compile(io.hearthwatch.wire.PolicyBundle bundle) {
    PolicyBundle parsed = PolicyBundleCodec.read(bundle);
    return new RuleBook(parsed);
  }

  private static Completeness completeness(ReadOnlyBroadcastState<String, byte[]> state)
      throws Exception {
    Completeness completeness = Completeness.NONE;
    for (Map.Entry<String, byte[]> entry : state.immutableEntries()) {
      if (entry.getKey().startsWith(COMPLETE)) {
        String[] sourceAndRegion = entry.getKey().substring(COMPLETE.length()).split("/", 2);
        completeness =
            completeness.with(
                sourceAndRegion[0], sourceAndRegion[1], ByteBuffer.wrap(entry.getValue()).getInt());
      }
    }
    return completeness;
  }
}
