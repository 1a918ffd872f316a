package io.hearthwatch.assistance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.relief.CellTally;
import io.hearthwatch.domain.relief.DisasterReports;
import io.hearthwatch.domain.relief.RegionScheme;
import io.hearthwatch.domain.relief.ReliefLedger;
import io.hearthwatch.io.event.HouseholdEventCodec;
import io.hearthwatch.io.flink.HouseholdMessage;
import io.hearthwatch.io.flink.SavepointOperators;
import io.hearthwatch.io.flink.TestSources;
import io.hearthwatch.reference.DomainEvents;
import io.hearthwatch.reference.relief.ReliefNation;
import io.hearthwatch.reference.relief.ReliefRun;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Savepoints that released versions wrote are restored by today's job, at another parallelism. It
 * is told the rest of what had been told then, and every cell that this moves comes to what it came
 * to then: a household, a person, a disaster or a cell whose state were lost would count from
 * nothing.
 *
 * <p>Nothing is asked of {@code relief-event-homes}: its entries live by the clock of the machine
 * and are gone three years after the savepoint was written. The state itself has to find its
 * operator.
 */
class SavepointsTest {

  private static final String TARGET = "hearthwatch.savepoint.target";
  private static final String SAVEPOINT = "savepoint";

  /** What is told after the savepoint: an event a line, as in its topic, in hexadecimal digits. */
  private static final String REST = "rest.txt";

  /** What the cells that it moved came to: NAME = figures. */
  private static final String CELLS = "cells.txt";

  private static final String IS = " = ";
  private static final String HELD = "for ever";
  private static final int PARTS = 2;
  private static final int PARTS_OF_THE_REST = 5;
  private static final int MORE_THAN_IT_WAS_TOLD = 10_000;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @RegisterExtension
  private static final MiniClusterExtension FLINK =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(AssistanceCluster.PARALLELISM)
              .build());

  @Test
  void cellsComeToWhatTheyCameToWhenTheSavepointWasWritten() throws Exception {
    for (Path released : released()) {
      Cells expected = Cells.read(released);
      assertThat(expected.figures().keySet())
          .anyMatch(name -> name.endsWith("|month"))
          .anyMatch(name -> name.endsWith("|counted"))
          .anyMatch(name -> name.endsWith("|reported"));
      assertThat(expected.differing(said("as it was", released, rest(released))))
          .as(released.toString())
          .isEmpty();
    }
  }

  /** Red twin: half of what is told after the savepoint comes to something else. */
  @Test
  void anotherStateWouldBeSeen() throws Exception {
    for (Path released : released()) {
      List<byte[]> rest = rest(released);
      List<byte[]> half = rest.subList(0, rest.size() / 2);
      // The restored source sends as many as were left: each of these twice.
      assertThat(Cells.read(released).differing(said("half of it", released, half))).isNotEmpty();
    }
  }

  /** Red twin: without the savepoint the rest alone comes to something else. */
  @Test
  void aStateThatWasLostWouldBeSeen() throws Exception {
    for (Path released : released()) {
      String run = released.getFileName() + ", lost";
      AssistanceCluster.start(told(rest(released)), run, Optional.empty())
          .getJobExecutionResult()
          .get();
      assertThat(Cells.read(released).differing(lastWords(run))).isNotEmpty();
    }
  }

  /** Each layout that is written; who raises one of them, commits a savepoint of it. */
  @Test
  void everyLayoutHasOne() throws Exception {
    assertEachHasOne(newestLayout());
  }

  /** Red twin: a layout for which nobody committed a savepoint is noticed. */
  @Test
  void aLayoutWithoutOneIsNoticed() {
    int next = newestLayout() + 1;
    assertThatThrownBy(() -> assertEachHasOne(next)).hasMessageContaining("layout-" + next);
  }

  @Test
  void everyOperatorOfTheSavepointIsOneOfTheGoldenFile() throws Exception {
    List<String> uids = Files.readAllLines(Path.of(getClass().getResource("/uids.txt").toURI()));
    for (Path released : released()) {
      Path savepoint = released.resolve(SAVEPOINT);
      assertThat(uids).containsAll(SavepointOperators.all(savepoint));
      assertThat(SavepointOperators.withState(savepoint))
          .contains(
              "cells",
              "disaster-reports",
              "household-relief",
              "person-relief",
              "relief-event-homes",
              "relief-events");
    }
  }

  /** Red twin: an operator that has another uid than in the savepoint does not find its state. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "cells",
        "disaster-reports",
        "household-relief",
        "person-relief",
        "relief-event-homes",
        "relief-events"
      })
  void aChangedUidStopsTheJob(String uid) throws Exception {
    for (Path released : released()) {
      assertThatThrownBy(
              () ->
                  AssistanceCluster.start(
                          AssistanceCluster.PARALLELISM,
                          TestSources.none(),
                          "unclaimed",
                          Optional.of(released.resolve(SAVEPOINT).toString()),
                          renaming(uid))
                      .getJobExecutionResult()
                      .get())
          .hasStackTraceContaining("allowNonRestoredState");
    }
  }

  /** Writes the savepoint of a new layout, and what its cells come to; see docs/state.md. */
  @Test
  @EnabledIfSystemProperty(named = TARGET, matches = ".+")
  void writesTheSavepointOfANewLayout() throws Exception {
    Path target = Files.createDirectory(Path.of(System.getProperty(TARGET))); // never over another
    List<HouseholdEvent> told = new ArrayList<>();
    for (int part = 1; part <= PARTS; part++) {
      ReliefNation.of(part).stream().map(DomainEvents::of).forEach(told::add);
    }
    int before = told.size() - told.size() / PARTS_OF_THE_REST;
    List<HouseholdEvent> rest = told.subList(before, told.size());
    ReliefRun steps = new ReliefRun();
    told.subList(0, before).forEach(steps::take);
    Map<String, List<Long>> cellsBefore = steps.cells();
    rest.forEach(steps::take);

    HouseholdEventCodec codec = new HouseholdEventCodec();
    List<byte[]> bytes = told.stream().map(codec::encode).toList();
    JobClient job =
        AssistanceCluster.start(
            1,
            TestSources.messages(messages(bytes), before, HELD),
            "written",
            Optional.empty(),
            nothing -> {});
    Cells saved = Cells.moved(Map.of(), cellsBefore);
    await().atMost(PATIENCE).until(() -> saved.differing(lastWords("written")).isEmpty());
    String savepoint =
        job.stopWithSavepoint(
                false, target.toAbsolutePath().toString(), SavepointFormatType.CANONICAL)
            .get();
    Files.move(Path.of(URI.create(savepoint).getPath()), target.resolve(SAVEPOINT));
    Files.write(
        target.resolve(REST),
        bytes.subList(before, bytes.size()).stream().map(HexFormat.of()::formatHex).toList());
    Cells.moved(cellsBefore, steps.cells()).write(target);
  }

  /**
   * The last words of the restored job. Its source knows how many it sent and how many were left,
   * and sends what stands there: whatever is told again and again is told once.
   */
  private static Map<String, List<Long>> said(String run, Path released, List<byte[]> rest)
      throws Exception {
    String id = released.getFileName() + ", " + run;
    List<byte[]> again = new ArrayList<>();
    while (again.size() < MORE_THAN_IT_WAS_TOLD) {
      again.addAll(rest);
    }
    AssistanceCluster.start(
            AssistanceCluster.PARALLELISM,
            told(again),
            id,
            Optional.of(released.resolve(SAVEPOINT).toString()),
            nothing -> {})
        .getJobExecutionResult()
        .get();
    return lastWords(id);
  }

  private static Source<HouseholdMessage, ?, ?> told(List<byte[]> events) {
    return TestSources.messages(messages(events));
  }

  private static List<HouseholdMessage> messages(List<byte[]> events) {
    HouseholdEventCodec codec = new HouseholdEventCodec();
    return events.stream()
        .<HouseholdMessage>map(
            bytes -> new HouseholdMessage.OfEvent(codec.decode(bytes).event(), bytes))
        .toList();
  }

  private static Map<String, List<Long>> lastWords(String run) throws IOException {
    return SaidStatistics.of(AssistanceCluster.statistics(run).values());
  }

  /** Folders of the class path: savepoints that have moved from where they were written. */
  private static List<Path> released() throws IOException, URISyntaxException {
    Path all = Path.of(SavepointsTest.class.getResource("/savepoints").toURI());
    try (Stream<Path> folders = Files.list(all)) {
      return folders.sorted().toList();
    }
  }

  private static List<byte[]> rest(Path released) throws IOException {
    return Files.readAllLines(released.resolve(REST)).stream()
        .map(HexFormat.of()::parseHex)
        .toList();
  }

  private static void assertEachHasOne(int newest) throws IOException, URISyntaxException {
    assertThat(released().stream().map(path -> path.getFileName().toString()))
        .containsAll(IntStream.rangeClosed(1, newest).mapToObj(i -> "layout-" + i).toList());
  }

  /** The highest number of those of versions, tallies and reports: a savepoint holds all three. */
  private static int newestLayout() {
    List<byte[]> written = new ArrayList<>();
    written.add(ReliefLedger.empty().toBytes());
    written.add(new CellTally().toBytes());
    HouseholdEvent report =
        IntStream.rangeClosed(1, PARTS)
            .mapToObj(part -> ReliefNation.of(part).stream().map(DomainEvents::of))
            .flatMap(events -> events)
            .filter(event -> event.type() == EventType.DISASTER_REPORTED)
            .findFirst()
            .orElseThrow();
    DisasterReports.report(
        "flood",
        "360823",
        report,
        new RegionScheme(ReliefRun.LEVELS),
        region -> null,
        (region, bytes) -> written.add(bytes),
        (cell, reach, tally) -> {});
    return written.stream().mapToInt(bytes -> bytes[0]).max().orElseThrow();
  }

  private static Consumer<StreamExecutionEnvironment> renaming(String uid) {
    return env ->
        env.getTransformations().stream()
            .flatMap(end -> end.getTransitivePredecessors().stream())
            .filter(each -> uid.equals(each.getUid()))
            .forEach(each -> each.setUid(uid + "-renamed"));
  }

  /**
   * What cells came to.
   *
   * @param figures of months and of disasters, where what was told last has changed them
   */
  private record Cells(Map<String, List<Long>> figures) {

    static Cells moved(Map<String, List<Long>> before, Map<String, List<Long>> after) {
      Map<String, List<Long>> moved = new TreeMap<>(after);
      moved.keySet().removeIf(name -> name.endsWith("|year"));
      moved.keySet().removeIf(name -> after.get(name).equals(before.get(name)));
      return new Cells(moved);
    }

    /** Names of cells that were said otherwise, or not at all. */
    Set<String> differing(Map<String, List<Long>> said) {
      Set<String> names = new TreeSet<>(figures.keySet());
      names.removeIf(name -> figures.get(name).equals(said.get(name)));
      return names;
    }

    void write(Path released) throws IOException {
      Files.write(
          released.resolve(CELLS),
          figures.entrySet().stream()
              .map(cell -> cell.getKey() + IS + inWords(cell.getValue()))
              .toList());
    }

    private static String inWords(List<Long> figures) {
      return figures.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    static Cells read(Path released) throws IOException {
      Map<String, List<Long>> figures = new TreeMap<>();
      for (String line : Files.readAllLines(released.resolve(CELLS))) {
        String[] cell = line.split(IS);
        figures.put(cell[0], Stream.of(cell[1].split(" ")).map(Long::valueOf).toList());
      }
      return new Cells(figures);
    }
  }
}
