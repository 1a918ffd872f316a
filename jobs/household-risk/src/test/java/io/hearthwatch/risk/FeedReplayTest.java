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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Words of many days that lie on the control stream when a job begins to read it; one source says
 * nothing after the first. With a clock it has fallen silent; without, in replay, no day begins.
 */
class FeedReplayTest {

  private static final LocalDate FIRST = LocalDate.parse("2023-06-05");
  private static final int DAYS = 12;

  /** Watermarks are sent fifty times a second, if there are any. */
  private static final int WATERMARKS_MS = 20;

  @RegisterExtension
  private static final MiniClusterExtension FLINK = new RiskCluster().extension();

  @Test
  void inReplayNoDayBegins() throws Exception {
    Collected alerts = new Collected("feed-replay/alerts");
    JobClient job = start(alerts, "feed-replay", Optional.empty());
    sayAll("feed-replay");
    job.cancel().get();
    assertThat(alerts.values()).isEmpty();
  }

  /** The red twin. */
  @Test
  void withAClockDaysBegin() throws Exception {
    Collected alerts = new Collected("feed-live/alerts");
    long later = startMs(FIRST.plusDays(2 * DAYS));
    JobClient job =
        start(alerts, "feed-live", Optional.of(TestSources.ticksInSteps(List.of(later), "t")));
    TestSources.open("t/0");
    sayAll("feed-live");
    await().atMost(Duration.ofSeconds(60)).until(() -> !alerts.values().isEmpty());
    job.cancel().get();
  }

  private static void sayAll(String gates) throws InterruptedException {
    for (int word = 0; word < DAYS + 2; word++) {
      TestSources.open(gates + "/" + word);
      Thread.sleep(10 * WATERMARKS_MS); // that nothing comes has no condition to wait for
    }
  }

  /** The way of the feeds alone; each word waits for a gate and has the time of its own day. */
  private static JobClient start(Collected alerts, String gates, Optional<Source<Long, ?, ?>> clock)
      throws Exception {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(RiskCluster.strict());
    env.setParallelism(1);
    env.getConfig().setAutoWatermarkInterval(WATERMARKS_MS);
    List<byte[]> words = new ArrayList<>();
    words.add(RiskFixtures.bundle());
    words.add(said("emergency", FIRST));
    for (int day = 1; day <= DAYS; day++) {
      words.add(said("housing", FIRST.plusDays(day)));
    }
    words.add(said("housing", FIRST)); // held back: a source that has ended ends time
    DataStream<byte[]> control =
        env.fromSource(
                TestSources.controlInSteps(words, gates),
                Watermarks.<byte[]>timeless().withTimestampAssigner((word, before) -> dayOf(word)),
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
