package io.hearthwatch.cli.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hearthwatch.domain.household.EventId;
import io.hearthwatch.domain.household.EventKind;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.body.DisasterReported;
import io.hearthwatch.reference.RawEvent;
import io.hearthwatch.stack.StackAddresses;
import io.hearthwatch.stack.broker.EventPublisher;
import io.hearthwatch.stack.mapping.Repository;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real disasters through the running stack: what the offices report, by state and for the nation,
 * equals the published totals; a report that replaces another is never added to it.
 */
class FemaIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String SUMMARIES = "FemaWebDisasterSummaries.csv";
  private static final String DECLARATIONS = "FemaWebDisasterDeclarations.csv";

  /** As published. */
  private static final Figures NATION = new Figures(523, 9_464_791, 3_238_070_363_157L);

  /** Hurricane Irma in Florida; it has three further reports, which are not told in order. */
  private static final String REVISED = "4337";

  private static final List<String> FURTHER =
      List.of(
          "4337,774800,1020970000.25,2023-10-16T00:00:00.000Z,2023-10-16T05:00:00.000Z",
          "4337,775300,1021111111.11,2023-10-30T00:00:00.000Z,2023-10-30T05:00:00.000Z",
          "4337,775000,1021000000,2023-10-23T00:00:00.000Z,2023-10-23T05:00:00.000Z");

  private static final Report LAST = new Report(REVISED, "FL", 775_300, 102_111_111_111L);

  /** Less than what it corrects: what stands is the newest, not the greatest. */
  private static final Report CORRECTED = new Report(REVISED, "FL", 775_200, 102_100_000_099L);

  @TempDir private Path folder;

  /** What is said of one disaster: people, and money in cents. */
  private record Report(String disaster, String state, long people, long fundsFen) {
    Report plus(Report other) {
      return new Report(disaster, state, people + other.people, fundsFen + other.fundsFen);
    }
  }

  /** What is said of all disasters of a region. */
  private record Figures(long disasters, long people, long fundsFen) {
    private static final Figures NONE = new Figures(0, 0, 0);

    Figures with(Report report) {
      return new Figures(disasters + 1, people + report.people, fundsFen + report.fundsFen);
    }
  }

  @Test
  void reportsEqualThePublishedTotals() throws Exception {
    Path data = Repository.sharedData("fema");
    Map<String, Report> published = published(data);
    assertThat(byRegion(published)).containsEntry("ALL", NATION).hasSize(57 + 2);

    try (RunningStack stack = new RunningStack(folder.resolve("var"));
        Connection database = DriverManager.getConnection(stack.addresses().jdbcUrl())) {
      importInto(stack, data);
      arrives(stack, database, published);

      Map<String, Report> oneLess = new HashMap<>(published);
      oneLess.remove("4341");
      disagrees("without three people of the Seminole Tribe", database, oneLess);

      Report first = published.put(REVISED, LAST);
      importInto(stack, further(data));
      arrives(stack, database, published);
      Map<String, Report> added = new HashMap<>(published);
      added.put(REVISED, first.plus(LAST));
      disagrees("as if the last report were added to the first", database, added);

      correct(stack.addresses());
      published.put(REVISED, CORRECTED);
      arrives(stack, database, published);
      assertThat(reported(database, "HELPED").get("ALL").disasters).isEqualTo(523);
      assertThat(deadLetters(database)).isZero();
    }
  }

  private static void importInto(RunningStack stack, Path files) {
    assertThat(
            stack.command(
                "import",
                "--mapping=" + Repository.root().resolve("mappings/fema.yaml"),
                files.toString()))
        .contains(", 0 bad");
  }

  private static void arrives(RunningStack stack, Connection database, Map<String, Report> expected)
      throws Exception {
    stack.awaitFigures();
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(() -> agree(database, expected));
  }

  /** Every region, and both ways to count. */
  private static void agree(Connection database, Map<String, Report> expected) throws SQLException {
    assertThat(reported(database, "HELPED")).isEqualTo(byRegion(expected));
    assertThat(reported(database, "REGISTERED")).isEqualTo(byRegion(expected));
  }

  private static void disagrees(String redTwin, Connection database, Map<String, Report> expected) {
    assertThatThrownBy(() -> agree(database, expected))
        .as(redTwin)
        .isInstanceOf(AssertionError.class);
  }

  private static Map<String, Figures> reported(Connection database, String basis)
      throws SQLException {
    String sql =
        """
        SELECT region, count(*), sum(reported_taken_in), sum(reported_funds_fen)
        FROM hearthwatch.assistance_statistic WHERE disaster_id <> '' AND basis = '%s'
        GROUP BY region
        """
            .formatted(basis);
    Map<String, Figures> figures = new TreeMap<>();
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        figures.put(row.getString(1), new Figures(row.getLong(2), row.getLong(3), row.getLong(4)));
      }
    }
    return figures;
  }

  private static long deadLetters(Connection database) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM quarantine.dead_letter")) {
      row.next();
      return row.getLong(1);
    }
  }

  /** States, the union of them and the nation. */
  private static Map<String, Figures> byRegion(Map<String, Report> reports) {
    Map<String, Figures> figures = new TreeMap<>();
    for (Report report : reports.values()) {
      for (String region : List.of("ALL", "US", "US." + report.state)) {
        figures.put(region, figures.getOrDefault(region, Figures.NONE).with(report));
      }
    }
    return figures;
  }

  /** Reports by disaster, from the files; shares no code with the mapping. */
  private static Map<String, Report> published(Path data) throws IOException {
    Map<String, String> states = new HashMap<>();
    for (CSVRecord declaration : records(data.resolve(DECLARATIONS))) {
      states.put(declaration.get("disasterNumber"), declaration.get("stateCode"));
    }
    Map<String, Report> reports = new HashMap<>();
    for (CSVRecord summary : records(data.resolve(SUMMARIES))) {
      String disaster = summary.get("disasterNumber");
      if (!summary.get("totalNumberIaApproved").isEmpty()) {
        reports.put(
            disaster,
            new Report(
                disaster,
                states.get(disaster),
                Long.parseLong(summary.get("totalNumberIaApproved")),
                new BigDecimal(summary.get("totalAmountIhpApproved"))
                    .movePointRight(2)
                    .longValueExact()));
      }
    }
    return reports;
  }

  private static List<CSVRecord> records(Path file) throws IOException {
    try (Reader text = Files.newBufferedReader(file)) {
      CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
      return format.parse(text).getRecords();
    }
  }

  /** What was published later: a folder with the same two files. */
  private Path further(Path data) throws IOException {
    Path later = Files.createDirectory(folder.resolve("later"));
    Files.copy(data.resolve(DECLARATIONS), later.resolve(DECLARATIONS));
    String columns =
        "disasterNumber,totalNumberIaApproved,totalAmountIhpApproved,iaLoadDate,lastRefresh";
    Files.writeString(later.resolve(SUMMARIES), columns + "\n" + String.join("\n", FURTHER) + "\n");
    return later;
  }

  /** A correction of the last report, which was sent before the one of a week earlier. */
  private static void correct(StackAddresses at) throws IOException {
    RawEvent last =
        SentEvents.read(at).stream()
            .filter(event -> event.householdId().equals("fema.FL." + REVISED))
            .max(Comparator.comparing(RawEvent::occurredOn))
            .orElseThrow();
    try (EventPublisher publisher = new EventPublisher(at)) {
      publisher.accept(
          new HouseholdEvent(
              EventId.of(last.eventId()),
              EventKind.CORRECT,
              last.revision() + 1,
              last.source(),
              last.householdId(),
              null,
              last.registeredRegion(),
              null,
              (int) last.occurredOn().toEpochDay(),
              last.reportedAt().plus(Duration.ofDays(1)).toEpochMilli(),
              new DisasterReported(
                  "fema-" + REVISED,
                  "typhoon",
                  0,
                  0,
                  CORRECTED.people,
                  0,
                  0,
                  CORRECTED.fundsFen,
                  0)));
      publisher.flush();
    }
  }
}
