package io.hearthwatch.cli;

import io.hearthwatch.stack.StackFailure;
import io.hearthwatch.wire.Urgency;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lists cases, follows them, or shows one. */
@Command(
    name = "alerts",
    description = {
      "Lists the open cases, the most urgent first, then by the time by which somebody must have visited.",
      "With --case, shows everything about one of them. Exit code 0, or 1 when something went wrong."
    })
final class AlertsCommand implements Callable<Integer> {

  private static final int DEFAULT_LIMIT = 50;
  private static final long PAUSE_MS = 1_000;

  @Spec private CommandSpec spec;
  @Mixin private StackOptions stack;

  @Option(
      names = "--region",
      paramLabel = "PREFIX",
      defaultValue = "",
      description = "Only regions whose code begins so, for instance 3608.")
  private String region;

  @Option(
      names = "--urgency",
      paramLabel = "TIER",
      split = ",",
      description = "Only these tiers, comma-separated: RED, ORANGE, YELLOW, BLUE.")
  private List<Urgency> urgencies = List.of();

  @Option(
      names = "--category",
      paramLabel = "NAME",
      split = ",",
      description =
          "Only cases with a hit of these categories, comma-separated, for instance medical,shock.")
  private List<String> categories = List.of();

  @Option(names = "--all", description = "Ended cases too, after the open ones.")
  private boolean all;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Show at most so many. Default: " + DEFAULT_LIMIT + "; with --json, all.")
  private Integer limit;

  @Option(
      names = "--case",
      paramLabel = "ID",
      description = "Show one case whole; the beginning of its id will do.")
  private String caseId;

  @Option(
      names = "--follow",
      description = "Then print every new change as it comes, until Ctrl-C.")
  private boolean follow;

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      defaultValue = "0",
      description =
          "While no case matches, wait so long for one: after an import or a review, alerts are on"
              + " their way for some seconds.")
  private int waitSeconds;

  @Option(
      names = "--json",
      description =
          "Lines of JSON with every field, see docs/alerts.md: a case as it was last said; with"
              + " --case or --follow, its changes.")
  private boolean json;

  @Option(names = "--lang", paramLabel = "zh|en", description = "Language. Default: by the locale.")
  private Language language = Language.ofLocale();

  @Override
  public Integer call() throws InterruptedException {
    if (limit != null && limit < 1) {
      throw new ParameterException(spec.commandLine(), "--limit must be at least 1");
    }
    if (caseId != null && follow) {
      throw new ParameterException(
          spec.commandLine(), "--case shows one case and --follow all; choose one");
    }
    PrintWriter out = spec.commandLine().getOut();
    Database database = new Database(stack.stack().addresses().jdbcUrl());
    if (caseId != null) {
      showCase(database, out);
    } else {
      list(database, out);
    }
    out.flush();
    return 0;
  }

  private void list(Database database, PrintWriter out) throws InterruptedException {
    CaseFilter filter = new CaseFilter(region, urgencies, categories, all);
    AlertFollower follower = new AlertFollower(database, filter);
    if (follow) {
      // Before the list is read: what comes in between is then told twice rather than never.
      follower.skipToEnd();
    }
    long most = limit != null ? limit : json ? Long.MAX_VALUE : DEFAULT_LIMIT;
    AlertStore.Cases cases = cases(database, filter, most);
    AlertList list = new AlertList(language);
    if (json) {
      cases.first().forEach(said -> out.println(AlertJson.line(said)));
    } else {
      list.print(cases, all, out);
    }
    if (follow) {
      out.flush();
      follower.follow(
          said -> {
            out.println(json ? AlertJson.line(said) : list.line(said));
            out.flush();
          },
          problem -> {
            spec.commandLine().getErr().println("hearthwatch: " + problem);
            spec.commandLine().getErr().flush();
          });
    }
  }

  /** Waits, where asked to, until there are some and no more have come for a moment. */
  private AlertStore.Cases cases(Database database, CaseFilter filter, long most)
      throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(waitSeconds);
    long before = -1;
    while (true) {
      AlertStore.Cases cases =
          database.ask(connection -> new AlertStore(connection).cases(filter, most));
      boolean settled = cases.total() > 0 && cases.total() == before;
      if (waitSeconds == 0 || settled || System.nanoTime() > until) {
        return cases;
      }
      before = cases.total();
      Thread.sleep(PAUSE_MS);
    }
  }

  private void showCase(Database database, PrintWriter out) {
    List<SaidChange> history =
        database.ask(
            connection -> {
              AlertStore store = new AlertStore(connection);
              List<String> found = store.caseIds(caseId);
              if (found.isEmpty()) {
                throw new StackFailure(
                    "There is no case " + caseId + "; `hearthwatch alerts --all` lists them.");
              }
              if (found.size() > 1) {
                throw new StackFailure(
                    "Several cases begin with " + caseId + "; give more of the id.");
              }
              return store.history(found.get(0));
            });
    if (json) {
      history.forEach(said -> out.println(AlertJson.line(said)));
    } else {
      new CasePage(language).print(history, out);
    }
  }
}
