package io.hearthwatch.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.io.contract.SingleObject;
import io.hearthwatch.io.flink.Metrics;
import io.hearthwatch.io.flink.Watermarks;
import io.hearthwatch.wire.CaseTransition;
import io.hearthwatch.wire.HouseholdAnswer;
import io.hearthwatch.wire.RiskAlert;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.testutils.InMemoryReporter;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The whole dataflow at parallelism 2 on RocksDB, between sources and sinks of the test. */
class HouseholdRiskJobTest {

  private static final int HOUSEHOLDS = 20;
  private static final InMemoryReporter METRICS = InMemoryReporter.createWithRetainedMetrics();

  @RegisterExtension
  private static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .setConfiguration(METRICS.addToConfiguration(new Configuration()))
              .build());

  @Test
  void anyOrderOfArrivalEndsWithTheSameHits() throws Exception {
    Map<String, String> inOrder = hitsAfterClosingReview("in-order", events());
    assertThat(inOrder)
        .hasSize(HOUSEHOLDS)
        .allSatisfy((id, hits) -> assertThat(hits).contains("M01"));
    for (int seed = 1; seed <= 3; seed++) {
      List<HouseholdEvent> shuffled = new ArrayList<>(events());
      shuffled.addAll(events().subList(0, 40)); // said twice
      Collections.shuffle(shuffled, new Random(seed));
      assertThat(hitsAfterClosingReview("seed-" + seed, shuffled)).isEqualTo(inOrder);
    }
  }

  /** Red twin: the comparison sees a household that lost one correction. */
  @Test
  void aLostCorrectionWouldBeSeen() throws Exception {
    List<HouseholdEvent> lossy = new ArrayList<>(events());
    lossy.removeIf(event -> event.householdId().equals("household-3") && event.revision() == 1);
    assertThat(hitsAfterClosingReview("lossy", lossy))
        .isNotEqualTo(hitsAfterClosingReview("whole", events()));
  }

  private static List<HouseholdEvent> events() {
    return IntStream.range(0, HOUSEHOLDS)
        .mapToObj(i -> RiskFixtures.bigBills("household-" + i))
        .flatMap(List::stream)
        .toList();
  }

  private static Map<String, String> hitsAfterClosingReview(String run, List<HouseholdEvent> events)
      throws Exception {
    RiskSinks sinks =
        new RiskSinks(
            new Collected(run + "/alerts"),
            new Collected(run + "/dead-letters"),
            new Collected(run + "/answers"),
            new Collected(run + "/index"),
            new Collected(run + "/acks"));
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    configuration.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
    configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(500));
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    env.setParallelism(2);
    List<String> ids = events.stream().map(HouseholdEvent::householdId).distinct().toList();
    HouseholdRiskJob.build(
        env,
        new RiskSources(
            TestSources.events(events),
            Watermarks.reported(Duration.ZERO, Duration.ofSeconds(1)),
            TestSources.closingReviews(ids, run),
            TestSources.of(RiskFixtures.bundle())),
        sinks,
        Optional.empty(),
        RiskFixtures.RETENTION,
        true);
    JobClient job = env.executeAsync(run);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              assertThat(((Collected) sinks.acks()).values()).hasSize(2);
              assertThat(eventsTaken(job)).isEqualTo(events.size());
            });
    TestSources.gate(run).countDown();
    job.getJobExecutionResult().get();
    assertThat(((Collected) sinks.deadLetters()).values()).isEmpty();
    assertThat(((Collected) sinks.householdIndex()).values()).hasSize(ids.size());
    assertEachChangeOnce(((Collected) sinks.alerts()).values());
    return hits(((Collected) sinks.answers()).values());
  }

  private static long eventsTaken(JobClient job) {
    return METRICS.findOperatorMetricGroups(job.getJobID(), "household risk").stream()
        .map(group -> METRICS.getMetricsByGroup(group).get(Metrics.EVENTS))
        .mapToLong(events -> ((Counter) events).getCount())
        .sum();
  }

  private static void assertEachChangeOnce(List<byte[]> alerts) throws IOException {
    SingleObject<RiskAlert> codec = new SingleObject<>(RiskAlert.class);
    List<String> changes = new ArrayList<>();
    for (byte[] alert : alerts) {
      RiskAlert read = codec.decode(alert);
      changes.add(read.getChangeId());
      assertThat(read.getSequence() == 1).isEqualTo(read.getTransition() == CaseTransition.OPENED);
    }
    assertThat(changes).isNotEmpty().doesNotHaveDuplicates();
  }

  private static Map<String, String> hits(List<byte[]> answers) throws IOException {
    SingleObject<HouseholdAnswer> codec = new SingleObject<>(HouseholdAnswer.class);
    Map<String, String> hits = new TreeMap<>();
    for (byte[] answer : answers) {
      HouseholdAnswer read = codec.decode(answer);
      hits.put(read.getHouseholdId(), read.getHits() + " " + read.getNotAssessable());
    }
    return hits;
  }
}
