package io.hearthwatch.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hearthwatch.domain.alert.PolicyInForce;
import io.hearthwatch.domain.household.Retention;
import io.hearthwatch.io.contract.SingleObject;
import io.hearthwatch.io.policy.PolicyException;
import io.hearthwatch.io.policy.PolicyFiles;
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
    control.take(RiskFixtures.bundle(), ControlState.AT_ONCE, state);
    PolicyInForce before = control.inForce(state);
    control.take(complete("finance", "3607"), ControlState.AT_ONCE, state);
    PolicyInForce after = control.inForce(state);
    assertThat(after.rules()).isSameAs(before.rules());
    assertThat(after.completeness().throughDay("finance", "360733")).isEqualTo(DAY.toEpochDay());
    assertThat(before.completeness().throughDay("finance", "360733")).isLessThan(0);
  }

  @Test
  void aBundleLeavesCompletenessAsItWas() throws Exception {
    control.take(complete("finance", "3607"), ControlState.AT_ONCE, state);
    control.take(RiskFixtures.bundle(), ControlState.AT_ONCE, state);
    assertThat(control.inForce(state).completeness().throughDay("finance", "360733"))
        .isEqualTo(DAY.toEpochDay());
  }

  @Test
  void afterARestartAllIsReadFromState() throws Exception {
    control.take(RiskFixtures.bundle(), ControlState.AT_ONCE, state);
    control.take(complete("finance", "3607"), ControlState.AT_ONCE, state);
    PolicyInForce restored = new ControlState(RiskFixtures.RETENTION).inForce(state);
    assertThat(restored.rules().bundle()).isEqualTo(control.inForce(state).rules().bundle());
    assertThat(restored.completeness().throughDay("finance", "360733")).isEqualTo(DAY.toEpochDay());
  }

  /** After an outage: what was sent before the word may still lie unread. */
  @Test
  void aWordCountsWhenTimeHasComeToIt() throws Exception {
    control.take(RiskFixtures.bundle(), ControlState.AT_ONCE, state);
    control.take(complete("finance", "3607"), 1_000, state);
    assertThat(through(control.inForce(999, state))).isEqualTo(never());
    assertThat(through(control.withAllThatWasSaid(state))).isEqualTo(DAY.toEpochDay());
    assertThat(through(control.inForce(999, state)))
        .as("a question ends nothing")
        .isEqualTo(never());

    ControlState restored = new ControlState(RiskFixtures.RETENTION);
    assertThat(through(restored.inForce(Long.MIN_VALUE, state))).isEqualTo(never());
    assertThat(through(restored.withAllThatWasSaid(state))).isEqualTo(DAY.toEpochDay());
    assertThat(through(restored.inForce(1_000, state))).isEqualTo(DAY.toEpochDay());

    assertThat(through(control.inForce(1_000, state))).isEqualTo(DAY.toEpochDay());
    control.take(complete("housing", ""), 2_000, state); // state can be written again
    assertThat(through(new ControlState(RiskFixtures.RETENTION).inForce(Long.MIN_VALUE, state)))
        .isEqualTo(DAY.toEpochDay());
  }

  /** What is taken back is, at once; what is said again counts as it was said first. */
  @Test
  void aWordThatSaysNoMoreCountsAtOnceAndOneThatIsRepeatedDoesNotBeginAnew() throws Exception {
    control.take(complete("finance", "3607"), 1_000, state);
    control.take(complete("finance", "3607"), 5_000, state);
    assertThat(through(control.inForce(1_000, state))).isEqualTo(DAY.toEpochDay());

    control.take(complete("finance", "3607", DAY.minusDays(30)), 9_000, state);
    assertThat(through(control.inForce(1_000, state))).isEqualTo(DAY.minusDays(30).toEpochDay());
  }

  private static long through(PolicyInForce policy) {
    return policy.completeness().throughDay("finance", "360733");
  }

  private static long never() {
    return io.hearthwatch.domain.policy.Completeness.NEVER;
  }

  /** It compiles, but it could never fire: only the check sees that. */
  @Test
  void refusesWhatTheCheckRefusesAndKeepsTheFormerBundle() throws Exception {
    assertThat(control.take(RiskFixtures.bundle(), ControlState.AT_ONCE, state).problem())
        .isEmpty();
    PolicyInForce before = control.inForce(state);
    PolicyFiles silent =
        RiskFixtures.withRule("M99", "medical(days(17)) > 3 && medical(days(17)) < 3");
    assertThat(control.take(RiskFixtures.bundle(silent), ControlState.AT_ONCE, state))
        .isEqualTo(
            new ControlState.Offer(
                silent.version(),
                "rules/M99.yaml:5: M99 can never fire: medical(days(17)) > 3 and medical(days(17))"
                    + " < 3 are never true together"));
    assertThat(control.inForce(state)).isSameAs(before);
    assertThat(new ControlState(RiskFixtures.RETENTION).version(state))
        .as("after a restart")
        .isEqualTo(RiskFixtures.committed().version());
  }

  @Test
  void saysTheFirstProblemAndHowManyMoreThereAre() throws Exception {
    PolicyFiles wrong = RiskFixtures.withRule("M99", "medical(days(999)) > nothing()");
    assertThat(control.take(RiskFixtures.bundle(wrong), ControlState.AT_ONCE, state).problem())
        .isEqualTo(
            "rules/M99.yaml:5: M99 when, column 29: undeclared reference to 'nothing' (and 1 more;"
                + " `hearthwatch policy check` names them)");
    assertThat(control.version(state)).isEmpty();
  }

  /** A later release may not read what was in force; what it reads then must not fail by that. */
  @Test
  void aBundleThatCanBeReadCuresOneThatNoLongerCan() throws Exception {
    state.put(
        "bundle", RiskFixtures.bundle(RiskFixtures.with("rules/M01.yaml", "of: another time")));
    assertThatThrownBy(() -> control.version(state)).isInstanceOf(PolicyException.class);
    assertThat(control.take(RiskFixtures.bundle(), ControlState.AT_ONCE, state).problem())
        .isEmpty();
    assertThat(control.version(state)).isEqualTo(RiskFixtures.committed().version());
  }

  /** A job that keeps less than the longest window needs would never see what it asks for. */
  @Test
  void refusesWindowsBeyondItsOwnRetention() throws Exception {
    ControlState keepsLess = new ControlState(new Retention(RiskFixtures.RETENTION.zone(), 24));
    assertThat(keepsLess.take(RiskFixtures.bundle(), ControlState.AT_ONCE, state).problem())
        .startsWith("rules/C01.yaml")
        .contains("months(24) is longer than 12 months");
  }

  private static byte[] complete(String source, String region) {
    return complete(source, region, DAY);
  }

  private static byte[] complete(String source, String region, LocalDate through) {
    return new SingleObject<>(ControlRecord.class)
        .encode(new ControlRecord(new Completeness(source, region, through)));
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
