package io.hearthwatch.assistance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hearthwatch.domain.household.EventId;
import io.hearthwatch.domain.household.EventKind;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.Month;
import io.hearthwatch.domain.household.body.GrantApproved;
import io.hearthwatch.io.event.HouseholdEventCodec;
import io.hearthwatch.io.flink.HouseholdMessage;
import io.hearthwatch.io.flink.TestSources;
import io.hearthwatch.reference.DomainEvents;
import io.hearthwatch.reference.relief.ReliefNation;
import io.hearthwatch.reference.relief.ReliefRun;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole dataflow at parallelism 2 on RocksDB: events come shuffled and some of them twice, in
 * the middle a stop with a savepoint. Every cell ends as the steps say without Flink, which in turn
 * are held against SQL.
 */
class AssistanceJobTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @RegisterExtension
  private static final MiniClusterExtension FLINK =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(AssistanceCluster.PARALLELISM)
              .build());

  @TempDir private Path savepoints;

  @Test
  void countsAsTheStepsDo() throws Exception {
    check(2);
  }

  @Test
  @Tag("exhaustive")
  void countsSoForManyNations() throws Exception {
    check(20);
  }

  /** Which of the two households keeps the event depends on who came first: the figures do not. */
  @Test
  void anIdThatTwoHouseholdsNameCountsOnce() throws Exception {
    List<HouseholdEvent> told = new ArrayList<>();
    List<HouseholdEvent> twice = new ArrayList<>();
    for (int i = 1; i <= 40; i++) {
      told.add(grant(i, "home-" + i));
      twice.add(grant(i, "other-" + i));
    }
    Map<String, List<Long>> expected = expected(told);
    assertThat(expected).isNotEmpty();
    twice.addAll(told);
    assertThat(said("two households", twice, new Random(1))).isEqualTo(expected);
  }

  private static HouseholdEvent grant(int id, String householdId) {
    int day = (int) LocalDate.parse("2023-05-03").toEpochDay();
    return new HouseholdEvent(
        new EventId(id, -id),
        EventKind.NOTIFY,
        0,
        "emergency",
        householdId,
        "person-" + id,
        "360823",
        null,
        day,
        (day + 1) * 86_400_000L,
        new GrantApproved(
            "disaster-emergency", "disaster", Month.of(day), 20_000, "flood-1", null));
  }

  /** Red twin: one grant less is seen. */
  @Test
  void aLostEventWouldBeSeen() throws Exception {
    List<HouseholdEvent> told = told(1);
    Map<String, List<Long>> expected = expected(told);
    HouseholdEvent lost =
        told.stream()
            .filter(event -> !expected(without(told, event)).equals(expected))
            .findFirst()
            .orElseThrow();
    assertThat(said("lossy", without(told, lost), new Random(1))).isNotEqualTo(expected);
  }

  private void check(int seeds) throws Exception {
    int cells = 0;
    for (int seed = 1; seed <= seeds; seed++) {
      List<HouseholdEvent> told = told(seed);
      Map<String, List<Long>> expected = expected(told);
      cells += expected.size();
      String run = seeds + " seeds, seed " + seed;
      assertThat(said(run, told, new Random(seed))).as(run).isEqualTo(expected);
    }
    assertThat(cells).as("cells that could have differed").isGreaterThan(500 * seeds);
  }

  /** Ten small nations side by side in one. */
  private static List<HouseholdEvent> told(int seed) {
    List<HouseholdEvent> told = new ArrayList<>();
    for (int part = 0; part < 10; part++) {
      ReliefNation.of(seed * 1_000L + part).stream().map(DomainEvents::of).forEach(told::add);
    }
    return told;
  }

  private static List<HouseholdEvent> without(List<HouseholdEvent> told, HouseholdEvent lost) {
    return told.stream().filter(event -> !event.eventId().equals(lost.eventId())).toList();
  }

  /** Without the months behind the last one that the job speaks of: it says nothing there. */
  private static Map<String, List<Long>> expected(List<HouseholdEvent> told) {
    ReliefRun run = new ReliefRun();
    told.forEach(run::take);
    return run.cells();
  }

  private Map<String, List<Long>> said(String run, List<HouseholdEvent> told, Random random)
      throws Exception {
    List<HouseholdEvent> disorder = new ArrayList<>(told);
    told.stream().filter(event -> random.nextInt(5) == 0).forEach(disorder::add);
    Collections.shuffle(disorder, random);
    HouseholdEventCodec codec = new HouseholdEventCodec();
    List<HouseholdMessage> messages = new ArrayList<>();
    disorder.forEach(
        event -> messages.add(new HouseholdMessage.OfEvent(event, codec.encode(event))));
    int share = messages.size() / 2 / AssistanceCluster.PARALLELISM;
    var source = TestSources.messages(messages, share, run + "/rest");

    JobClient first = AssistanceCluster.start(source, run, Optional.empty());
    await().atMost(PATIENCE).until(() -> !AssistanceCluster.statistics(run).values().isEmpty());
    String savepoint = stopped(first);
    TestSources.open(run + "/rest");
    AssistanceCluster.start(source, run, Optional.of(savepoint)).getJobExecutionResult().get();
    return filled(SaidStatistics.of(AssistanceCluster.statistics(run).values()));
  }

  /** Tried again until every task of the job runs. */
  private String stopped(JobClient job) {
    return await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(
            () ->
                job.stopWithSavepoint(
                        false, savepoints.toUri().toString(), SavepointFormatType.CANONICAL)
                    .get(),
            path -> true);
  }

  /** A month of which nothing is said has the sums of the year from the month before it. */
  private static Map<String, List<Long>> filled(Map<String, List<Long>> said) {
    Map<String, List<Long>> filled = new TreeMap<>(said);
    said.forEach(
        (name, figures) -> {
          if (name.endsWith("|year")) {
            int at = name.length() - "MM|year".length();
            for (int month = Integer.parseInt(name.substring(at, at + 2)) + 1;
                month <= 12;
                month++) {
              String next = name.substring(0, at) + "%02d|year".formatted(month);
              if (said.containsKey(next) || said.containsKey(next.replace("|year", "|month"))) {
                return;
              }
              filled.put(next, figures);
            }
          }
        });
    return filled;
  }
}
