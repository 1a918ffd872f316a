package io.hearthwatch.cli;

import io.hearthwatch.stack.StackAddresses;
import io.hearthwatch.stack.broker.AlertsWritten;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
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
      "much hardship was found (recall), how many days after it began and after the fate that it came from. A warning may come up to 90 days before."
    })
final class QualityCommand implements Callable<Integer> {

  private static final int MAX_DAYS = 3650;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final String[] HEAD_ZH = {
    "规则", "预警", "每千户每月", "属实", "精确率", "发现困境", "召回率", "及时率", "中位天数", "距变故天数"
  };
  private static final String[] HEAD_EN = {
    "RULE",
    "ALERTS",
    "PER 1,000",
    "RIGHT",
    "PRECISION",
    "FOUND",
    "RECALL",
    "IN TIME",
    "MEDIAN DAYS",
    "FROM FATE"
  };
  private static final String[] CAUSES_ZH = {"原因", "困境", "发现困境", "召回率", "及时率", "中位天数", "距变故天数"};
  private static final String[] CAUSES_EN = {
    "CAUSE", "HARDSHIPS", "FOUND", "RECALL", "IN TIME", "MEDIAN DAYS", "FROM FATE"
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
  public Integer call() throws InterruptedException {
    if (aheadDays < 0 || aheadDays > MAX_DAYS || inTimeDays < 0 || inTimeDays > MAX_DAYS) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--ahead and --in-time are 0 to " + MAX_DAYS + " days");
    }
    HardshipTruth known =
        new HardshipTruth(truth != null ? truth : stack.dirs().root().resolve("truth"));
    List<Quality.Hardship> hardships = known.hardships();
    double householdMonths = known.householdMonths();
    StackAddresses at = stack.stack().addresses();
    try (AlertsWritten written = new AlertsWritten(at, PATIENCE)) {
      TakingIn.await(spec, written);
    }
    new Database(at.jdbcUrl())
        .ask(
            connection -> {
              Quality quality = new Quality(connection, hardships);
              List<Quality.Row> rules = quality.byRule(aheadDays, inTimeDays);
              printSummary(rules, hardships.size(), householdMonths);
              printRules(rules, householdMonths);
              printCauses(quality.byCause(aheadDays, inTimeDays));
              return null;
            });
    return CommandLine.ExitCode.OK;
  }

  private void printSummary(List<Quality.Row> rows, int hardships, double householdMonths) {
    Quality.Row cases =
        rows.stream()
            .filter(row -> row.rule().isEmpty())
            .findFirst()
            .orElse(new Quality.Row("", 0, 0, new Quality.Found(hardships, 0, 0, null, null)));
    Quality.Found found = cases.found();
    out()
        .printf(
            Locale.ROOT,
            language.of(
                "困境 %,d 起：及时预警 %,d，较晚 %,d，遗漏 %,d。工单 %,d 件：属实 %,d，误报 %,d；每户每月 %.3f 件。%n",
                "%,d hardships: %,d reached in time, %,d later, %,d missed."
                    + " %,d cases: %,d right, %,d false; %.3f a household and month.%n"),
            hardships,
            found.inTime(),
            found.found() - found.inTime(),
            hardships - found.found(),
            cases.alerts(),
            cases.right(),
            cases.alerts() - cases.right(),
            cases.alerts() / householdMonths);
  }

  /** Alerts also of a thousand households and a month, so that nations of any size compare. */
  private void printRules(List<Quality.Row> rows, double householdMonths) {
    Table table = new Table(language == Language.zh ? HEAD_ZH : HEAD_EN);
    for (Quality.Row row : rows) {
      Quality.Found found = row.found();
      table.row(
          row.rule().isEmpty() ? language.of("工单", "cases") : row.rule(),
          "%,d".formatted(row.alerts()),
          String.format(Locale.ROOT, "%.2f", 1000 * row.alerts() / householdMonths),
          "%,d".formatted(row.right()),
          percent(row.right(), row.alerts()),
          "%,d".formatted(found.found()),
          percent(found.found(), found.all()),
          percent(found.inTime(), found.all()),
          days(found.medianDays()),
          days(found.medianFromFate()));
    }
    table.print(out());
    out().flush();
  }

  private void printCauses(List<Quality.CauseRow> rows) {
    Table table = new Table(language == Language.zh ? CAUSES_ZH : CAUSES_EN);
    for (Quality.CauseRow row : rows) {
      Quality.Found found = row.found();
      table.row(
          Words.of("relief." + row.cause(), language),
          "%,d".formatted(found.all()),
          "%,d".formatted(found.found()),
          percent(found.found(), found.all()),
          percent(found.inTime(), found.all()),
          days(found.medianDays()),
          days(found.medianFromFate()));
    }
    out().println();
    table.print(out());
    out().flush();
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private static String days(Integer median) {
    return median == null ? "-" : median.toString();
  }

  private static String percent(long part, long whole) {
    return whole == 0 ? "-" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
  }
}
