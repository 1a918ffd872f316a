package io.hearthwatch.cli;

import io.hearthwatch.domain.household.Month;
import io.hearthwatch.domain.household.Sources;
import io.hearthwatch.simulation.Flood;
import io.hearthwatch.simulation.Given;
import io.hearthwatch.simulation.Nation;
import io.hearthwatch.simulation.Truth;
import io.hearthwatch.stack.Jobs;
import io.hearthwatch.stack.Mode;
import io.hearthwatch.stack.StackAddresses;
import io.hearthwatch.stack.StackFailure;
import io.hearthwatch.stack.StackSettings;
import io.hearthwatch.stack.broker.AlertsWritten;
import io.hearthwatch.stack.broker.SimulatedFeeds;
import io.hearthwatch.stack.broker.SimulatedTime;
import io.hearthwatch.stack.broker.TakenIn;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
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

/** {@code hearthwatch simulate}: a nation to try it on. */
@Command(
    name = "simulate",
    sortOptions = false,
    description = {
      "Sends what the departments of a simulated nation tell of its households, and writes the truth beside",
      "it: who was in which hardship since when. One seed is one nation, to the byte. In a stack that was",
      "started with `up --simulated` time goes by these days, and deadlines pass.",
      "docs/simulation.md says what is simulated, from which figures, and what the truth files hold."
    })
final class SimulateCommand implements Callable<Integer> {

  private static final int MAX_LANES = 4;
  private static final double FASTEST = 1_000;

  /** While the job reads one month, the next one is sent. */
  private static final int MONTHS_UNDER_WAY = 1;

  private static final int DAYS_UNDER_WAY = 30;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Longer than any simulation. */
  private static final int MOST_DAYS_SILENT = 3_660;

  @Spec private CommandSpec spec;
  @Mixin private StackOptions stack;
  @Mixin private DisorderOptions disorder;

  @Option(
      names = "--households",
      paramLabel = "N",
      defaultValue = "20000",
      description = "1 to 30,000,000. Default: ${DEFAULT-VALUE}.")
  private long households;

  @Option(
      names = "--from",
      paramLabel = "YYYY-MM",
      defaultValue = "2022-11",
      description = "The first month. Default: ${DEFAULT-VALUE}.")
  private String from;

  @Option(
      names = "--months",
      paramLabel = "N",
      defaultValue = "14",
      description = "1 to 36. Default: ${DEFAULT-VALUE}.")
  private int months;

  @Option(
      names = "--region",
      paramLabel = "PREFIX",
      defaultValue = "",
      description = "Where they live, such as 36 or 360823. Default: all 31 provinces.")
  private String region;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Another seed is another nation. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--flood",
      paramLabel = "CITY:DATE:SHARE",
      description =
          "A flood that comes for certain, such as 3608:2023-06-20:0.1; may be repeated. The share is"
              + " that of households struck.")
  private List<String> floods = List.of();

  @Option(
      names = "--silence",
      paramLabel = "SOURCE:DATE:DAYS",
      description =
          "A department that says nothing for some days and then all at once, such as"
              + " human-resources:2023-06-01:60; may be repeated.")
  private List<String> silences = List.of();

  @ArgGroup(exclusive = false, heading = "%nA year of disaster relief instead of a nation:%n")
  private ReliefScenario scenario;

  @Option(
      names = "--lanes",
      paramLabel = "N",
      defaultValue = "2",
      description = "Threads, 1 to 4. Default: ${DEFAULT-VALUE}.")
  private int lanes;

  @Option(
      names = "--speed",
      paramLabel = "DAYS",
      description = "Simulated days a second, such as 1 or 0.5. Default: as fast as possible.")
  private Double speed;

  @Option(
      names = "--past",
      paramLabel = "N",
      defaultValue = "0",
      description = "With --speed, send the first N months as fast as possible. Default: 0.")
  private int past;

  @Option(
      names = "--truth",
      paramLabel = "DIR",
      description = "Where the truth is written. Default: truth in the var folder.")
  private Path truth;

  @Option(
      names = "--dry-run",
      description = "Send nothing: count, and print a fingerprint of every byte.")
  private boolean dryRun;

  @Override
  public Integer call() throws Exception {
    check();
    if (scenario != null) {
      scenario.run(spec, stack, seed, lanes, dryRun);
      return CommandLine.ExitCode.OK;
    }
    Nation nation = nation();
    if (dryRun) {
      print(nation);
    } else {
      send(nation);
    }
    return CommandLine.ExitCode.OK;
  }

  private void print(Nation nation) throws InterruptedException {
    SimulationPrint print = new SimulationPrint(lanes);
    try (SimulationRun run = new SimulationRun(spec, nation, print)) {
      double seconds = run.months(months, day -> {});
      say("%,d events, %,d bytes, sha256 %s", print.events(), print.bytes(), print.fingerprint());
      say("%.1f s, %,.0f events/s", seconds, print.events() / seconds);
    }
  }

  private Nation nation() {
    try {
      return new Nation(seed, households, month(), months, region, disorder.disorder(), given());
    } catch (IllegalArgumentException e) {
      throw wrong(e.getMessage());
    }
  }

  private void send(Nation nation) throws Exception {
    StackAddresses at = stack.stack().addresses();
    boolean ticks = isSimulated();
    Path folder = truth != null ? truth : stack.dirs().root().resolve("truth");
    writeTruth(nation, folder);
    try (SimulatedFeeds feeds = new SimulatedFeeds(at, lanes);
        TakenIn job = new TakenIn(at, Jobs.HOUSEHOLD_RISK, PATIENCE);
        SimulationRun run = new SimulationRun(spec, nation, feeds)) {
      SimulatedTime time = new SimulatedTime(nation, feeds, job, ticks);
      int atOnce = speed == null ? months : past;
      double seconds =
          run.months(
              atOnce,
              day -> {
                time.told(day, MONTHS_UNDER_WAY);
                time.follow();
              });
      if (atOnce > 0) {
        long sent = feeds.events();
        say("%,d events sent in %.1f s, %,.0f/s", sent, seconds, sent / seconds);
        await(time);
      }
      if (atOnce < months) {
        awaitTables(at);
        long[] before = {feeds.events()};
        run.days(
            atOnce,
            speed,
            day -> {
              time.told(day, DAYS_UNDER_WAY);
              say("%s  %,d events", LocalDate.ofEpochDay(day), feeds.events() - before[0]);
              before[0] = feeds.events();
            },
            time::follow);
        await(time);
      }
      TakingIn.await(spec, job); // what departments said at the end, too
    }
    say("What really happened is in %s.", folder);
  }

  private void await(SimulatedTime time) throws InterruptedException {
    try (ProgressBar bar = new ProgressBar(spec, "records taken in")) {
      time.await(TakingIn.watcher(bar));
    }
  }

  /**
   * Whoever watches the days that follow wants to see what they bring, and not what is still being
   * written of the past.
   */
  private void awaitTables(StackAddresses at) throws InterruptedException {
    try (AlertsWritten written = new AlertsWritten(at, PATIENCE)) {
      TakingIn.await(spec, written);
    }
  }

  private boolean isSimulated() {
    Mode mode = StackSettings.read(stack.dirs()).orElse(StackSettings.DEFAULTS).mode();
    if (mode == Mode.LIVE) {
      throw new StackFailure(
          "This stack goes by the clock of today; `up --simulated --var DIR` starts one for a simulation.");
    } else if (mode == Mode.REPLAY && speed != null) {
      throw new StackFailure(
          "In replay no day passes by itself; --speed wants a stack of `up --simulated`.");
    }
    return mode == Mode.SIMULATED;
  }

  private static void writeTruth(Nation nation, Path folder) throws IOException {
    Files.createDirectories(folder);
    Truth of = new Truth(nation);
    write(folder.resolve("nation.csv"), of::writeNation);
    write(folder.resolve("hardships.csv"), of::writeHardships);
    write(folder.resolve("fates.csv"), of::writeFates);
    write(folder.resolve("reached.csv"), of::writeReached);
  }

  private interface Rows {
    void write(Writer out) throws IOException;
  }

  private static void write(Path file, Rows rows) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      rows.write(out);
    }
  }

  private void check() {
    within("--households", households, 1, 30_000_000);
    within("--months", months, 1, 36);
    within("--lanes", lanes, 1, MAX_LANES);
    within("--past", past, 0, months);
    if (speed != null && !(speed > 0 && speed <= FASTEST)) {
      throw wrong("--speed must be more than 0 and no more than %,.0f".formatted(FASTEST));
    } else if (speed == null && past > 0) {
      throw wrong("--past wants a --speed for the months after it");
    }
    if (!month().plus(months).firstDay().isBefore(LocalDate.now())) {
      throw wrong("--from " + from + " and --months " + months + " reach beyond today");
    }
  }

  private void within(String option, long value, long least, long most) {
    if (value < least || value > most) {
      throw wrong("%s must be %,d to %,d".formatted(option, least, most));
    }
  }

  private Month month() {
    try {
      return Month.of(YearMonth.parse(from).atDay(1));
    } catch (DateTimeParseException e) {
      throw wrong("--from must be a month such as 2022-11");
    }
  }

  private Given given() {
    return new Given(
        floods.stream().map(this::flood).toList(), silences.stream().map(this::silence).toList());
  }

  private Flood flood(String text) {
    String[] parts = text.split(":", -1);
    try {
      double share = Double.parseDouble(parts[2]);
      if (!(share > 0 && share <= 1)) {
        throw wrong("--flood strikes a share of more than 0 and at most 1, not " + parts[2]);
      }
      return new Flood("flood-" + parts[0] + "-" + parts[1], parts[0], day(parts[1]), share);
    } catch (DateTimeParseException | NumberFormatException | IndexOutOfBoundsException e) {
      throw wrong("--flood must be CITY:DATE:SHARE such as 3608:2023-06-20:0.1");
    }
  }

  private Given.Silence silence(String text) {
    String[] parts = text.split(":", -1);
    try {
      if (!Sources.all().contains(parts[0])) {
        throw wrong("--silence knows the departments " + String.join(", ", Sources.all()));
      }
      int from = day(parts[1]);
      int days = Integer.parseInt(parts[2]);
      if (days < 1 || days > MOST_DAYS_SILENT) {
        throw wrong("--silence lasts 1 to %,d days, not %s".formatted(MOST_DAYS_SILENT, parts[2]));
      }
      return new Given.Silence(parts[0], from, from + days);
    } catch (DateTimeParseException | NumberFormatException | IndexOutOfBoundsException e) {
      throw wrong("--silence must be SOURCE:DATE:DAYS such as human-resources:2023-06-01:60");
    }
  }

  private static int day(String text) {
    return Math.toIntExact(LocalDate.parse(text).toEpochDay());
  }

  private ParameterException wrong(String problem) {
    return new ParameterException(spec.commandLine(), problem);
  }

  private void say(String text, Object... values) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(Locale.ROOT, text + "%n", values);
    out.flush();
  }
}
