package io.hearthwatch.risk;

import io.hearthwatch.domain.alert.PolicyInForce;
import io.hearthwatch.domain.household.Retention;
import io.hearthwatch.domain.policy.Completeness;
import io.hearthwatch.domain.rule.RuleBook;
import io.hearthwatch.io.contract.SingleObject;
import io.hearthwatch.io.policy.PolicyBundleCodec;
import io.hearthwatch.io.policy.PolicyException;
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
   * What became of a bundle.
   *
   * @param version of the bundle; empty for a completeness
   * @param problem why it was refused, in one line; empty where it was taken
   */
  record Offer(String version, String problem) {
    private static final Offer NONE = new Offer("", "");
  }

  /**
   * Takes one control record. A bundle is checked as the command checks it, since anybody may write
   * to the topic; where it is refused nothing changes.
   *
   * @throws IOException where the bytes are no control record
   */
  Offer take(byte[] bytes, BroadcastState<String, byte[]> state) throws Exception {
    ControlRecord record = codec.decode(bytes);
    if (record.getBody() instanceof io.hearthwatch.wire.Completeness said) {
      take(said, state);
      return Offer.NONE;
    }
    io.hearthwatch.wire.PolicyBundle bundle = (io.hearthwatch.wire.PolicyBundle) record.getBody();
    RuleBook rules;
    try {
      rules = new RuleBook(PolicyBundleCodec.checked(bundle, retention.months()));
    } catch (PolicyException e) {
      return new Offer(bundle.getVersion(), e.inOneLine());
    } catch (RuntimeException e) {
      return new Offer(bundle.getVersion(), String.valueOf(e.getMessage()));
    }
    // Not by way of the former rules: a bundle that can be read cures one that no longer can.
    Completeness before = inForce == null ? completeness(state) : inForce.completeness();
    inForce = new PolicyInForce(rules, before, retention);
    state.put(BUNDLE, bytes);
    return new Offer(bundle.getVersion(), "");
  }

  /** Version of the bundle that is in force; empty before the first. */
  String version(ReadOnlyBroadcastState<String, byte[]> state) throws Exception {
    RuleBook rules = inForce(state).rules();
    return rules == null ? "" : rules.bundle().version();
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

  /** Not checked again: what was taken once holds, whatever a later release thinks of it. */
  private static RuleBook compile(io.hearthwatch.wire.PolicyBundle bundle) {
    return new RuleBook(PolicyBundleCodec.read(bundle));
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
