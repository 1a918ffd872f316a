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
import java.util.HashMap;
import java.util.List;
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
  private static final String LATER = "later/";

  /** From when on a word counts that counts at once. */
  static final long AT_ONCE = Long.MIN_VALUE;

  private final Retention retention;
  private final SingleObject<ControlRecord> codec = new SingleObject<>(ControlRecord.class);
  private PolicyInForce inForce;

  /** Words that do not count yet, by source and region; null until they are read. */
  private Map<String, Later> later;

  /** From when on the first of them counts; they are not gone through for every event. */
  private long earliestMs = Long.MAX_VALUE;

  /** Those that have begun to count since state could be written last. */
  private final Map<String, Integer> begun = new HashMap<>();

  private PolicyInForce withAll;

  /** A word that counts from an instant on, epoch milliseconds. */
  private record Later(int throughDay, long fromMs) {}

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
   * @param fromMs from when on a word of completeness counts: when the broker got it. After an
   *     outage the events of days lie beside it and are still to be read; {@link #AT_ONCE} where
   *     time does not go by the broker's clock
   * @throws IOException where the bytes are no control record
   */
  Offer take(byte[] bytes, long fromMs, BroadcastState<String, byte[]> state) throws Exception {
    ControlRecord record = codec.decode(bytes);
    withAll = null;
    if (record.getBody() instanceof io.hearthwatch.wire.Completeness said) {
      take(said, fromMs, state);
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
  private void take(
      io.hearthwatch.wire.Completeness said, long fromMs, BroadcastState<String, byte[]> state)
      throws Exception {
    String feed = said.getSource() + "/" + said.getRegionPrefix();
    int day = Math.toIntExact(said.getCompleteThrough().toEpochDay());
    for (Map.Entry<String, Integer> word : begun.entrySet()) {
      state.put(COMPLETE + word.getKey(), ByteBuffer.allocate(4).putInt(word.getValue()).array());
      state.remove(LATER + word.getKey());
    }
    begun.clear();
    boolean saysNoMore = day <= said(feed, state);
    if (fromMs == AT_ONCE || saysNoMore) {
      counts(feed, day, state);
      later(state).remove(feed);
      state.put(COMPLETE + feed, ByteBuffer.allocate(4).putInt(day).array());
      state.remove(LATER + feed);
    } else {
      // One before that may not have begun to count gives way: that says less. The same day said
      // once more counts as it was said first, or who says it often would never be heard.
      Later before = later(state).get(feed);
      long from = before != null && before.throughDay == day ? before.fromMs : fromMs;
      later(state).put(feed, new Later(day, from));
      earliestMs = Math.min(earliestMs, from);
      state.put(LATER + feed, ByteBuffer.allocate(12).putInt(day).putLong(from).array());
    }
  }

  /** Through which day what counts of a feed says that it is complete. */
  private static int said(String feed, BroadcastState<String, byte[]> state) throws Exception {
    byte[] day = state.get(COMPLETE + feed);
    return day == null ? Completeness.NEVER : ByteBuffer.wrap(day).getInt();
  }

  private void counts(String feed, int day, ReadOnlyBroadcastState<String, byte[]> state)
      throws Exception {
    PolicyInForce before = inForce(state);
    inForce = new PolicyInForce(before.rules(), with(before.completeness(), feed, day), retention);
  }

  private static Completeness with(Completeness completeness, String feed, int day) {
    String[] sourceAndRegion = feed.split("/", 2);
    return completeness.with(sourceAndRegion[0], sourceAndRegion[1], day);
  }

  /**
   * What a step decides by at a time.
   *
   * @param timeMs all that the broker got before it has been read
   */
  PolicyInForce inForce(long timeMs, ReadOnlyBroadcastState<String, byte[]> state)
      throws Exception {
    Map<String, Later> waiting = later(state);
    if (timeMs >= earliestMs) {
      for (String feed : List.copyOf(waiting.keySet())) {
        Later word = waiting.get(feed);
        if (word.fromMs <= timeMs) {
          counts(feed, word.throughDay, state);
          begun.put(feed, word.throughDay);
          waiting.remove(feed);
        }
      }
      earliestMs = earliest();
    }
    return inForce(state);
  }

  private long earliest() {
    return later.values().stream().mapToLong(Later::fromMs).min().orElse(Long.MAX_VALUE);
  }

  /**
   * What a question is answered by: {@code review} has waited until all events were read, and asks
   * because of what was said.
   */
  PolicyInForce withAllThatWasSaid(ReadOnlyBroadcastState<String, byte[]> state) throws Exception {
    PolicyInForce now = inForce(state);
    if (later(state).isEmpty()) {
      return now;
    }
    if (withAll == null) {
      Completeness completeness = now.completeness();
      for (Map.Entry<String, Later> word : later.entrySet()) {
        completeness = with(completeness, word.getKey(), word.getValue().throughDay);
      }
      withAll = new PolicyInForce(now.rules(), completeness, retention);
    }
    return withAll;
  }

  private Map<String, Later> later(ReadOnlyBroadcastState<String, byte[]> state) throws Exception {
    if (later == null) {
      later = new HashMap<>();
      for (Map.Entry<String, byte[]> entry : state.immutableEntries()) {
        if (entry.getKey().startsWith(LATER)) {
          ByteBuffer word = ByteBuffer.wrap(entry.getValue());
          later.put(
              entry.getKey().substring(LATER.length()), new Later(word.getInt(), word.getLong()));
        }
      }
      earliestMs = earliest();
    }
    return later;
  }

  /** What counts so far. */
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
        completeness =
            with(
                completeness,
                entry.getKey().substring(COMPLETE.length()),
                ByteBuffer.wrap(entry.getValue()).getInt());
      }
    }
    return completeness;
  }
}
