package io.hearthwatch.stack.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.io.policy.PolicyBundleCodec;
import io.hearthwatch.io.policy.PolicyFiles;
import io.hearthwatch.wire.ControlAck;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who took what: acknowledgements put beside the bundles that they are about. */
class PolicyHistoryTest {

  private static final String JOB = "household-risk";
  private static final PublishedPolicies.Published FIRST =
      published(1, Map.of("rules/A01.yaml", "a", "rules/M01.yaml", "m"));
  private static final PublishedPolicies.Published SECOND =
      published(10, Map.of("rules/A01.yaml", "b", "rules/Z01.yaml", "z"));

  @Test
  void countsFilesThatAreNewGoneOrOtherwise() {
    assertThat(PolicyHistory.of(List.of(FIRST, SECOND), List.of()))
        .extracting(PolicyHistory.Entry::changedFiles)
        .containsExactly(2, 3);
  }

  @Test
  void saysWhoTookAndWhoRefused() {
    String first = FIRST.bundle().getVersion();
    String second = SECOND.bundle().getVersion();
    List<PolicyHistory.Entry> entries =
        PolicyHistory.of(
            List.of(FIRST, SECOND),
            List.of(
                said(2, 0, first, "", first),
                said(2, 1, first, "", ""), // a job of before it named what it was offered
                said(11, 0, first, "wrong", second)));
    assertThat(entries.get(0).answers()).containsExactly(new PolicyHistory.Answer(JOB, 2, 2, ""));
    assertThat(entries.get(1).answers())
        .containsExactly(new PolicyHistory.Answer(JOB, 0, 2, "wrong"));
  }

  /** The same bundle once more: what was said of it before is not said of it now. */
  @Test
  void aBundleThatComesBackIsAnsweredAnew() {
    String first = FIRST.bundle().getVersion();
    PublishedPolicies.Published again = new PublishedPolicies.Published(at(20), FIRST.bundle());
    assertThat(
            PolicyHistory.of(
                List.of(FIRST, SECOND, again),
                List.of(
                    said(2, 0, first, "", first),
                    said(2, 1, first, "", first),
                    said(21, 0, first, "", first))))
        .extracting(entry -> entry.answers().stream().mapToInt(PolicyHistory.Answer::taken).sum())
        .containsExactly(2, 0, 1);
  }

  @Test
  void awaitsEverySubtaskThatTheJobHasNow() {
    Acknowledgements said = new Acknowledgements(JOB);
    assertThat(said.allTook("")).isFalse();
    for (int subtask = 0; subtask < 4; subtask++) {
      said.add(new ControlAck(JOB, subtask, 4, "a", "", "a"));
    }
    said.add(new ControlAck("another", 0, 1, "b", "", "b"));
    assertThat(said.allTook("a")).isTrue();
    said.add(new ControlAck(JOB, 0, 2, "b", "", "b")); // started again with fewer
    assertThat(said.taken("b")).isEqualTo(1);
    assertThat(said.allTook("b")).isFalse();
    said.add(new ControlAck(JOB, 1, 2, "b", "wrong", "c"));
    assertThat(said.allTook("b")).isTrue();
    assertThat(said.refusal("c")).contains("wrong");
    assertThat(said.refusal("b")).isEmpty();
  }

  private static PublishedPolicies.Published published(int second, Map<String, String> files) {
    return new PublishedPolicies.Published(
        at(second), PolicyBundleCodec.toWire(PolicyFiles.of(files), "li", "why", at(second)));
  }

  private static PolicyHistory.Said said(
      int second, int subtask, String inForce, String problem, String offered) {
    return new PolicyHistory.Said(
        at(second), new ControlAck(JOB, subtask, 2, inForce, problem, offered));
  }

  private static Instant at(int second) {
    return Instant.ofEpochSecond(second);
  }
}
