package io.hearthwatch.cli;

import io.hearthwatch.stack.StackFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hearthwatch quality}: alerts against the truth of a simulation. */
@Command(
    name = "quality",
    description = {
      "Compares the alerts with the truth of a simulation, rule by rule: how many were right (precision), how",
      "much hardship was found (recall), how many days after it began. A warning may come up to 90 days before."
    })
final class QualityCommand implements Callable<Integer> {

  private static final int MAX_DAYS = 3650;

  @Spec private CommandSpec spec;
  @Mixin private StackOptions stack;

  @Option(
      names = "--truth",
      paramLabel = "DIR",
      description = "Where `simulate` wrote it. Default: truth in the var folder.")
  private Path truth;

  @Option(
      names = "--ahead",
      paramLabel = "DAYS",
      defaultValue = "90",
      description = "How long before a hardship a warning counts. Default: ${DEFAULT-VALUE}.")
  private int aheadDays;

  @Option(
      names = "--in-time",
      paramLabel = "DAYS",
      defaultValue = "30",
      description = "So many days after it began is in time. Default: ${DEFAULT-VALUE}.")
  private int inTimeDays;

  @Override
  public Integer call() {
    if (aheadDays < 0 || aheadDays > MAX_DAYS || inTimeDays < 0 || inTimeDays > MAX_DAYS) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--ahead and --in-time are 0 to " + MAX_DAYS + " days");
    }
    Path folder = truth != null ? truth : stack.dirs().root().resolve("truth");
    List<Quality.Hardship> hardships = hardships(folder.resolve("hardships.csv"));
    Database database = new Database(stack.stack().addresses().jdbcUrl());
    print(database.ask(connection -> rows(connection, hardships)));
    return CommandLine.ExitCode.OK;
  }

  private List<Quality.Row> rows(Connection connection, List<Quality.Hardship> hardships)
      throws SQLException {
    return new Quality(connection).compare(hardships, aheadDays, inTimeDays);
  }

  private static List<Quality.Hardship> hardships(Path file) {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser rows = CSVParser.parse(Files.newBufferedReader(file), format)) {
      List<Quality.Hardship> hardships = new ArrayList<>();
      for (CSVRecord row : rows) {
        String until = row.get("until");
        hardships.add(
            new Quality.Hardship(
                row.get("household"),
                LocalDate.parse(row.get("since")),
                until.isEmpty() ? null : LocalDate.parse(until)));
      }
      return hardships;
    } catch (IOException e) {
      throw new StackFailure(
          "There is no truth in " + file + "; `hearthwatch simulate` writes it.", e);
    }
  }

  private void print(List<Quality.Row> rows) {
    Table table =
        new Table(
            "RULE", "ALERTS", "RIGHT", "PRECISION", "FOUND", "RECALL", "IN TIME", "MEDIAN DAYS");
    for (Quality.Row row : rows) {
      table.row(
          row.rule().isEmpty() ? "cases" : row.rule(),
          "%,d".formatted(row.alerts()),
          "%,d".formatted(row.right()),
          percent(row.right(), row.alerts()),
          "%,d".formatted(row.found()),
          percent(row.found(), row.hardships()),
          percent(row.inTime(), row.hardships()),
          row.medianDays() == null ? "-" : row.medianDays().toString());
    }
    PrintWriter out = spec.commandLine().getOut();
    out.printf(Locale.ROOT, "%,d hardships%n", rows.isEmpty() ? 0 : rows.get(0).hardships());
    table.print(out);
    out.flush();
  }

  private static String percent(long part, long whole) {
    return whole == 0 ? "-" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
  }
}
