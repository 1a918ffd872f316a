package io.hearthwatch.assistance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hearthwatch.io.flink.HouseholdMessage;
import io.hearthwatch.io.flink.TestSources;
import io.hearthwatch.io.flink.Watermarks;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;

/** The uids are for ever: a savepoint of any version is restored by them. */
class UidsTest {

  @Test
  void areThoseOfTheGoldenFile() throws Exception {
    StreamExecutionEnvironment env = AssistanceCluster.strict();
    AssistanceCluster.build(env, TestSources.none(), "none");
    List<String> uids =
        env.getStreamGraph().getStreamNodes().stream()
            .map(StreamNode::getTransformationUID)
            .sorted()
            .toList();
    try (InputStream golden = getClass().getResourceAsStream("/uids.txt")) {
      assertThat(String.join("\n", uids) + "\n")
          .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** Red twin: an operator without a uid does not get through. */
  @Test
  void anOperatorWithoutUidIsRefused() {
    StreamExecutionEnvironment env = AssistanceCluster.strict();
    AssistanceCluster.build(env, TestSources.none(), "none");
    env.fromSource(TestSources.none(), Watermarks.timeless(), "another")
        .sinkTo(new DiscardingSink<HouseholdMessage>());
    assertThatThrownBy(() -> env.getStreamGraph().getJobGraph()).hasMessageContaining("another");
  }
}
