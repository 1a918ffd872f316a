package io.hearthwatch.cli;

import io.hearthwatch.domain.household.Month;
import io.hearthwatch.domain.policy.PolicyBundle;
import io.hearthwatch.io.policy.PolicyBundleCodec;
import io.hearthwatch.io.policy.PolicyException;
import io.hearthwatch.stack.StackAddresses;
import io.hearthwatch.stack.broker.PublishedPolicies;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
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
      "what changed since the month before and why, and what was known otherwise before. As known now, or on",
      "an earlier day. In the terminal, or with --html as one file that prints on A4 and fetches nothing."
    })
final class StatementCommand implements Callable<Integer> {

  private static final LocalDate ALL_DAYS = LocalDate.of(9999, 12, 31);

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

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write a page to be printed here, in place of what was there.")
  private Path html;

  @Override
  public Integer call() throws IOException {
    YearMonth of = month();
    LocalDate day = day();
    StackAddresses at = stack.stack().addresses();
    StatementSheet sheet = new Database(at.jdbcUrl()).ask(connection -> sheet(connection, of, day));
    if (!sheet.isEmpty() && sheet.namesPolicies()) {
      sheet = sheet.with(policies(at));
    }
    show(sheet);
    return CommandLine.ExitCode.OK;
  }

  private void show(StatementSheet sheet) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (sheet.isEmpty()) {
      out.println(language.of("该月没有已知的救助。", "Nothing is known to be given to it for this month."));
    } else if (html == null) {
      new StatementPage(language).print(sheet, out);
    } else {
      Files.writeString(html, new StatementPrint(language).page(sheet));
      out.println(language.of("已写入 ", "Written to ") + html + language.of("。", "."));
    }
    out.flush();
  }

  private StatementSheet sheet(Connection connection, YearMonth of, LocalDate day)
      throws SQLException {
    StatementStore store = new StatementStore(connection, householdId);
    LocalDate until = day == null ? ALL_DAYS : day;
    return new StatementSheet(
        householdId,
        Month.of(of.atDay(1)),
        day,
        store.known(of, until),
        store.known(of.minusMonths(1), until).stream().findFirst().orElse(null),
        PolicyBundle.NONE);
  }

  /** Without the broker a statement is still a statement; its policies are then keys alone. */
  private PolicyBundle policies(StackAddresses at) {
    try {
      return new PublishedPolicies(at)
          .newest()
          .map(PolicyBundleCodec::read)
          .orElse(PolicyBundle.NONE);
    } catch (KafkaException | PolicyException e) {
      PrintWriter err = spec.commandLine().getErr();
      err.println(
          "hearthwatch: The published policies cannot be read, so they are named by their keys"
              + " only: "
              + e.getMessage());
      err.flush();
      return PolicyBundle.NONE;
    }
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
      return asOf == null ? null : LocalDate.parse(asOf);
    } catch (DateTimeParseException e) {
      throw wrong("--as-of must be a date such as 2023-12-31", e);
    }
  }

  private ParameterException wrong(String problem, Exception cause) {
    return new ParameterException(spec.commandLine(), problem, cause);
  }
}
