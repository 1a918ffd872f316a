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

  private static final String[] HEAD_ZH = {"规则", "预警", "属实", "准确率", "发现困境", "召回率", "及时率", "中位天数"};
  private static final String[] HEAD_EN = {
    "RULE", "ALERTS", "RIGHT", "PRECISION", "FOUND", "RECALL", "IN TIME", "MEDIAN DAYS"
  };

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

  @Option(names = "--lang", paramLabel = "zh|en", description = "Language. Default: by the locale.")
  private Language language = Language.ofLocale();

  @Override
  public Integer call() {
    if (aheadDays < 0 || aheadDays > MAX_DAYS || inTimeDays < 0 || inTimeDays > MAX_DAYS) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--ahead and --in-time are 0 to " + MAX_DAYS + " days");
    }
    Path folder = truth != null ? truth : stack.dirs().root().resolve("truth");
    List<Quality.Hardship> hardships = hardships(folder.resolve("hardships.csv"));
    double householdMonths = householdMonths(folder.resolve("nation.csv"));
    Database database = new Database(stack.stack().addresses().jdbcUrl());
    print(
        database.ask(connection -> rows(connection, hardships)), hardships.size(), householdMonths);
    return CommandLine.ExitCode.OK;
  }

  private List<Quality.Row> rows(Connection connection, List<Quality.Hardship> hardships)
      throws SQLException {
    return new Quality(connection).compare(hardships, aheadDays, inTimeDays);
  }

  private static List<Quality.Hardship> hardships(Path file) {
    List<Quality.Hardship> hardships = new ArrayList<>();
    for (CSVRecord row : rows(file)) {
      String until = row.get("until");
      hardships.add(
          new Quality.Hardship(
              row.get("household"),
              LocalDate.parse(row.get("since")),
              until.isEmpty() ? null : LocalDate.parse(until)));
    }
    return hardships;
  }

  private static double householdMonths(Path file) {
    CSVRecord nation = rows(file).get(0);
    return Double.parseDouble(nation.get("households")) * Integer.parseInt(nation.get("months"));
  }

  private static List<CSVRecord> rows(Path file) {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser rows = CSVParser.parse(Files.newBufferedReader(file), format)) {
      return rows.getRecords();
    } catch (IOException e) {
      throw new StackFailure(
          "There is no truth in " + file + "; `hearthwatch simulate` writes it.", e);
    }
  }

  private void print(List<Quality.Row> rows, int hardships, double householdMonths) {
    PrintWriter out = spec.commandLine().getOut();
    Quality.Row cases =
        rows.stream()
            .filter(row -> row.rule().isEmpty())
            .findFirst()
            .orElse(new Quality.Row("", 0, 0, 0, 0, null, hardships));
    out.printf(
        Locale.ROOT,
        language.of(
            "困境 %,d 起：及时预警 %,d，较晚 %,d，遗漏 %,d。工单 %,d 件：属实 %,d，误报 %,d；每户每月 %.3f 件。%n",
            "%,d hardships: %,d reached in time, %,d later, %,d missed."
                + " %,d cases: %,d right, %,d false; %.3f a household and month.%n"),
        hardships,
        cases.inTime(),
        cases.found() - cases.inTime(),
        hardships - cases.found(),
        cases.alerts(),
        cases.right(),
        cases.alerts() - cases.right(),
        cases.alerts() / householdMonths);
    Table table = new Table(language == Language.zh ? HEAD_ZH : HEAD_EN);
    for (Quality.Row row : rows) {
      table.row(
          row.rule().isEmpty() ? language.of("工单", "cases") : row.rule(),
          "%,d".formatted(row.alerts()),
          "%,d".formatted(row.right()),
          percent(row.right(), row.alerts()),
          "%,d".formatted(row.found()),
          percent(row.found(), row.hardships()),
          percent(row.inTime(), row.hardships()),
          row.medianDays() == null ? "-" : row.medianDays().toString());
    }
    table.print(out);
    out.flush();
  }

  private static String percent(long part, long whole) {
    return whole == 0 ? "-" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
  }
}
