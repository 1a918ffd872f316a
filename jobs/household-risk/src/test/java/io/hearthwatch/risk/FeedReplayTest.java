package io.hearthwatch.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hearthwatch.io.contract.SingleObject;
import io.hearthwatch.io.flink.Collected;
import io.hearthwatch.io.flink.TestSources;
import io.hearthwatch.io.flink.Watermarks;
import io.hearthwatch.wire.Completeness;
import io.hearthwatch.wire.ControlRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Words of two hundred days that lie on the control stream when a job begins to read it. With a
 * clock the first source has fallen silent meanwhile; without, in replay, no day has begun.
 */
class FeedReplayTest {

  private static final LocalDate FIRST = LocalDate.parse("2023-06-05");
  private static final LocalDate LAST = FIRST.plusDays(200);

  @RegisterExtension
  private static final MiniClusterExtension FLINK = new RiskCluster().extension();

  @Test
  void inReplayNoDayBegins() throws Exception {
    Collected alerts = new Collected("feed-replay/alerts");
    JobClient job = start(alerts, "feed-replay", Optional.empty());
    TestSources.open("feed-replay/0");
    TestSources.open("feed-replay/1");
    TestSources.open("feed-replay/2");
    Thread.sleep(2_000); // watermarks are sent five times a second, if there are any
    TestSources.open("feed-replay/3");
    job.getJobExecutionResult().get();
    assertThat(alerts.values()).isEmpty();
  }

  /** The red twin. */
  @Test
  void withAClockDaysBegin() throws Exception {
    Collected alerts = new Collected("feed-live/alerts");
    long tick = startMs(LAST) + 3_600_000L;
    JobClient job =
        start(alerts, "feed-live", Optional.of(TestSources.ticksInSteps(List.of(tick, tick), "t")));
    TestSources.open("t/0");
    TestSources.open("feed-live/0");
    TestSources.open("feed-live/1");
    TestSources.open("feed-live/2");
    await().atMost(Duration.ofSeconds(60)).until(() -> !alerts.values().isEmpty());
    job.cancel().get();
  }

  /** The way of the feeds alone; each word waits for a gate and has the time of its own day. */
  private static JobClient start(Collected alerts, String gates, Optional<Source<Long, ?, ?>> clock)
      throws Exception {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(RiskCluster.strict());
    env.setParallelism(1);
    List<byte[]> words =
        List.of(
            RiskFixtures.bundle(),
            said("emergency", FIRST),
            said("housing", LAST),
            said("housing", LAST));
    DataStream<byte[]> control =
        env.fromSource(
                TestSources.controlInSteps(words, gates),
                WatermarkStrategy.<byte[]>noWatermarks()
                    .withTimestampAssigner((word, before) -> dayOf(word)),
                "control")
            .uid("control");
    Optional<DataStream<Long>> ticks =
        clock.map(source -> env.fromSource(source, Watermarks.ticks(), "clock").uid("clock"));
    FeedTraffic.wire(
            control, control.broadcast(ControlState.DESCRIPTOR), ticks, RiskFixtures.RETENTION)
        .sinkTo(alerts)
        .uid("alerts");
    return env.executeAsync();
  }

  private static long dayOf(byte[] word) {
    try {
      return new SingleObject<>(ControlRecord.class).decode(word).getBody()
              instanceof Completeness of
          ? startMs(of.getCompleteThrough())
          : startMs(FIRST);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long startMs(LocalDate day) {
    return RiskFixtures.RETENTION.startMs((int) day.toEpochDay());
  }

  private static byte[] said(String source, LocalDate through) {
    return new SingleObject<>(ControlRecord.class)
        .encode(new ControlRecord(new Completeness(source, "11", through)));
  }
}
