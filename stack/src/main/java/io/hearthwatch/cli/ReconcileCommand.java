package io.hearthwatch.cli;

import io.hearthwatch.domain.household.Retention;
import io.hearthwatch.domain.relief.RegionScheme;
import io.hearthwatch.stack.StackAddresses;
import io.hearthwatch.stack.StackFailure;
import io.hearthwatch.stack.broker.NamedOffsets;
import io.hearthwatch.stack.broker.StandingOffsets;
import io.hearthwatch.stack.broker.TakenIn;
import io.hearthwatch.stack.reconcile.Difference;
import io.hearthwatch.stack.reconcile.ReconcileRun;
import io.hearthwatch.stack.reconcile.Reconciliation;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hearthwatch reconcile}: whether all figures agree. */
@Command(
    name = "reconcile",
    sortOptions = false,
    exitCodeOnExecutionException = 2,
    description = {
      "Holds figures and statements against each other, to the fen: the topics at named offsets against the",
      "database, levels and years against their parts, all of them against the events counted anew in SQL,",
      "statements against events and figures. Ends with 1 at the first difference, and names it; with 2 where",
      "it cannot be said.",
      "Events may go on coming meanwhile. Changes nothing; works in temporary tables."
    })
final class ReconcileCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private StackOptions stack;

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      defaultValue = "120",
      description = "Give up when a job makes no progress for so long. Default: ${DEFAULT-VALUE}.")
  private int waitSeconds;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      defaultValue = "Asia/Shanghai",
      description = "As the assistance job has it. Default: ${DEFAULT-VALUE}.")
  private String zone;

  @Option(
      names = "--retention-months",
      paramLabel = "MONTHS",
      defaultValue = "" + Retention.DEFAULT_MONTHS,
      description = "As the assistance job has it. Default: ${DEFAULT-VALUE}.")
  private int retentionMonths;

  @Option(
      names = "--region-levels",
      paramLabel = "DIGITS",
      split = ",",
      defaultValue = "2,4,6,9",
      description = "As the assistance job has it. Default: ${DEFAULT-VALUE}.")
  private List<Integer> regionLevels;

  @Option(names = "--lang", paramLabel = "zh|en", description = "Language. Default: by the locale.")
  private Language language = Language.ofLocale();

  @Override
  public Integer call() throws InterruptedException {
    Retention retention = retention();
    RegionScheme scheme = scheme();
    StackAddresses at = stack.stack().addresses();
    NamedOffsets offsets = offsets(at);
    PrintWriter out = spec.commandLine().getOut();
    print(offsets, out);
    Optional<Reconciliation.Result> difference =
        new Database(at.jdbcUrl())
            .ask(connection -> run(connection, at, offsets, retention, scheme, out));
    difference.ifPresentOrElse(
        found -> print(found, out),
        () -> out.println(language.of("全部一致，分文不差。", "Everything agrees, to the fen.")));
    out.flush();
    return difference.isPresent() ? CommandLine.ExitCode.SOFTWARE : CommandLine.ExitCode.OK;
  }

  /** What was sent until now is in; then a moment between two checkpoints. */
  private NamedOffsets offsets(StackAddresses at) throws InterruptedException {
    Duration patience = Duration.ofSeconds(waitSeconds);
    try (TakenIn assistance = TakenIn.ofAssistance(at, patience);
        StandingOffsets standing = new StandingOffsets(at)) {
      TakenIn.Written written = assistance.written();
      TakingIn.await(spec, assistance);
      return standing.await(assistance.records(written), patience);
    }
  }

  private Optional<Reconciliation.Result> run(
      Connection connection,
      StackAddresses at,
      NamedOffsets offsets,
      Retention retention,
      RegionScheme scheme,
      PrintWriter out)
      throws SQLException {
    try (ReconcileProgress progress = new ReconcileProgress(spec, language, out)) {
      return new ReconcileRun(at, connection, progress)
          .run(offsets, retention, scheme, Duration.ofSeconds(waitSeconds));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("Interrupted; nothing was changed.", e);
    }
  }

  private void print(NamedOffsets offsets, PrintWriter out) {
    out.println(language.of("核对位移：", "At these offsets:"));
    Table table =
        new Table(
            language.of("主题", "TOPIC"),
            language.of("分区", "PARTITION"),
            language.of("位移之前", "BEFORE OFFSET"));
    for (List<NamedOffsets.End> ends : List.of(offsets.read(), offsets.said())) {
      for (NamedOffsets.End end : ends) {
        table.row(
            end.topic(),
            String.valueOf(end.partition()),
            String.format(Locale.ROOT, "%,d", end.until()));
      }
    }
    table.print(out);
    out.println();
    out.flush();
  }

  private void print(Reconciliation.Result found, PrintWriter out) {
    Difference difference = found.difference().orElseThrow();
    String check = found.check().name().toLowerCase(Locale.ROOT);
    out.printf(language.of("%n不一致：%s%n", "%nDifferent: %s%n"), difference.name());
    out.printf(
        "  %s: %s%n", Words.of("reconcile." + check + ".one", language), said(difference.one()));
    out.printf(
        "  %s: %s%n",
        Words.of("reconcile." + check + ".other", language), said(difference.other()));
  }

  private String said(Map<String, String> columns) {
    if (columns.isEmpty()) {
      return language.of("无", "nothing");
    }
    StringBuilder text = new StringBuilder();
    columns.forEach(
        (name, value) ->
            text.append(text.isEmpty() ? "" : ", ").append(name).append(" = ").append(value));
    return text.toString();
  }

  private Retention retention() {
    try {
      return new Retention(ZoneId.of(zone), retentionMonths);
    } catch (DateTimeException e) {
      throw wrong("--zone must be a time zone such as Asia/Shanghai", e);
    }
  }

  private RegionScheme scheme() {
    try {
      return new RegionScheme(regionLevels);
    } catch (IllegalArgumentException e) {
      throw wrong("--region-levels must ascend, such as 2,4,6,9", e);
    }
  }

  private ParameterException wrong(String problem, Exception cause) {
    return new ParameterException(spec.commandLine(), problem, cause);
  }
}
