package io.hearthwatch.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hearthwatch stats}: what was given in a region and month. */
@Command(
    name = "stats",
    sortOptions = false,
    description = {
      "Person-times, people, households and money of a region in a month, and of the year through it.",
      "For people inside: small counts are shown. What may be published is in the view",
      "hearthwatch.published_statistics; docs/statistics.md says what is counted and how."
    })
final class StatsCommand implements Callable<Integer> {

  /** What the lines are. */
  enum By {
    region,
    programme,
    cause
  }

  /** By which region something counts. */
  enum CountedWhere {
    helped,
    registered
  }

  @Spec private CommandSpec spec;
  @Mixin private StackOptions stack;

  @Option(
      names = "--region",
      paramLabel = "CODE",
      defaultValue = "ALL",
      description = "At any level, such as 36, 3608 or 360823. Default: the nation.")
  private String region;

  @Option(names = "--month", paramLabel = "YYYY-MM", required = true, description = "The month.")
  private String month;

  @Option(
      names = "--by",
      paramLabel = "WHAT",
      description = "A line for each: ${COMPLETION-CANDIDATES}. Default: one for the whole region.")
  private By by;

  @Option(
      names = "--counted",
      paramLabel = "WHERE",
      defaultValue = "helped",
      description =
          "${COMPLETION-CANDIDATES}: by the region that helps, or that of registration."
              + " Default: ${DEFAULT-VALUE}.")
  private CountedWhere counted;

  @ArgGroup private Format format = new Format();

  /** How it is written. */
  static final class Format {
    @Option(names = "--csv", description = "As CSV, money in fen.")
    private boolean csv;

    @Option(names = "--json", description = "A line of JSON each, money in fen.")
    private boolean json;
  }

  @Option(names = "--lang", paramLabel = "zh|en", description = "Language. Default: by the locale.")
  private Language language = Language.ofLocale();

  @Override
  public Integer call() throws IOException {
    YearMonth of = month();
    Database database = new Database(stack.stack().addresses().jdbcUrl());
    List<StatsRow> rows =
        database.ask(connection -> rows(connection, of, counted.name().toUpperCase(Locale.ROOT)));
    PrintWriter out = spec.commandLine().getOut();
    StatsPage page = new StatsPage(language, of.toString());
    if (format.csv) {
      page.csv(rows, out);
    } else if (format.json) {
      page.json(rows, out);
    } else if (rows.isEmpty()) {
      out.println(
          language.of(
              "该区划该月及本年此前均无记录。",
              "Nothing is counted there in this month or before it in the year."));
    } else {
      page.table(rows, out);
    }
    out.flush();
    return CommandLine.ExitCode.OK;
  }

  private List<StatsRow> rows(Connection connection, YearMonth of, String basis)
      throws SQLException {
    StatsStore store = new StatsStore(connection, of, basis);
    if (by == null) {
      return store.whole(region);
    }
    return switch (by) {
      case region -> {
        List<StatsRow> below = store.byRegion(region);
        yield below.isEmpty() ? store.whole(region) : below; // a county is all that there is of it
      }
      case programme -> store.byProgramme(region);
      case cause -> store.byCause(region);
    };
  }

  private YearMonth month() {
    try {
      return YearMonth.parse(month);
    } catch (DateTimeParseException e) {
      throw new ParameterException(
          spec.commandLine(), "--month must be a month such as 2023-11", e);
    }
  }
}
