package io.hearthwatch.cli;

import io.hearthwatch.simulation.Nation;
import io.hearthwatch.simulation.Outlet;
import io.hearthwatch.simulation.Simulation;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Model.CommandSpec;

/** Tells a nation: months as fast as they are taken, or days at a speed. */
final class SimulationRun implements AutoCloseable {

  private static final long POLL_MS = 100;

  private final CommandSpec spec;
  private final Nation nation;
  private final Simulation simulation;

  SimulationRun(CommandSpec spec, Nation nation, Outlet outlet) {
    this.spec = spec;
    this.nation = nation;
    simulation = new Simulation(nation, outlet);
  }

  /** What follows when all was told through a day, epoch day. */
  interface Step {
    void told(int lastDay) throws InterruptedException;
  }

  /** What is to be done again and again until the next day. */
  interface Meanwhile {
    void run() throws InterruptedException;
  }

  /** Tells the first months, one after the other; how long it took, in seconds. */
  double months(int count, Step each) throws InterruptedException {
    long began = System.nanoTime();
    int all = Math.toIntExact(Math.min(Integer.MAX_VALUE, nation.households() * count));
    try (ProgressBar bar = new ProgressBar(spec, "households x months");
        Ticker ticker = new Ticker(() -> show(bar, all))) {
      for (int m = 0; m < count; m++) {
        int next = nation.month(m + 1).firstEpochDay();
        simulation.tell(nation.month(m).firstEpochDay(), next);
        ticker.tick();
        each.told(next - 1);
      }
    }
    return (System.nanoTime() - began) / 1e9;
  }

  private void show(ProgressBar bar, int all) {
    bar.show(Math.toIntExact(Math.min(all, simulation.householdsTold())), all);
  }

  /**
   * Tells the days from a month on, none before its time.
   *
   * @param fromMonth the first month, from 0
   * @param daysASecond speed
   */
  void days(int fromMonth, double daysASecond, Step each, Meanwhile meanwhile)
      throws InterruptedException {
    long began = System.nanoTime();
    int first = nation.month(fromMonth).firstEpochDay();
    for (int day = first; day <= nation.lastDay(); day++) {
      simulation.tell(day, day + 1);
      each.told(day);
      long next = began + Math.round((day - first + 1) / daysASecond * TimeUnit.SECONDS.toNanos(1));
      do {
        meanwhile.run();
        Thread.sleep(POLL_MS);
      } while (System.nanoTime() < next);
    }
  }

  @Override
  public void close() {
    simulation.close();
  }
}
