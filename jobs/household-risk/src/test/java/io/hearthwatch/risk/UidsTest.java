package io.hearthwatch.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hearthwatch.io.flink.Collected;
import io.hearthwatch.io.flink.HouseholdMessage;
import io.hearthwatch.io.flink.TestSources;
import io.hearthwatch.io.flink.Watermarks;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;

/** The uids are for ever: a savepoint of any version is restored by them. */
class UidsTest {

  @Test
  void areThoseOfTheGoldenFile() throws Exception {
    StreamExecutionEnvironment env = strict();
    build(env);
    assertThat(uids(env)).isEqualTo(golden("/uids.txt"));
  }

  @Test
  void thoseOfTheWhatIfAreItsOwn() throws Exception {
    StreamExecutionEnvironment env = strict();
    WhatIfJob.build(
        env,
        TestSources.none(),
        Watermarks.timeless(),
        TestSources.noBytes(),
        new Collected("none"),
        new WhatIfQuestion("", "", "", List.of()),
        RiskFixtures.RETENTION,
        true);
    assertThat(uids(env)).isEqualTo(golden("/uids-what-if.txt"));
  }

  private static String uids(StreamExecutionEnvironment env) {
    List<String> uids =
        env.getStreamGraph().getStreamNodes().stream()
            .map(StreamNode::getTransformationUID)
            .sorted()
            .toList();
    return String.join("\n", uids) + "\n";
  }

  private static String golden(String file) throws IOException {
    try (InputStream golden = UidsTest.class.getResourceAsStream(file)) {
      return new String(golden.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Red twin: an operator without a uid does not get through. */
  @Test
  void anOperatorWithoutUidIsRefused() {
    StreamExecutionEnvironment env = strict();
    build(env);
    env.fromSource(TestSources.none(), Watermarks.timeless(), "another")
        .sinkTo(new DiscardingSink<HouseholdMessage>());
    assertThatThrownBy(() -> env.getStreamGraph().getJobGraph()).hasMessageContaining("another");
  }

  private static StreamExecutionEnvironment strict() {
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    return StreamExecutionEnvironment.getExecutionEnvironment(configuration);
  }

  private static void build(StreamExecutionEnvironment env) {
    Collected sink = new Collected("none");
    HouseholdRiskJob.build(
        env,
        new RiskSources(
            TestSources.none(), Watermarks.timeless(), TestSources.none(), TestSources.noBytes()),
        new RiskSinks(sink, sink, sink, sink, sink),
        Optional.of(new RiskClock(TestSources.noTicks(), DeadlineTimers.AT_THE_BEGINNING)),
        RiskFixtures.RETENTION,
        true);
  }
}
