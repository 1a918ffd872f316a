package io.hearthwatch.cli;

import io.hearthwatch.domain.relief.Statement;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hearthwatch statement}: what a household is given for a month. */
@Command(
    name = "statement",
    sortOptions = false,
    description = {
      "What a household is given for a month: how much, from which department, under which policy, for whom,",
      "and what changed since the month before. As known now, or on an earlier day."
    })
final class StatementCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private StackOptions stack;

  @Parameters(paramLabel = "HOUSEHOLD", description = "Pseudonymous id of the household.")
  private String householdId;

  @Option(names = "--month", paramLabel = "YYYY-MM", required = true, description = "The month.")
  private String month;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "As it was known at the end of that day. Default: as it is known now.")
  private String asOf;

  @Option(names = "--lang", paramLabel = "zh|en", description = "Language. Default: by the locale.")
  private Language language = Language.ofLocale();

  /** All that was said of a month, and the last that was said of the one before. */
  private record Said(List<Statement> ofMonth, List<Statement> before) {}

  @Override
  public Integer call() {
    YearMonth of = month();
    LocalDate day = day();
    Said said =
        new Database(stack.stack().addresses().jdbcUrl())
            .ask(connection -> said(connection, of, day));
    PrintWriter out = spec.commandLine().getOut();
    if (said.ofMonth.isEmpty()) {
      out.println(language.of("该月没有已知的救助。", "Nothing is known to be given to it for this month."));
    } else {
      new StatementPage(language, householdId)
          .print(said.ofMonth, said.before.stream().findFirst(), out);
    }
    out.flush();
    return CommandLine.ExitCode.OK;
  }

  private Said said(Connection connection, YearMonth of, LocalDate day) throws SQLException {
    StatementStore store = new StatementStore(connection, householdId);
    return new Said(store.known(of, day), store.known(of.minusMonths(1), day));
  }

  private YearMonth month() {
    try {
      return YearMonth.parse(month);
    } catch (DateTimeParseException e) {
      throw wrong("--month must be a month such as 2023-11", e);
    }
  }

  private LocalDate day() {
    try {
      return asOf == null ? LocalDate.of(9999, 12, 31) : LocalDate.parse(asOf);
    } catch (DateTimeParseException e) {
      throw wrong("--as-of must be a date such as 2023-12-31", e);
    }
  }

  private ParameterException wrong(String problem, Exception cause) {
    return new ParameterException(spec.commandLine(), problem, cause);
  }
}
