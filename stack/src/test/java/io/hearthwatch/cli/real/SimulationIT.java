package io.hearthwatch.cli.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hearthwatch.reference.CalendarYaml;
import io.hearthwatch.reference.ParameterYaml;
import io.hearthwatch.reference.ReferenceDatabase;
import io.hearthwatch.reference.RegionsYaml;
import io.hearthwatch.reference.SourceSaid;
import io.hearthwatch.reference.Verdict;
import io.hearthwatch.stack.mapping.Repository;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A simulated nation with all disorders through the running stack: at the end of each month the
 * hits of every household are those of the rules in SQL, evidence included, and every event is in
 * the state of its household. Households are compared some at a time, or they would not fit into
 * memory; those that tell of the same people together, for they know of each other.
 */
class SimulationIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CASES_THAT_SAID_SOMETHING =
      "SELECT count(DISTINCT case_id) FROM hearthwatch.risk_case_change"
          + " JOIN hearthwatch.risk_hit USING (change_id) WHERE household_id NOT LIKE 'feed:%'";

  private static final String HIT = " hit";
  private static final String ONLY_THE_STREAM = "only the stream says";

  /** The first digits of the id of an event, as a hit cites it. */
  private static final Pattern CITED =
      Pattern.compile("\\brecord ([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})\\b");

  private static final YearMonth FIRST = YearMonth.of(2022, 11);

  @TempDir private Path folder;

  @Test
  void everyHouseholdIsAsInTheReference() throws Exception {
    Nation nation = new Nation(200, 14, 3, 1, 17);
    holds(nation, SimulationIT::qualityWaitsForTheTables);
  }

  @Test
  @Tag("exhaustive")
  void oneHundredThousandHouseholdsAreAsInTheReference() throws Exception {
    Nation nation = new Nation(100_000, 14, 12, 40, 33);
    holds(nation, SimulationIT::qualityIsAsked);
  }

  /**
   * What is simulated and compared.
   *
   * @param dumped of how many months, the last ones, the ends are compared
   * @param parts by how many the households are compared
   * @param rules how many different ones must have a hit, or little is compared; a class that is
   *     proposed is one more
   */
  private record Nation(int households, int months, int dumped, int parts, int rules) {

    void simulate(RunningStack stack) {
      stack.command("simulate", "--households=" + households, "--months=" + months);
    }

    List<LocalDate> dates() {
      return IntStream.range(months - dumped, months)
          .mapToObj(month -> FIRST.plusMonths(month).atEndOfMonth())
          .toList();
    }
  }

  /** Has the nation simulated and asks for its quality. */
  @FunctionalInterface
  private interface Quality {
    String of(RunningStack stack, Nation nation) throws Exception;
  }

  /** Simulates, dumps the last months and compares; prints how many verdicts of each kind. */
  private void holds(Nation nation, Quality quality) throws Exception {
    int parts = nation.parts();
    List<SourceSaid> completeness;
    long letters;
    Kin kin = new Kin();
    try (RunningStack stack = new RunningStack(folder.resolve("var"));
        Parts events = new Parts(folder.resolve("events"), parts, kin);
        Parts said = new Parts(folder.resolve("said"), parts, kin)) {
      System.out.println(quality.of(stack, nation));
      SentEvents.each(
          stack.addresses(), event -> kin.speaksOf(event.householdId(), event.personId()));
      for (LocalDate date : nation.dates()) {
        dump(stack, date, said);
      }
      SentEvents.each(
          stack.addresses(), event -> events.add(event.householdId(), event.toJsonLine()));
      completeness = SaidComplete.read(stack.addresses());
      letters = letters(stack);
    }
    assertThat(letters).as("nothing was refused").isZero();
    Map<String, Long> kinds = compare(parts, nation.dates(), completeness);
    System.out.println(kinds);
    assertThat(kinds.keySet().stream().filter(kind -> kind.endsWith(HIT)))
        .as("rules that had a hit")
        .hasSizeGreaterThanOrEqualTo(nation.rules());
  }

  private static String qualityIsAsked(RunningStack stack, Nation nation) {
    nation.simulate(stack);
    return stack.command("quality", "--lang=en");
  }

  /**
   * Nothing can be written into the tables while the nation is simulated and for a while after:
   * `quality` waits, and then counts all.
   */
  private static String qualityWaitsForTheTables(RunningStack stack, Nation nation)
      throws Exception {
    ExecutorService other = Executors.newSingleThreadExecutor();
    try (Connection tables = DriverManager.getConnection(stack.addresses().jdbcUrl());
        Statement statement = tables.createStatement()) {
      tables.setAutoCommit(false);
      statement.execute("LOCK TABLE hearthwatch.risk_case_change IN SHARE MODE");
      nation.simulate(stack);
      Future<String> quality = other.submit(() -> stack.command("quality", "--lang=en"));
      assertThatThrownBy(() -> quality.get(5, TimeUnit.SECONDS))
          .as("quality, while alerts are not in the tables")
          .isInstanceOf(TimeoutException.class);
      tables.commit();
      String said = quality.get(2, TimeUnit.MINUTES);
      try (ResultSet cases = statement.executeQuery(CASES_THAT_SAID_SOMETHING)) {
        cases.next();
        assertThat(cases.getLong(1)).isPositive();
        assertThat(said).contains(" %,d cases: ".formatted(cases.getLong(1)));
      }
      tables.commit();
      return said;
    } finally {
      other.shutdownNow();
    }
  }

  /** Part by part, as many at once as there are processors, each with a database of its own. */
  private Map<String, Long> compare(int parts, List<LocalDate> dates, List<SourceSaid> completeness)
      throws Exception {
    Map<String, Long> kinds = new ConcurrentSkipListMap<>();
    AtomicInteger next = new AtomicInteger();
    Callable<Void> comparing =
        () -> {
          try (ReferenceDatabase reference = ReferenceDatabase.start()) {
            for (int part = next.getAndIncrement(); part < parts; part = next.getAndIncrement()) {
              kinds(compare(reference, part, dates, completeness, line -> true), kinds);
              System.out.printf("part %d of %d: equal%n", part + 1, parts);
              if (part == 0) {
                anEventThatIsNotToldWouldBeSeen(reference, dates, completeness);
              }
            }
          }
          return null;
        };
    int threads = Math.min(parts, Runtime.getRuntime().availableProcessors());
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<Void>> all = Collections.nCopies(threads, comparing);
      for (Future<Void> compared : executor.invokeAll(all)) {
        compared.get();
      }
    } finally {
      executor.shutdownNow();
    }
    return kinds;
  }

  private void dump(RunningStack stack, LocalDate asOf, Parts said) throws IOException {
    Path file = folder.resolve("dump.jsonl");
    stack.command("review", "--as-of=" + asOf, "--dump=" + file, "--wait=600");
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode household = JSON.readTree(line);
        String id = household.path("householdId").asText();
        said.add(id, "lines " + id + " " + household.path("lineCount").asLong());
        for (Verdict verdict : Dump.verdictsAndProposals(household)) {
          said.add(id, text(verdict));
        }
      }
    }
    Files.delete(file);
  }

  /** Red twin: a hit cites an event of which the reference is not told. */
  private void anEventThatIsNotToldWouldBeSeen(
      ReferenceDatabase reference, List<LocalDate> dates, List<SourceSaid> completeness)
      throws IOException {
    String cited;
    try (Stream<String> lines = Files.lines(folder.resolve("said").resolve("0"))) {
      cited =
          lines
              .map(CITED::matcher)
              .filter(Matcher::find)
              .map(found -> found.group(1) + "-" + found.group(2) + "-" + found.group(3))
              .findFirst()
              .orElseThrow();
    }
    String id = "\"eventId\":\"" + cited;
    assertThatThrownBy(() -> compare(reference, 0, dates, completeness, line -> !line.contains(id)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(ONLY_THE_STREAM);
  }

  /**
   * Compares one part.
   *
   * @param told which events the reference is told
   * @return what the reference says
   */
  private List<Verdict> compare(
      ReferenceDatabase reference,
      int part,
      List<LocalDate> dates,
      List<SourceSaid> completeness,
      Predicate<String> told)
      throws IOException, SQLException {
    Path events = folder.resolve("events").resolve(String.valueOf(part));
    reference.clear();
    try (Stream<String> lines = Files.lines(events)) {
      reference.load(lines.filter(told));
    }
    reference.parameters(ParameterYaml.read(Repository.root().resolve("policies/parameters")));
    reference.regions(RegionsYaml.read(Repository.root().resolve("policies/regions/cn.yaml")));
    reference.calendar(CalendarYaml.read(Repository.root().resolve("policies/calendars/cn.yaml")));
    reference.completeness(completeness);
    reference.askEverybody(dates);
    List<Verdict> verdicts = reference.verdictsAndProposals();
    List<String> expected = new ArrayList<>();
    verdicts.forEach(verdict -> expected.add(text(verdict)));
    List<String> said = new ArrayList<>();
    Set<String> lineCounts = new HashSet<>();
    try (Stream<String> lines = Files.lines(folder.resolve("said").resolve(String.valueOf(part)))) {
      lines.forEach(line -> (line.startsWith("lines ") ? lineCounts : said).add(line));
    }
    assertThat(lineCounts).as("every event is in state").isEqualTo(eventCounts(events));
    Collections.sort(expected);
    Collections.sort(said);
    if (!said.equals(expected)) {
      Set<String> saidOnly = new HashSet<>(said);
      saidOnly.removeAll(new HashSet<>(expected));
      Set<String> expectedOnly = new HashSet<>(expected);
      expectedOnly.removeAll(new HashSet<>(said));
      assertThat(saidOnly.stream().limit(5)).as(ONLY_THE_STREAM).isEmpty();
      assertThat(expectedOnly.stream().limit(5)).as("only the reference says").isEmpty();
      assertThat(said).as("nothing is said twice").hasSameSizeAs(expected);
    }
    return verdicts;
  }

  private static void kinds(List<Verdict> verdicts, Map<String, Long> kinds) {
    for (Verdict verdict : verdicts) {
      kinds.merge(verdict.rule() + (verdict.isHit() ? HIT : " not assessable"), 1L, Long::sum);
    }
  }

  /** How many different events each household has. */
  private static Set<String> eventCounts(Path events) throws IOException {
    Map<String, Set<UUID>> ids = new TreeMap<>();
    try (BufferedReader lines = Files.newBufferedReader(events)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode event = JSON.readTree(line);
        ids.computeIfAbsent(event.path("householdId").asText(), id -> new HashSet<>())
            .add(UUID.fromString(event.path("eventId").asText()));
      }
    }
    Set<String> counts = new HashSet<>();
    ids.forEach((id, of) -> counts.add("lines " + id + " " + of.size()));
    return counts;
  }

  private static long letters(RunningStack stack) throws SQLException {
    try (Connection database = DriverManager.getConnection(stack.addresses().jdbcUrl());
        Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM quarantine.dead_letter")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static String text(Verdict verdict) {
    return verdict.toString().replace('\n', '|').replace('\r', ' ');
  }

  /** Households that tell of the same people, directly or by way of others. */
  private static final class Kin {
    private final Map<String, String> householdByPerson = new HashMap<>();
    private final Map<String, String> nextOfKin = new HashMap<>();

    void speaksOf(String householdId, String personId) {
      if (personId != null) {
        String one = of(householdId);
        String other = of(householdByPerson.computeIfAbsent(personId, id -> householdId));
        if (!one.equals(other)) {
          nextOfKin.put(one, other);
        }
      }
    }

    /** The one household that stands for all of its kin. */
    String of(String householdId) {
      String of = householdId;
      for (String next = nextOfKin.get(of); next != null; next = nextOfKin.get(of)) {
        of = next;
      }
      return of;
    }
  }

  /** Lines by household, in so many files; kin into one. */
  private static final class Parts implements AutoCloseable {
    private final List<BufferedWriter> files = new ArrayList<>();
    private final Kin kin;

    Parts(Path folder, int count, Kin kin) throws IOException {
      this.kin = kin;
      Files.createDirectories(folder);
      for (int part = 0; part < count; part++) {
        files.add(Files.newBufferedWriter(folder.resolve(String.valueOf(part))));
      }
    }

    void add(String householdId, String line) {
      try {
        BufferedWriter file =
            files.get(Math.floorMod(kin.of(householdId).hashCode(), files.size()));
        file.write(line);
        file.newLine();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      for (BufferedWriter file : files) {
        file.close();
      }
    }
  }
}
