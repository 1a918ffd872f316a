package io.hearthwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.stack.mapping.EventSink;
import io.hearthwatch.stack.mapping.ImportFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ImportCommandTest {

  @TempDir private Path folder;
  private final List<String> delivered = new ArrayList<>();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Supplier<EventSink> sink = Sink::new;

  private final class Sink implements EventSink {
    @Override
    public void accept(HouseholdEvent event) {
      delivered.add(event.householdId());
    }

    @Override
    public void complete(String source, String regionPrefix, int completeThroughEpochDay) {
      delivered.add(source + " complete " + LocalDate.ofEpochDay(completeThroughEpochDay));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
      delivered.add("closed");
    }
  }

  @BeforeEach
  void write() throws IOException {
    Files.writeString(
        folder.resolve("wages.yaml"),
        """
        inputs:
          - files: wages.csv
            events:
              - IncomeReceived: {monthEarned: "=month(date(paid))", kind: wage, amountFen: =fen(yuan)}
                eventId: wages/{id}
                source: human-resources
                householdId: h-{id}
                registeredRegion: CN.1
                occurredOn: =date(paid)
        """);
    Files.writeString(
        folder.resolve("wages.csv"), "id,paid,yuan\n1,2024-04-30,3000.00\n2,2024-05-31,3100\n");
  }

  private int run(String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("--mapping", folder.resolve("wages.yaml").toString()));
    arguments.addAll(List.of(more));
    arguments.add(folder.resolve("wages.csv").toString());
    return new CommandLine(new ImportCommand(() -> sink.get(), () -> folder.resolve("var")))
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments.toArray(String[]::new));
  }

  private List<String> printed() {
    return out.toString().replaceAll("in [0-9.]+ s", "in 0.0 s").lines().toList();
  }

  @Test
  void deliversAndSaysWhat() {
    assertThat(run("--complete-through", "2024-05-31")).isZero();
    assertThat(delivered)
        .containsExactly("h-1", "h-2", "human-resources complete 2024-05-31", "closed");
    assertThat(printed())
        .containsExactly(
            "2 rows of 1 files in 0.0 s, 0 bad",
            "  IncomeReceived                  2   2024-04-30 to 2024-05-31",
            "  all                             2   2024-04-30 to 2024-05-31",
            "said: human-resources is complete through 2024-05-31 for all regions");
    assertThat(err.toString()).isEmpty();
    assertThat(folder.resolve("var/import-report.csv")).hasContent("input,line,reason");
  }

  /** Absence would be concluded from it, and unknown income would count as none. */
  @Test
  void nothingIsCompleteThroughADayThatWasLeftOutOrHasNotCome() {
    assertThat(run("--to", "2024-04-30", "--complete-through", "2024-05-31")).isEqualTo(2);
    assertThat(err.toString())
        .contains("--complete-through 2024-05-31 is after --to 2024-04-30: what is left out");
    assertThat(run("--complete-through", "2199-01-01")).isEqualTo(2);
    assertThat(err.toString()).contains("--complete-through 2199-01-01 has not come yet");
    assertThat(delivered).isEmpty();
  }

  @Test
  void aDryRunNeedsNoStack() {
    sink =
        () -> {
          throw new ImportFailure("the stack is not running");
        };
    assertThat(run("--dry-run", "--from", "2024-05-01", "--report", folder + "/r.csv")).isZero();
    assertThat(printed())
        .containsExactly(
            "2 rows of 1 files in 0.0 s, 0 bad",
            "  IncomeReceived                  1   2024-05-31 to 2024-05-31",
            "  all (not sent)                  1   2024-05-31 to 2024-05-31",
            "1 events fall outside of the days asked for",
            "dry run: nothing was sent");
    assertThat(folder.resolve("r.csv")).exists();
  }

  @Test
  void whatCannotBeDoneIsOneLine() {
    sink =
        () -> {
          throw new ImportFailure("the stack is not running; start it by ./hearthwatch up");
        };
    assertThat(run()).isEqualTo(1);
    assertThat(err.toString().lines())
        .containsExactly("hearthwatch: the stack is not running; start it by ./hearthwatch up");
  }

  @Test
  void aWrongMappingIsALineForEachProblem() throws IOException {
    String mapping = Files.readString(folder.resolve("wages.yaml"));
    Files.writeString(
        folder.resolve("wages.yaml"),
        mapping.replace("yuan", "amount").replace("h-{id}", "h-{nr}"));
    assertThat(run()).isEqualTo(1);
    assertThat(err.toString().lines())
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).matches("wages.yaml:[0-9]+: .*"));
    assertThat(delivered).isEmpty();
  }

  @Test
  void completenessIsWithheldWhileRowsAreBad() throws IOException {
    Files.writeString(folder.resolve("wages.csv"), "id,paid,yuan\n1,2024-04-30,1\n2,never,1\n");
    assertThat(run("--complete-through", "2024-05-31")).isEqualTo(1);
    assertThat(delivered).containsExactly("h-1", "closed");
    assertThat(printed())
        .contains(
            "2 rows of 1 files in 0.0 s, 1 bad",
            "bad rows are listed in " + folder.resolve("var/import-report.csv"),
            "not said that the source is complete: it has bad rows; correct them and import again");
  }

  @Test
  void tooManyBadRows() throws IOException {
    Files.writeString(folder.resolve("wages.csv"), "id,paid,yuan\n1,2024-04-30,1\n2,never,1\n");
    assertThat(run("--max-bad", "0")).isEqualTo(1);
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .startsWith("hearthwatch: stopped after 1 bad rows; see ");
  }

  @Test
  void aWrongCommandLine() {
    assertThat(run("--from", "2024-02-01", "--to", "2024-01-01")).isEqualTo(2);
    assertThat(err.toString()).contains("--from 2024-02-01 is after --to 2024-01-01");
    assertThat(run("--from", "yesterday")).isEqualTo(2);
  }

  @Test
  void helpShowsEveryOption() {
    CommandLine command =
        new CommandLine(new ImportCommand(() -> sink.get(), () -> folder.resolve("var")));
    assertThat(command.getUsageMessage())
        .contains("--mapping=FILE", "INPUT...", "--complete-through=DATE", "--max-bad=N");
  }

  @Test
  void aMappingThatIsNotThere() throws IOException {
    Files.delete(folder.resolve("wages.yaml"));
    assertThat(run()).isEqualTo(1);
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .startsWith("hearthwatch: cannot read the mapping ")
        .endsWith(": is it there, readable, and UTF-8?");
  }
}
