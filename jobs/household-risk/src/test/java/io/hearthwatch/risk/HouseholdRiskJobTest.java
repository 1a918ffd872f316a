package io.hearthwatch.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.io.contract.SingleObject;
import io.hearthwatch.io.flink.Collected;
import io.hearthwatch.io.flink.TestSources;
import io.hearthwatch.io.flink.Watermarks;
import io.hearthwatch.wire.CaseTransition;
import io.hearthwatch.wire.HouseholdAnswer;
import io.hearthwatch.wire.RiskAlert;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole dataflow at parallelism 2 on RocksDB, between sources and sinks of the test: random
 * nations, whose events come shuffled and some of them twice, while policies change and in the
 * middle a stop with a savepoint. The answers are those of the step that is told all in order, by
 * the policies that came last.
 */
class HouseholdRiskJobTest {

  private static final int SEEDS_IN_THE_GATE = 2;
  private static final int SEEDS_IN_ALL = 10;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final RiskCluster CLUSTER = new RiskCluster();

  @RegisterExtension private static final MiniClusterExtension FLINK = CLUSTER.extension();

  @TempDir private Path savepoints;

  @Test
  void answersAsTheStepDoesThatIsToldInOrder() throws Exception {
    check(SEEDS_IN_THE_GATE);
  }

  @Test
  @Tag("exhaustive")
  void answersSoForManyNations() throws Exception {
    check(SEEDS_IN_ALL);
  }

  /** Red twin: the comparison sees the household that lost one event, which evidence cites. */
  @Test
  void aLostEventWouldBeSeen() throws Exception {
    RiskNation nation = RiskNation.of(1);
    Map<String, HouseholdAnswer> inOrder = read(nation.answersInOrder());
    HouseholdAnswer closing =
        inOrder.values().stream()
            .filter(answer -> answer.getRequestId().endsWith("/closing"))
            .filter(answer -> !answer.getHits().isEmpty())
            .findFirst()
            .orElseThrow();
    long cited = closing.getHits().get(0).getRecords().get(0);
    List<HouseholdEvent> lossy = new ArrayList<>(nation.events());
    lossy.removeIf(event -> event.eventId().high() == cited);
    assertThat(differing(inOrder, answersOfTheJob("lossy", nation, lossy)))
        .contains(closing.getRequestId())
        .allMatch(request -> request.startsWith(closing.getHouseholdId() + "/"));
  }

  /** Red twin: whoever still went by the policies of before would answer otherwise. */
  @Test
  void thePoliciesOfBeforeWouldBeSeen() throws Exception {
    RiskNation nation = RiskNation.of(1);
    byte[] earlier = RiskFixtures.bundle(RiskFixtures.earlier());
    Map<String, HouseholdAnswer> before = read(nation.answersInOrder(earlier));
    Set<String> others = new TreeSet<>();
    read(nation.answersInOrder())
        .forEach(
            (request, answer) -> {
              if (!answer.getHits().equals(before.get(request).getHits())) {
                others.add(answer.getHouseholdId());
              }
            });
    assertThat(others).hasSizeGreaterThan(nation.householdIds().size() / 2);
  }

  private void check(int seeds) throws Exception {
    int hits = 0;
    for (int seed = 1; seed <= seeds; seed++) {
      RiskNation nation = RiskNation.of(seed);
      Map<String, HouseholdAnswer> inOrder = read(nation.answersInOrder());
      List<HouseholdEvent> disorder = disorder(nation.events(), new Random(seed));
      String run = seeds + " seeds, seed " + seed;
      assertThat(differing(inOrder, answersOfTheJob(run, nation, disorder))).as(run).isEmpty();
      hits += inOrder.values().stream().mapToInt(answer -> answer.getHits().size()).sum();
    }
    System.out.printf("%d seeds: %d hits%n", seeds, hits);
    assertThat(hits).as("hits that could have differed").isGreaterThan(500 * seeds);
  }

  private static List<HouseholdEvent> disorder(List<HouseholdEvent> events, Random random) {
    List<HouseholdEvent> disorder = new ArrayList<>(events);
    events.stream().filter(event -> random.nextInt(5) == 0).forEach(disorder::add); // said twice
    Collections.shuffle(disorder, random);
    return disorder;
  }

  /**
   * Runs the job until half of the events and of the control stream are in, stops it, and lets
   * another one go on from the savepoint.
   */
  private Map<String, HouseholdAnswer> answersOfTheJob(
      String run, RiskNation nation, List<HouseholdEvent> events) throws Exception {
    Collected alerts = new Collected(run + "/alerts");
    Collected deadLetters = new Collected(run + "/dead-letters");
    Collected answers = new Collected(run + "/answers");
    Collected index = new Collected(run + "/index");
    Collected acks = new Collected(run + "/acks");
    List<byte[]> control = nation.control();
    int share = events.size() / 2 / RiskCluster.PARALLELISM;
    int half = share * RiskCluster.PARALLELISM;
    String rest = run + "/rest";
    String questions = run + "/questions";
    RiskSources sources =
        new RiskSources(
            TestSources.messages(events.stream().map(RiskFixtures::message).toList(), share, rest),
            Watermarks.reported(Duration.ZERO, Duration.ofSeconds(1)),
            TestSources.messages(nation.questions(), 0, questions),
            TestSources.control(control, control.size() / 2, rest));
    RiskSinks sinks = new RiskSinks(alerts, deadLetters, answers, index, acks);

    JobClient first =
        CLUSTER.start(RiskCluster.PARALLELISM, sources, sinks, Optional.empty(), true);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                acks.values().size() == RiskCluster.PARALLELISM
                    && CLUSTER.eventsTaken(first) == half);
    String savepoint =
        first
            .stopWithSavepoint(false, savepoints.toUri().toString(), SavepointFormatType.CANONICAL)
            .get();
    assertThat(answers.values()).isEmpty();

    TestSources.open(rest);
    JobClient second =
        CLUSTER.start(RiskCluster.PARALLELISM, sources, sinks, Optional.of(savepoint), true);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                acks.values().size() == 2 * RiskCluster.PARALLELISM
                    && CLUSTER.eventsTaken(second) == events.size() - half);
    TestSources.open(questions);
    second.getJobExecutionResult().get();
    assertThat(deadLetters.values()).isEmpty();
    assertThat(index.values()).hasSize(nation.householdIds().size());
    assertEachChangeOnce(alerts.values());
    System.out.printf(
        "%s: %d events, %d of them before the stop, %d alerts, %d answers%n",
        run, events.size(), half, alerts.values().size(), answers.values().size());
    return read(answers.values());
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

  /** Answers by request, without the case, whose history is not covered by the law. */
  private static Map<String, HouseholdAnswer> read(List<byte[]> answers) throws IOException {
    SingleObject<HouseholdAnswer> codec = new SingleObject<>(HouseholdAnswer.class);
    Map<String, HouseholdAnswer> byRequest = new TreeMap<>();
    for (byte[] answer : answers) {
      HouseholdAnswer read = codec.decode(answer);
      read.setLastCase(null);
      assertThat(byRequest.put(read.getRequestId(), read)).as("answered once").isNull();
    }
    return byRequest;
  }

  /** Requests that were answered otherwise, or not at all. */
  private static Set<String> differing(
      Map<String, HouseholdAnswer> expected, Map<String, HouseholdAnswer> said) {
    Set<String> requests = new TreeSet<>(expected.keySet());
    requests.addAll(said.keySet());
    requests.removeIf(
        request -> said.containsKey(request) && said.get(request).equals(expected.get(request)));
    return requests;
  }
}
