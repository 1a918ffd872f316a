package io.hearthwatch.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hearthwatch.io.tables.PostgresSinks;
import io.hearthwatch.io.tables.ReceivedRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
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
    StreamExecutionEnvironment env = strictEnvironment();
    build(env);

    List<String> uids =
        env.getStreamGraph().getStreamNodes().stream()
            .map(StreamNode::getTransformationUID)
            .sorted()
            .toList();

    assertThat(uids).isEqualTo(golden()).doesNotHaveDuplicates();
  }

  /** The red twin: with the job's settings an operator without uid does not get through. */
  @Test
  void anOperatorWithoutUidIsRefused() {
    StreamExecutionEnvironment env = strictEnvironment();
    build(env);
    env.fromSource(TestSources.of(1, i -> record()), WatermarkStrategy.noWatermarks(), "another")
        .sinkTo(new DiscardingSink<>());

    assertThatThrownBy(() -> env.getStreamGraph().getJobGraph())
        .hasMessageContaining("no UID or hash has been assigned to operator another");
  }

  private static StreamExecutionEnvironment strictEnvironment() {
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    return StreamExecutionEnvironment.getExecutionEnvironment(configuration);
  }

  private static void build(StreamExecutionEnvironment env) {
    PostgresSinks sinks = new PostgresSinks("jdbc:postgresql://nowhere/none", 1, 1);
    TablesJob.build(
        env,
        new TablesSources(
            TestSources.of(1, i -> record()),
            TestSources.of(1, i -> record()),
            TestSources.of(1, i -> record()),
            TestSources.of(1, i -> record())),
        new TablesSinks(
            sinks.alerts(),
            sinks.statistics(),
            sinks.statements(),
            sinks.deadLetters(),
            sinks.unreadable()));
  }

  private static ReceivedRecord record() {
    return new ReceivedRecord("t", 0, 0, 0, null, null);
  }

  private static List<String> golden() throws IOException {
    try (InputStream in = UidsTest.class.getResourceAsStream("/uids.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
