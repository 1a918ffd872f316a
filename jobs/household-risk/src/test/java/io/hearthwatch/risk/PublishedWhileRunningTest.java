package io.hearthwatch.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hearthwatch.domain.alert.Cause;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.io.contract.SingleObject;
import io.hearthwatch.io.flink.Collected;
import io.hearthwatch.io.flink.HouseholdMessage;
import io.hearthwatch.io.flink.TestSources;
import io.hearthwatch.io.flink.Watermarks;
import io.hearthwatch.io.policy.PolicyFiles;
import io.hearthwatch.wire.ControlAck;
import io.hearthwatch.wire.Hit;
import io.hearthwatch.wire.HouseholdAnswer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three bundles reach a running job: the committed one, one that only the check refuses, and one
 * with a rule of a window and a category that no rule had. Two households are asked in between,
 * then after a savepoint at another parallelism, then by a job that begins from nothing.
 */
class PublishedWhileRunningTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final LocalDate DAY = LocalDate.parse("2023-05-10");
  private static final int STEPS = 4;
  private static final List<String> HOUSEHOLDS = List.of("h-a", "h-b");

  private static final PolicyFiles FIRST = RiskFixtures.committed();
  private static final PolicyFiles SILENT =
      RiskFixtures.withRule("M99", "medical(days(17)) > 3 && medical(days(17)) < 3");
  private static final PolicyFiles CHANGED =
      RiskFixtures.withRule("M99", "medical(days(17)) > 3 && !applied(months(5))");

  private static final RiskCluster CLUSTER = new RiskCluster();

  @RegisterExtension private static final MiniClusterExtension FLINK = CLUSTER.extension();

  @TempDir private Path savepoints;

  @Test
  void aBundleIsTakenWithoutRestartAndAWrongOneIsNot() throws Exception {
    Run run = new Run("running");
    JobClient job = run.start("first", RiskCluster.PARALLELISM, Optional.empty());

    TestSources.open("first/control/0");
    run.awaitAcks(2);
    await().atMost(PATIENCE).until(() -> CLUSTER.eventsTaken(job) == run.events.size());
    assertThat(run.answers("first", 0))
        .allSatisfy(answer -> assertThat(rules(answer)).isNotEmpty().doesNotContain("M99"))
        .extracting(HouseholdAnswer::getBundleVersion)
        .containsOnly(FIRST.version());

    TestSources.open("first/control/1");
    assertThat(run.awaitAcks(4).subList(2, 4))
        .allSatisfy(
            ack -> {
              assertThat(ack.getOfferedVersion()).isEqualTo(SILENT.version());
              assertThat(ack.getBundleVersion()).isEqualTo(FIRST.version());
              assertThat(ack.getProblem()).startsWith("rules/M99.yaml:5: M99 can never fire: ");
            });
    assertThat(CLUSTER.refusedBundles(job)).as("counted by each subtask").isEqualTo(2);
    assertThat(run.answers("first", 1))
        .extracting(HouseholdAnswer::getBundleVersion)
        .containsOnly(FIRST.version());

    TestSources.open("first/control/2");
    assertThat(run.awaitAcks(6).subList(4, 6))
        .allSatisfy(
            ack -> {
              assertThat(ack.getOfferedVersion()).isEqualTo(CHANGED.version());
              assertThat(ack.getBundleVersion()).isEqualTo(CHANGED.version());
              assertThat(ack.getProblem()).isEmpty();
            });
    assertThat(run.answers("first", 2)).allSatisfy(PublishedWhileRunningTest::isOfTheNewRule);

    String savepoint =
        job.stopWithSavepoint(false, savepoints.toUri().toString(), SavepointFormatType.CANONICAL)
            .get();
    JobClient restored = run.start("second", 1, Optional.of(savepoint));
    assertThat(run.answers("second", 0)).allSatisfy(PublishedWhileRunningTest::isOfTheNewRule);
    assertThat(run.awaitAcks(6)).as("what was taken is not taken again").hasSize(6);
    restored.cancel().get();
  }

  @Test
  void aJobThatBeginsFromNothingEndsWithTheNewestBundleThatIsRight() throws Exception {
    Run run = new Run("replay");
    IntStream.range(0, 3).forEach(i -> TestSources.open("replay/control/" + i));
    JobClient job = run.start("replay", RiskCluster.PARALLELISM, Optional.empty());
    run.awaitAcks(6);
    await().atMost(PATIENCE).until(() -> CLUSTER.eventsTaken(job) == run.events.size());
    assertThat(run.answers("replay", 0)).allSatisfy(PublishedWhileRunningTest::isOfTheNewRule);
    job.cancel().get();
  }

  private static void isOfTheNewRule(HouseholdAnswer answer) {
    assertThat(answer.getBundleVersion()).isEqualTo(CHANGED.version());
    assertThat(rules(answer)).contains("M99");
    assertThat(answer.getHits())
        .filteredOn(hit -> hit.getRuleId().equals("M99"))
        .singleElement()
        .satisfies(hit -> assertThat(hit.getNotify()).containsExactly("charity"));
  }

  private static List<String> rules(HouseholdAnswer answer) {
    return answer.getHits().stream().map(Hit::getRuleId).toList();
  }

  /** What one test sends and what comes of it. */
  private static final class Run {
    private final String name;
    private final Collected answers;
    private final Collected acks;
    private final RiskSinks sinks;
    private final List<HouseholdMessage.OfEvent> events =
        HOUSEHOLDS.stream()
            .flatMap(id -> RiskFixtures.bigBills(id).stream())
            .map(RiskFixtures::message)
            .toList();

    Run(String name) {
      this.name = name;
      answers = new Collected(name + "/answers");
      acks = new Collected(name + "/acks");
      sinks =
          new RiskSinks(
              new Collected(name + "/alerts"),
              new Collected(name + "/dead-letters"),
              answers,
              new Collected(name + "/index"),
              acks);
    }

    /** Each source keeps something back, for one that has ended has no state. */
    JobClient start(String part, int parallelism, Optional<String> savepoint) throws Exception {
      HouseholdEvent held = RiskFixtures.smallBill("h-a", "2023-05-09");
      List<HouseholdMessage.OfEvent> withHeld =
          Stream.concat(events.stream(), Stream.of(held, held).map(RiskFixtures::message)).toList();
      RiskSources sources =
          new RiskSources(
              TestSources.messages(withHeld, withHeld.size() / 2 - 1, "for ever"),
              Watermarks.reported(Duration.ZERO, Duration.ofSeconds(1)),
              TestSources.messagesInSteps(questions(), part + "/question"),
              TestSources.controlInSteps(
                  Stream.of(FIRST, SILENT, CHANGED, FIRST).map(RiskFixtures::bundle).toList(),
                  part + "/control"));
      return CLUSTER.start(parallelism, sources, sinks, savepoint, true);
    }

    /** Those of a household lie together: each of two subtasks reads those of one. */
    private static List<HouseholdMessage.OfInquiry> questions() {
      List<HouseholdMessage.OfInquiry> questions = new ArrayList<>();
      for (String id : HOUSEHOLDS) {
        for (int step = 0; step < STEPS; step++) {
          questions.add(
              new HouseholdMessage.OfInquiry(
                  id, new Cause.Inquiry(id + "/" + step, (int) DAY.toEpochDay(), false)));
        }
      }
      return questions;
    }

    /** What both households answer when they are asked once more. */
    List<HouseholdAnswer> answers(String part, int step) throws IOException {
      int before = answers.values().size();
      TestSources.open(part + "/question/" + step);
      if (part.equals("second")) {
        TestSources.open(part + "/question/" + (step + 1)); // one subtask reads both
      }
      await().atMost(PATIENCE).until(() -> answers.values().size() == before + HOUSEHOLDS.size());
      SingleObject<HouseholdAnswer> codec = new SingleObject<>(HouseholdAnswer.class);
      List<HouseholdAnswer> said = new ArrayList<>();
      for (byte[] answer : answers.values().subList(before, before + HOUSEHOLDS.size())) {
        said.add(codec.decode(answer));
      }
      return said;
    }

    List<ControlAck> awaitAcks(int count) throws IOException {
      await().atMost(PATIENCE).until(() -> acks.values().size() >= count);
      SingleObject<ControlAck> codec = new SingleObject<>(ControlAck.class);
      List<ControlAck> said = new ArrayList<>();
      for (byte[] ack : acks.values()) {
        said.add(codec.decode(ack));
      }
      return said;
    }
  }
}
