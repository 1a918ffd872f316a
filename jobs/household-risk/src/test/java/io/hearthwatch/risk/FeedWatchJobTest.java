package io.hearthwatch.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hearthwatch.io.contract.SingleObject;
import io.hearthwatch.io.flink.Collected;
import io.hearthwatch.io.flink.TestSources;
import io.hearthwatch.io.flink.Watermarks;
import io.hearthwatch.wire.CaseTransition;
import io.hearthwatch.wire.Completeness;
import io.hearthwatch.wire.ControlRecord;
import io.hearthwatch.wire.RiskAlert;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The whole job with a clock, while no department tells of any household: a feed falls silent, and
 * speaks again. The clock waits some seconds for more words before it goes on alone.
 */
class FeedWatchJobTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final LocalDate FIRST = LocalDate.parse("2023-06-05");
  private static final int DAYS = 200;

  /** So long a day takes here: the job must have seen it before the next one begins. */
  private static final Duration A_DAY = Duration.ofMillis(300);

  private static final RiskCluster CLUSTER = new RiskCluster();

  @RegisterExtension private static final MiniClusterExtension FLINK = CLUSTER.extension();

  @Test
  void aFeedThatFallsSilentIsToldOfUntilItSpeaks() throws Exception {
    Collected alerts = new Collected("feeds/alerts");
    Collected acks = new Collected("feeds/acks");
    Collected none = new Collected("feeds/none");
    List<byte[]> control = new ArrayList<>(List.of(RiskFixtures.bundle()));
    control.add(said(FIRST.minusDays(1)));
    control.add(said(FIRST));
    control.add(said(FIRST)); // held back: a source that has ended ends time
    List<Long> ticks =
        Stream.iterate(0, day -> day < DAYS + 2, day -> day + 1)
            .map(day -> RiskFixtures.RETENTION.startMs(epochDay(day)) + 3_600_000L)
            .toList();
    JobClient job =
        CLUSTER.start(
            RiskCluster.PARALLELISM,
            new RiskSources(
                TestSources.messages(
                    RiskFixtures.bigBills("h").stream().map(RiskFixtures::message).toList(),
                    0,
                    "for ever"),
                Watermarks.reported(Duration.ZERO, Duration.ofSeconds(1)),
                TestSources.none(),
                TestSources.controlInSteps(control, "feeds/control")),
            new RiskSinks(alerts, none, none, none, acks),
            Optional.of(TestSources.ticksInSteps(ticks, "feeds/tick")),
            Optional.empty(),
            true);

    TestSources.open("feeds/control/0");
    await().atMost(PATIENCE).until(() -> acks.values().size() == RiskCluster.PARALLELISM);
    TestSources.open("feeds/control/1");
    Iterator<Integer> days = IntStream.range(0, DAYS).iterator();
    await() // a day at each look, for several at once would count as one
        .atMost(PATIENCE)
        .pollInterval(A_DAY)
        .until(
            () -> {
              if (alerts.values().isEmpty() && days.hasNext()) {
                TestSources.open("feeds/tick/" + days.next());
              }
              return !alerts.values().isEmpty();
            });
    TestSources.open("feeds/control/2");
    await().atMost(PATIENCE).until(() -> last(alerts).getTransition() == CaseTransition.CLOSED);
    job.cancel().get();

    List<RiskAlert> said = read(alerts);
    assertThat(said).extracting(RiskAlert::getHouseholdId).containsOnly("feed:emergency:11");
    assertThat(said.get(0).getTransition()).isEqualTo(CaseTransition.OPENED);
    assertThat(said.get(0).getHits().get(0).getMeasure()).isEqualTo(2);
    assertThat(said).extracting(RiskAlert::getSequence).isSorted();
  }

  private static int epochDay(int day) {
    return (int) FIRST.toEpochDay() + day;
  }

  private static byte[] said(LocalDate through) {
    return new SingleObject<>(ControlRecord.class)
        .encode(new ControlRecord(new Completeness("emergency", "11", through)));
  }

  private static RiskAlert last(Collected alerts) throws IOException {
    List<RiskAlert> read = read(alerts);
    return read.get(read.size() - 1);
  }

  private static List<RiskAlert> read(Collected alerts) throws IOException {
    SingleObject<RiskAlert> codec = new SingleObject<>(RiskAlert.class);
    List<RiskAlert> read = new ArrayList<>();
    for (byte[] alert : alerts.values()) {
      read.add(codec.decode(alert));
    }
    return read;
  }
}
