package io.hearthwatch.cli;

import io.hearthwatch.domain.household.Month;
import io.hearthwatch.simulation.Outlet;
import io.hearthwatch.simulation.ReliefYear;
import io.hearthwatch.stack.Jobs;
import io.hearthwatch.stack.StackAddresses;
import io.hearthwatch.stack.broker.SimulatedFeeds;
import io.hearthwatch.stack.broker.TakenIn;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code simulate --scenario national-2023}: grants and payments that come to known totals. */
final class ReliefScenario {

  private static final String NATIONAL_2023 = "national-2023";
  private static final int YEAR = 2023;
  private static final int FEN_DIGITS = 2;
  private static final long MOST_PERSON_TIMES = 100_000_000;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @Option(
      names = "--scenario",
      required = true,
      paramLabel = "NAME",
      description = {
        NATIONAL_2023 + ": disaster relief of 2023 over all 31 provinces, which comes to the",
        "published totals after repetitions, voids and corrections."
      })
  private String name;

  @Option(
      names = "--person-times",
      paramLabel = "N",
      defaultValue = "1268000",
      description = "Grants that stand in the end. Default: ${DEFAULT-VALUE}, as published.")
  private long personTimes;

  @Option(
      names = "--funds",
      paramLabel = "YUAN",
      defaultValue = "610000000.00",
      description = "What they come to. Default: ${DEFAULT-VALUE}, as published.")
  private BigDecimal funds;

  void run(CommandSpec spec, StackOptions stack, long seed, int lanes, boolean dryRun)
      throws Exception {
    ReliefYear year = year(spec, seed);
    if (dryRun) {
      SimulationPrint print = new SimulationPrint(lanes);
      tell(spec, year, print);
      say(
          spec,
          "%,d events, %,d bytes, sha256 %s",
          print.events(),
          print.bytes(),
          print.fingerprint());
      return;
    }
    StackAddresses at = stack.stack().addresses();
    try (SimulatedFeeds feeds = new SimulatedFeeds(at, lanes);
        TakenIn counting = TakenIn.ofAssistance(at, PATIENCE);
        TakenIn watching = new TakenIn(at, Jobs.HOUSEHOLD_RISK, PATIENCE)) {
      double seconds = tell(spec, year, feeds);
      long sent = feeds.events();
      say(spec, "%,d events sent in %.1f s, %,.0f/s", sent, seconds, sent / seconds);
      TakingIn.await(spec, counting);
      TakingIn.await(spec, watching);
    }
    say(spec, "%,d person-times and %,.2f yuan are to be found.", personTimes, funds);
  }

  private ReliefYear year(CommandSpec spec, long seed) {
    try {
      if (!NATIONAL_2023.equals(name)) {
        throw new IllegalArgumentException("--scenario knows " + NATIONAL_2023);
      }
      if (personTimes > MOST_PERSON_TIMES) {
        throw new IllegalArgumentException("--person-times must be 1 to 100,000,000");
      }
      long fen = funds.movePointRight(FEN_DIGITS).longValueExact();
      return new ReliefYear(seed, YEAR, personTimes, fen, ReliefYear.Mishaps.USUAL);
    } catch (ArithmeticException e) {
      throw new ParameterException(spec.commandLine(), "--funds must be yuan with two decimals", e);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  /** Month by month, each lane by a thread of its own; how long it took, in seconds. */
  private static double tell(CommandSpec spec, ReliefYear year, Outlet outlet)
      throws InterruptedException {
    long began = System.nanoTime();
    ExecutorService threads = Executors.newFixedThreadPool(outlet.lanes());
    try (ProgressBar bar = new ProgressBar(spec, "months")) {
      int months = year.lastMonth().index() - year.firstMonth().index() + 1;
      for (int m = 0; m < months; m++) {
        Month month = year.firstMonth().plus(m);
        List<Future<?>> lanes = new ArrayList<>();
        for (int lane = 0; lane < outlet.lanes(); lane++) {
          int which = lane;
          lanes.add(threads.submit(() -> year.tell(month, which, outlet)));
        }
        for (Future<?> lane : lanes) {
          lane.get();
        }
        bar.show(m + 1, months);
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } finally {
      threads.shutdownNow();
    }
    return (System.nanoTime() - began) / 1e9;
  }

  private static void say(CommandSpec spec, String text, Object... values) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(Locale.ROOT, text + "%n", values);
    out.flush();
  }
}
