package io.hearthwatch.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hearthwatch.domain.alert.Cause;
import io.hearthwatch.domain.alert.HouseholdRisk;
import io.hearthwatch.domain.alert.PolicyInForce;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.HouseholdProfile;
import io.hearthwatch.domain.household.PersonRecords;
import io.hearthwatch.domain.policy.Completeness;
import io.hearthwatch.io.contract.SingleObject;
import io.hearthwatch.io.flink.Collected;
import io.hearthwatch.io.flink.HouseholdMessage;
import io.hearthwatch.io.flink.SavepointOperators;
import io.hearthwatch.io.flink.TestSources;
import io.hearthwatch.io.flink.Watermarks;
import io.hearthwatch.wire.CaseView;
import io.hearthwatch.wire.Hit;
import io.hearthwatch.wire.HouseholdAnswer;
import io.hearthwatch.wire.LimitUsed;
import io.hearthwatch.wire.Measured;
import io.hearthwatch.wire.NotAssessable;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Savepoints that released versions wrote are restored by today's job, at another parallelism, and
 * every household answers as it did when the savepoint was written: same date, same policies, for
 * these are in the savepoint too.
 *
 * <p>Nothing is asked of {@code event-homes}: its entries live by the clock of the machine and are
 * gone three years after the savepoint was written. The state itself has to find its operator.
 */
class SavepointsTest {

  private static final String TARGET = "hearthwatch.savepoint.target";
  private static final String SAVEPOINT = "savepoint";
  private static final String ANSWERS = "answers.txt";
  private static final String HOUSEHOLD = "household ";
  private static final String AS_OF = " as of ";
  private static final String HELD = "for ever";

  /** The layout of profiles of whose people other households tell. */
  private static final String TOLD_OF = "layout-2";

  private static final int SEED = 1;
  private static final int HOUSEHOLDS = 4;
  private static final int MORE_THAN_IT_WAS_TOLD = 10_000;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final RiskCluster CLUSTER = new RiskCluster();

  @RegisterExtension private static final MiniClusterExtension FLINK = CLUSTER.extension();

  @Test
  void householdsAnswerAsWhenTheSavepointWasWritten() throws Exception {
    for (Path released : released()) {
      Map<String, String> expected = expected(released);
      Map<String, String> said = answersOfTheJob("as it was", released, List.of(), 0);
      for (String question : expected.keySet()) {
        assertThat(said.get(question))
            .as("%s: %s", released, question)
            .isEqualTo(expected.get(question));
      }
      assertThat(differing(expected, said)).as(released.toString()).isEmpty();
    }
  }

  /** Red twin: the household that was told one bill more than the savepoint knows is seen. */
  @Test
  void anotherStateWouldBeSeen() throws Exception {
    for (Path released : released()) {
      Map<String, String> expected = expected(released);
      String question = expected.keySet().iterator().next(); // of the nation, without a double
      String household = householdId(question);
      HouseholdEvent bill = RiskFixtures.smallBill(household, asOf(question).toString());
      assertThat(differing(expected, answersOfTheJob("one bill more", released, List.of(bill), 0)))
          .containsExactly(question);
    }
  }

  /**
   * What another household told before the savepoint is still known, and what it tells after it is
   * still passed on: both the profiles and the people have come through. Those who are not told of
   * the person answer as they did.
   */
  @Test
  void whatOtherHouseholdsTellComesThrough() throws Exception {
    Path released = released().stream().filter(path -> path.endsWith(TOLD_OF)).findFirst().get();
    Map<String, String> expected = expected(released);
    Map<String, String> ofTheChild = new TreeMap<>(expected);
    ofTheChild
        .keySet()
        .removeIf(of -> !SharedHouseholds.concernedByTheChild().contains(householdId(of)));
    assertThat(ofTheChild.values())
        .hasSize(2)
        .allSatisfy(answer -> assertThat(answer).contains("hit X01 ", "hit X03 shared-child"));
    LocalDate asOf = asOf(ofTheChild.keySet().iterator().next());
    HouseholdEvent left = SharedHouseholds.childLeavesMother(asOf);
    Map<String, String> said = answersOfTheJob("a child less", released, List.of(left), 1);
    assertThat(differing(expected, said)).isEqualTo(ofTheChild.keySet());
    ofTheChild
        .keySet()
        .forEach(of -> assertThat(said.get(of)).doesNotContain("hit X03 shared-child"));
  }

  /** Each layout that is written; who raises the layout, commits a savepoint of it. */
  @Test
  void everyLayoutHasOne() throws Exception {
    assertEachHasOne(toldOfByOthers().toBytes()[0]);
  }

  /** Red twin: a layout for which nobody committed a savepoint is noticed. */
  @Test
  void aLayoutWithoutOneIsNoticed() {
    int next = toldOfByOthers().toBytes()[0] + 1;
    assertThatThrownBy(() -> assertEachHasOne(next)).hasMessageContaining("layout-" + next);
  }

  @Test
  void everyOperatorOfTheSavepointIsOneOfTheGoldenFile() throws Exception {
    List<String> uids = Files.readAllLines(Path.of(getClass().getResource("/uids.txt").toURI()));
    for (Path released : released()) {
      Path savepoint = released.resolve(SAVEPOINT);
      assertThat(uids).containsAll(SavepointOperators.all(savepoint));
      assertThat(SavepointOperators.withState(savepoint))
          .contains("control", "event-homes", "events", "household-risk", "inquiries");
      if (released.endsWith(TOLD_OF)) {
        assertThat(SavepointOperators.withState(savepoint))
            .contains("person-households", "feed-watch");
      }
    }
  }

  /** Red twin: a job that lacks an operator with state does not start from the savepoint. */
  @Test
  void stateThatNobodyClaimsStopsTheJob() throws Exception {
    for (Path released : released()) {
      assertThatThrownBy(
              () ->
                  CLUSTER
                      .start(
                          RiskCluster.PARALLELISM,
                          new RiskSources(
                              TestSources.none(),
                              Watermarks.timeless(),
                              TestSources.none(),
                              TestSources.noBytes()),
                          sinks("unclaimed"),
                          Optional.of(released.resolve(SAVEPOINT).toString()),
                          false)
                      .getJobExecutionResult()
                      .get())
          .hasStackTraceContaining("allowNonRestoredState");
    }
  }

  /** Writes the savepoint of a new layout, and what its households answer; see docs/state.md. */
  @Test
  @EnabledIfSystemProperty(named = TARGET, matches = ".+")
  void writesTheSavepointOfANewLayout() throws Exception {
    Path target = Files.createDirectory(Path.of(System.getProperty(TARGET))); // never over another
    RiskNation nation = RiskNation.of(SEED, HOUSEHOLDS);
    List<HouseholdEvent> told =
        Stream.concat(
                nation.events().stream(),
                SharedHouseholds.until(nation.nation().closing()).stream())
            .sorted(Comparator.comparingLong(HouseholdEvent::reportedAt))
            .toList();
    List<HouseholdMessage.OfEvent> events = told.stream().map(RiskFixtures::message).toList();
    Set<String> questions =
        Stream.concat(nation.householdIds().stream(), SharedHouseholds.IDS.stream())
            .map(id -> question(id, nation.nation().closing()))
            .collect(Collectors.toCollection(TreeSet::new));
    List<byte[]> control = nation.control();
    // Each source keeps something back, for one that has ended has no state.
    RiskSources sources =
        new RiskSources(
            TestSources.messages(
                Stream.concat(events.stream(), events.stream().limit(1)).toList(),
                events.size(),
                "events",
                HELD),
            Watermarks.timeless(),
            TestSources.messages(
                inquiriesTwice(questions), questions.size(), "before the savepoint", HELD),
            TestSources.control(
                Stream.concat(control.stream(), control.stream().limit(1)).toList(),
                control.size(),
                HELD));
    RiskSinks sinks = sinks("written");
    JobClient job = CLUSTER.start(1, sources, sinks, Optional.empty(), true);
    // Policies first, or what a case has been through would depend on the threads.
    await().atMost(PATIENCE).until(() -> collected(sinks.acks()).size() == 2);
    TestSources.open("events");
    await().atMost(PATIENCE).until(() -> CLUSTER.eventsTaken(job) == events.size());
    // Whatever the job was told, what it says of its sources and policies, what households tell.
    long taken = events.size() + control.size() + SharedHouseholds.passedOn(told);
    await().atMost(PATIENCE).until(() -> CLUSTER.recordsTaken(job) == taken);
    TestSources.open("before the savepoint");
    await().atMost(PATIENCE).until(() -> collected(sinks.answers()).size() == questions.size());
    String savepoint =
        job.stopWithSavepoint(
                false, target.toAbsolutePath().toString(), SavepointFormatType.CANONICAL)
            .get();
    assertThat(collected(sinks.deadLetters())).isEmpty();
    Files.move(Path.of(URI.create(savepoint).getPath()), target.resolve(SAVEPOINT));
    Files.writeString(
        target.resolve(ANSWERS), String.join("\n", read(collected(sinks.answers())).values()));
  }

  /**
   * What the restored job answers.
   *
   * @param more what it is told first
   * @param passedOn how many other households hear of it
   */
  private static Map<String, String> answersOfTheJob(
      String run, Path released, List<HouseholdEvent> more, int passedOn) throws Exception {
    String id = released.getFileName() + ", " + run;
    Set<String> questions = expected(released).keySet();
    // The restored source knows how many events it sent, and sends whatever stands after them.
    List<HouseholdMessage.OfEvent> events =
        more.stream()
            .map(RiskFixtures::message)
            .flatMap(event -> Collections.nCopies(MORE_THAN_IT_WAS_TOLD, event).stream())
            .toList();
    RiskSources sources =
        new RiskSources(
            TestSources.messages(events, more.size(), HELD),
            Watermarks.timeless(),
            TestSources.messages(inquiriesTwice(questions), 0, id),
            TestSources.noBytes());
    RiskSinks sinks = sinks(id);
    JobClient job =
        CLUSTER.start(
            RiskCluster.PARALLELISM,
            sources,
            sinks,
            Optional.of(released.resolve(SAVEPOINT).toString()),
            true);
    await().atMost(PATIENCE).until(() -> CLUSTER.recordsTaken(job) == more.size() + passedOn);
    TestSources.open(id);
    await().atMost(PATIENCE).until(() -> collected(sinks.answers()).size() >= questions.size());
    job.cancel().get();
    await().atMost(PATIENCE).until(() -> job.getJobStatus().get().isGloballyTerminalState());
    assertThat(collected(sinks.deadLetters())).isEmpty();
    assertThat(collected(sinks.householdIndex())).as("households it did not know").isEmpty();
    return read(collected(sinks.answers()));
  }

  private static RiskSinks sinks(String run) {
    return new RiskSinks(
        new Collected(run + "/alerts"),
        new Collected(run + "/dead-letters"),
        new Collected(run + "/answers"),
        new Collected(run + "/index"),
        new Collected(run + "/acks"));
  }

  private static List<byte[]> collected(Object sink) {
    return ((Collected) sink).values();
  }

  /** Folders of the class path: savepoints that have moved from where they were written. */
  private static List<Path> released() throws IOException, URISyntaxException {
    Path all = Path.of(SavepointsTest.class.getResource("/savepoints").toURI());
    try (Stream<Path> folders = Files.list(all)) {
      return folders.sorted().toList();
    }
  }

  private static void assertEachHasOne(int newest) throws IOException, URISyntaxException {
    assertThat(released().stream().map(path -> path.getFileName().toString()))
        .containsAll(IntStream.rangeClosed(1, newest).mapToObj(i -> "layout-" + i).toList());
  }

  /** A profile with everything that it may hold. */
  private static HouseholdProfile toldOfByOthers() {
    PolicyInForce none = new PolicyInForce(null, Completeness.NONE, RiskFixtures.RETENTION);
    List<HouseholdEvent> told = SharedHouseholds.until(LocalDate.of(2023, 12, 31));
    String id = SharedHouseholds.IDS.get(0);
    HouseholdProfile profile = null;
    for (HouseholdEvent event : told) {
      boolean own = event.householdId().equals(id);
      if (!own && !PersonRecords.concerns(event)) {
        continue;
      }
      Cause cause = own ? new Cause.Events(List.of(event)) : new Cause.Elsewhere(event);
      profile = HouseholdRisk.step(id, profile, cause, none).profile();
    }
    return profile;
  }

  /** What is expected, by its first line, which is the question. */
  private static Map<String, String> expected(Path released) throws IOException {
    Map<String, String> expected = new TreeMap<>();
    String said = Files.readString(released.resolve(ANSWERS));
    for (String answer : said.split("\n(?=" + HOUSEHOLD + ")", -1)) {
      expected.put(answer.lines().findFirst().orElseThrow(), answer);
    }
    return expected;
  }

  private static Map<String, String> read(List<byte[]> answers) throws IOException {
    SingleObject<HouseholdAnswer> codec = new SingleObject<>(HouseholdAnswer.class);
    Map<String, String> byQuestion = new TreeMap<>();
    for (byte[] answer : answers) {
      HouseholdAnswer read = codec.decode(answer);
      assertThat(byQuestion.put(read.getRequestId(), text(read))).as("answered once").isNull();
    }
    return byQuestion;
  }

  private static Set<String> differing(Map<String, String> expected, Map<String, String> said) {
    Set<String> questions = new TreeSet<>(expected.keySet());
    questions.addAll(said.keySet());
    questions.removeIf(question -> Objects.equals(said.get(question), expected.get(question)));
    return questions;
  }

  private static String question(String householdId, LocalDate asOf) {
    return HOUSEHOLD + householdId + AS_OF + asOf;
  }

  private static String householdId(String question) {
    return question.substring(HOUSEHOLD.length(), question.indexOf(AS_OF));
  }

  private static LocalDate asOf(String question) {
    return LocalDate.parse(question.substring(question.indexOf(AS_OF) + AS_OF.length()));
  }

  /** The first half is asked before the savepoint, the second half after it was restored. */
  private static List<HouseholdMessage.OfInquiry> inquiriesTwice(Set<String> questions) {
    return Stream.concat(questions.stream(), questions.stream())
        .map(
            question ->
                new HouseholdMessage.OfInquiry(
                    householdId(question),
                    new Cause.Inquiry(question, (int) asOf(question).toEpochDay(), false)))
        .toList();
  }

  /** An answer without its prose, which may be said better one day. */
  private static String text(HouseholdAnswer answer) {
    StringBuilder text = new StringBuilder();
    line(text, question(answer.getHouseholdId(), answer.getAsOf()));
    line(text, "  policy", answer.getBundleVersion());
    line(text, "  region", answer.getRegisteredRegion(), answer.getResidence());
    line(text, "  members", answer.getMembers());
    line(text, "  classes", answer.getClasses());
    line(text, "  lines", answer.getLineCount());
    answer.getIndicators().forEach(measured -> line(text, "  indicator", text(measured)));
    answer.getHits().forEach(hit -> text(text, hit));
    for (NotAssessable not : answer.getNotAssessable()) {
      line(text, "  not assessable", not.getAbout(), not.getSubject(), not.getCode());
    }
    CaseView last = answer.getLastCase();
    if (last != null) {
      line(text, "  case", last.getCaseId(), last.getStatus(), last.getUrgency());
      line(text, "    change", last.getSequence());
      line(text, "    opened", last.getOpenedOn(), "for", last.getOpenedFor());
      if (last.getEndedOn() != null) {
        line(text, "    ended", last.getEndedOn());
      }
      line(text, "    visit by", last.getVisitBy());
    }
    return text.toString();
  }

  private static void text(StringBuilder text, Hit hit) {
    line(text, "  hit", hit.getRuleId(), hit.getSubject(), hit.getUrgency(), hit.getRaisedBy());
    line(text, "    measure", hit.getMeasure());
    hit.getMeasured().forEach(measured -> line(text, "    measured", text(measured)));
    for (LimitUsed limit : hit.getLimits()) {
      line(
          text,
          "    limit",
          limit.getParameter(),
          limit.getKey(),
          limit.getValue(),
          limit.getUnit(),
          "of",
          limit.getRegionPrefix().isEmpty() ? "the nation" : limit.getRegionPrefix(),
          "from",
          limit.getFromDate());
    }
    line(
        text,
        "    records",
        hit.getRecordCount(),
        hit.getRecords().stream().map(Long::toHexString).collect(Collectors.joining(" ")));
    line(text, "    notify", hit.getNotify());
  }

  private static String text(Measured measured) {
    String dates = measured.getFromDate() + ".." + measured.getToDate();
    return "%s %d %s %s"
        .formatted(
            measured.getIndicator(),
            measured.getValue(),
            measured.getUnit(),
            measured.getWindow().isEmpty() ? dates : measured.getWindow() + " " + dates);
  }

  private static void line(StringBuilder text, Object... words) {
    text.append(
            Stream.of(words)
                .map(String::valueOf)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" ")))
        .append('\n');
  }
}
