package io.hearthwatch.cli.real;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.reference.CalendarYaml;
import io.hearthwatch.reference.ParameterYaml;
import io.hearthwatch.reference.RawEvent;
import io.hearthwatch.reference.ReferenceDatabase;
import io.hearthwatch.reference.RegionsYaml;
import io.hearthwatch.reference.SourceSaid;
import io.hearthwatch.reference.Verdict;
import io.hearthwatch.stack.mapping.Repository;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The department that knows the wages says nothing for sixty days and then everything at once:
 * nobody recovers by its silence, and on the day of its return no case is opened that the rules in
 * SQL do not open.
 */
class SilenceIT {

  private static final LocalDate SILENT_FROM = LocalDate.parse("2023-12-02");
  private static final LocalDate BACK_ON = LocalDate.parse("2024-01-31");

  /** From then on the silent months are closed, so that what is unknown stays unknown. */
  private static final LocalDate CLOSED_FROM = LocalDate.parse("2024-01-16");

  /** As departments do without batches: what they learnt five days ago they have told. */
  private static final int TOLD_AFTER_DAYS = 5;

  @TempDir private Path folder;

  /** What a case said before it ended. */
  private record Said(String household, String rule) {}

  @Test
  void nobodyRecoversByIt() throws Exception {
    try (RunningStack stack = new RunningStack(folder.resolve("var"), "--simulated")) {
      stack.command(
          "simulate",
          "--households=600",
          "--region=36",
          "--months=15",
          "--past=13",
          "--speed=30",
          "--no-batches",
          "--no-silences",
          "--silence=human-resources:" + SILENT_FROM + ":60");
      Path file = folder.resolve("dump.jsonl");
      stack.command("review", "--as-of=" + BACK_ON);
      stack.command("review", "--as-of=" + BACK_ON, "--dump=" + file);

      List<RawEvent> all = SentEvents.read(stack.addresses());
      Set<Verdict> back =
          reference(all, event -> true, SaidComplete.read(stack.addresses()), BACK_ON);
      assertThat(new HashSet<>(Dump.read(file).verdicts())).isEqualTo(back);
      assertThat(openedOnReturn(stack)).isNotEmpty().isSubsetOf(hits(back));

      LocalDate last = BACK_ON.minusDays(1);
      List<SourceSaid> onTheEve =
          SaidComplete.read(stack.addresses(), last.minusDays(TOLD_AFTER_DAYS));
      assertThat(onTheEve)
          .as("every source but the silent one is complete, on the eve of the return")
          .isNotEmpty()
          .allMatch(said -> said.completeThrough().equals(completeThrough(said.source(), last)));
      Predicate<RawEvent> known =
          event -> event.reportedAt().isBefore(BACK_ON.atStartOfDay().toInstant(ZoneOffset.UTC));
      Set<Said> unknown =
          reference(all, known, onTheEve, last).stream()
              .filter(verdict -> !verdict.isHit())
              .map(verdict -> new Said(verdict.householdId(), verdict.rule()))
              .collect(Collectors.toSet());
      assertThat(unknown).as("the silence is felt").hasSizeGreaterThan(100);
      assertThat(endedInSilence(stack)).as("recovered").doesNotContainAnyElementsOf(unknown);
      assertThat(openBeforeReturn(stack).stream().filter(unknown::contains))
          .as("cases that stand although nobody knows")
          .hasSizeGreaterThan(20);
    }
  }

  private static LocalDate completeThrough(String source, LocalDate day) {
    LocalDate spoke = source.equals("human-resources") ? SILENT_FROM.minusDays(1) : day;
    return spoke.minusDays(TOLD_AFTER_DAYS);
  }

  private static Set<Verdict> reference(
      List<RawEvent> events, Predicate<RawEvent> known, List<SourceSaid> said, LocalDate asOf)
      throws IOException, SQLException {
    try (ReferenceDatabase database = ReferenceDatabase.start()) {
      database.clear();
      database.load(events.stream().filter(known).map(RawEvent::toJsonLine));
      database.parameters(ParameterYaml.read(Repository.root().resolve("policies/parameters")));
      database.regions(RegionsYaml.read(Repository.root().resolve("policies/regions/cn.yaml")));
      database.calendar(CalendarYaml.read(Repository.root().resolve("policies/calendars/cn.yaml")));
      database.completeness(said);
      database.askEverybody(List.of(asOf));
      return new HashSet<>(database.verdicts());
    }
  }

  private static Set<String> hits(Set<Verdict> verdicts) {
    return verdicts.stream()
        .filter(Verdict::isHit)
        .map(Verdict::householdId)
        .collect(Collectors.toSet());
  }

  /** Households whose case was opened on the day of return and is open. */
  private static Set<String> openedOnReturn(RunningStack stack) throws SQLException {
    Set<String> households = new HashSet<>();
    ask(
        stack,
        """
        SELECT c.household_id FROM hearthwatch.risk_case_change c
        WHERE c.household_id NOT LIKE 'feed:%%' AND c.transition IN ('OPENED', 'REOPENED') AND c.as_of = '%s' AND NOT EXISTS (
          SELECT 1 FROM hearthwatch.risk_case_change later
          WHERE later.case_id = c.case_id AND later.sequence > c.sequence AND later.ended_on IS NOT NULL)
        """
            .formatted(BACK_ON),
        row -> households.add(row.getString(1)));
    return households;
  }

  /** What the cases said that ended while the department was silent. */
  private static Set<Said> endedInSilence(RunningStack stack) throws SQLException {
    Set<Said> ended = new HashSet<>();
    ask(
        stack,
        """
        SELECT c.household_id, h.rule_id
        FROM hearthwatch.risk_case_change c
        JOIN hearthwatch.risk_case_change before
          ON before.case_id = c.case_id AND before.sequence = c.sequence - 1
        JOIN hearthwatch.risk_hit h ON h.change_id = before.change_id
        WHERE c.transition IN ('CLOSED', 'WITHDRAWN') AND c.as_of >= '%s' AND c.as_of < '%s'
        """
            .formatted(CLOSED_FROM, BACK_ON),
        row -> ended.add(new Said(row.getString(1), row.getString(2))));
    return ended;
  }

  /** What the cases say that were open on the eve of the return. */
  private static Set<Said> openBeforeReturn(RunningStack stack) throws SQLException {
    Set<Said> open = new HashSet<>();
    ask(
        stack,
        """
        SELECT c.household_id, h.rule_id
        FROM (
          SELECT DISTINCT ON (case_id) * FROM hearthwatch.risk_case_change
          WHERE as_of < '%s' ORDER BY case_id, sequence DESC) c
        JOIN hearthwatch.risk_hit h USING (change_id)
        WHERE c.ended_on IS NULL
        """
            .formatted(BACK_ON),
        row -> open.add(new Said(row.getString(1), row.getString(2))));
    return open;
  }

  private interface Row {
    void read(ResultSet row) throws SQLException;
  }

  private static void ask(RunningStack stack, String sql, Row each) throws SQLException {
    try (Connection database = DriverManager.getConnection(stack.addresses().jdbcUrl());
        Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        each.read(rows);
      }
    }
  }
}
