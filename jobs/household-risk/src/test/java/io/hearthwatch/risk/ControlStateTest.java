package io.hearthwatch.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.domain.alert.PolicyInForce;
import io.hearthwatch.io.contract.SingleObject;
import io.hearthwatch.wire.Completeness;
import io.hearthwatch.wire.ControlRecord;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.apache.flink.api.common.state.BroadcastState;
import org.junit.jupiter.api.Test;

class ControlStateTest {

  private static final LocalDate DAY = LocalDate.parse("2023-05-31");

  private final ControlState control = new ControlState(RiskFixtures.RETENTION);
  private final InMemory state = new InMemory();

  /** Thousands of cities say it every day; to compile the rules for each would stop the job. */
  @Test
  void completenessDoesNotCompileTheRulesAgain() throws Exception {
    control.take(RiskFixtures.bundle(), state);
    PolicyInForce before = control.inForce(state);
    control.take(complete("finance", "3607"), state);
    PolicyInForce after = control.inForce(state);
    assertThat(after.rules()).isSameAs(before.rules());
    assertThat(after.completeness().throughDay("finance", "360733")).isEqualTo(DAY.toEpochDay());
    assertThat(before.completeness().throughDay("finance", "360733")).isLessThan(0);
  }

  @Test
  void aBundleLeavesCompletenessAsItWas() throws Exception {
    control.take(complete("finance", "3607"), state);
    control.take(RiskFixtures.bundle(), state);
    assertThat(control.inForce(state).completeness().throughDay("finance", "360733"))
        .isEqualTo(DAY.toEpochDay());
  }

  @Test
  void afterARestartAllIsReadFromState() throws Exception {
    control.take(RiskFixtures.bundle(), state);
    control.take(complete("finance", "3607"), state);
    PolicyInForce restored = new ControlState(RiskFixtures.RETENTION).inForce(state);
    assertThat(restored.rules().bundle()).isEqualTo(control.inForce(state).rules().bundle());
    assertThat(restored.completeness().throughDay("finance", "360733")).isEqualTo(DAY.toEpochDay());
  }

  private static byte[] complete(String source, String region) {
    return new SingleObject<>(ControlRecord.class)
        .encode(new ControlRecord(new Completeness(source, region, DAY)));
  }

  private static final class InMemory implements BroadcastState<String, byte[]> {
    private final Map<String, byte[]> entries = new HashMap<>();

    @Override
    public void put(String key, byte[] value) {
      entries.put(key, value);
    }

    @Override
    public void putAll(Map<String, byte[]> all) {
      entries.putAll(all);
    }

    @Override
    public void remove(String key) {
      entries.remove(key);
    }

    @Override
    public Iterator<Map.Entry<String, byte[]>> iterator() {
      return entries.entrySet().iterator();
    }

    @Override
    public Iterable<Map.Entry<String, byte[]>> entries() {
      return entries.entrySet();
    }

    @Override
    public byte[] get(String key) {
      return entries.get(key);
    }

    @Override
    public boolean contains(String key) {
      return entries.containsKey(key);
    }

    @Override
    public Iterable<Map.Entry<String, byte[]>> immutableEntries() {
      return entries.entrySet();
    }

    @Override
    public void clear() {
      entries.clear();
    }
  }
}
