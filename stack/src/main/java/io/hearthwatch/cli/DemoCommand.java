package io.hearthwatch.cli;

import io.hearthwatch.stack.StackFailure;
import io.hearthwatch.wire.CaseTransition;
import io.hearthwatch.wire.RiskAlert;
import io.hearthwatch.wire.Urgency;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows a county, with the commands that a person would type. */
@Command(
    name = "demo",
    sortOptions = false,
    description = {
      "Starts the stack and tells it of a simulated county of 20,000 households: fourteen months at once, then",
      "a July with a flood, a day a second, while the alerts come in. At the end the alerts are compared with",
      "what really happened. Asks nothing; run it again and nothing is counted twice."
    })
final class DemoCommand implements Callable<Integer> {

  private static final String COUNTY = "360823";
  private static final String FIRST_MONTH = "2022-05";
  private static final int PAST_MONTHS = 14;
  private static final LocalDate LIVE_FROM = LocalDate.of(2023, 7, 1);
  private static final String FLOOD = "3608:2023-07-10:0.005";

  /** What somebody who watches wants to see; the rest is in the list. */
  private static final Set<CaseTransition> NEWS =
      EnumSet.of(CaseTransition.OPENED, CaseTransition.RAISED, CaseTransition.REOPENED);

  @Spec private CommandSpec spec;
  @Mixin private StackOptions stack;

  @Option(
      names = "--households",
      paramLabel = "N",
      defaultValue = "20000",
      description = "How many live in the county. Default: ${DEFAULT-VALUE}.")
  private long households;

  @Option(
      names = "--speed",
      paramLabel = "DAYS",
      defaultValue = "1",
      description = "Days of July a second. Default: ${DEFAULT-VALUE}.")
  private double speed;

  @Option(names = "--lang", paramLabel = "zh|en", description = "Language. Default: by the locale.")
  private Language language = Language.ofLocale();

  @Override
  public Integer call() throws InterruptedException {
    return run("up", "--simulated")
            && simulate()
            // Waits until all alerts are in the tables, which the list of them does not.
            && run("quality", "--lang", language.name())
            && run("alerts", "--lang", language.name(), "--limit", "10")
        ? whereToLook()
        : CommandLine.ExitCode.SOFTWARE;
  }

  private boolean simulate() throws InterruptedException {
    Thread news = new Thread(this::followAlerts, "news");
    news.setDaemon(true);
    news.start();
    try {
      return run(
          "simulate",
          "--region",
          COUNTY,
          "--households",
          String.valueOf(households),
          "--from",
          FIRST_MONTH,
          "--months",
          String.valueOf(PAST_MONTHS + 1),
          "--past",
          String.valueOf(PAST_MONTHS),
          "--speed",
          String.valueOf(speed),
          "--flood",
          FLOOD);
    } finally {
      news.interrupt();
      news.join();
    }
  }

  /** As {@code alerts --follow --urgency RED} in another window. */
  private void followAlerts() {
    Database database = new Database(stack.stack().addresses().jdbcUrl());
    CaseFilter red = new CaseFilter("", List.of(Urgency.RED), List.of(), true);
    AlertFollower follower = new AlertFollower(database, red);
    AlertList list = new AlertList(language);
    PrintWriter out = spec.commandLine().getOut();
    try {
      follower.skipToEnd();
      follower.follow(
          said -> {
            if (isNews(said.alert())) {
              out.println("  " + list.line(said));
              out.flush();
            }
          },
          problem -> spec.commandLine().getErr().println("hearthwatch: " + problem));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // July is over
    } catch (StackFailure e) {
      spec.commandLine().getErr().println("hearthwatch: " + e.getMessage());
    }
  }

  private static boolean isNews(RiskAlert alert) {
    return NEWS.contains(alert.getTransition()) && !alert.getAsOf().isBefore(LIVE_FROM);
  }

  private boolean run(String... words) {
    PrintWriter out = spec.commandLine().getOut();
    out.println();
    out.println("$ hearthwatch " + String.join(" ", words));
    out.flush();
    CommandLine line = Hearthwatch.commandLine().setOut(out).setErr(spec.commandLine().getErr());
    String[] all = Arrays.copyOf(words, words.length + 2);
    all[words.length] = "--var";
    all[words.length + 1] = stack.dirs().root().toString();
    return line.execute(all) == CommandLine.ExitCode.OK;
  }

  private int whereToLook() {
    PrintWriter out = spec.commandLine().getOut();
    out.println();
    out.println(
        language.of(
            "继续：hearthwatch household story-1-xiajiang | alerts --case 工单编号 | status | down",
            "Go on with: hearthwatch household story-1-xiajiang | alerts --case ID | status | down"));
    out.flush();
    return CommandLine.ExitCode.OK;
  }
}
