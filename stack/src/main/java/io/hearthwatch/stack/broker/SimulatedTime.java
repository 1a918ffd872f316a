package io.hearthwatch.stack.broker;

import io.hearthwatch.simulation.Nation;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What follows when the job has read all that was told through a day: departments say how far they
 * are complete, and in a simulated stack the clock goes on. Never before: a month whose wages are
 * still to be read would count as one without income.
 */
public final class SimulatedTime {

  private static final long DAY_MS = 86_400_000L;

  /** Midnight in Beijing comes eight hours before that of Greenwich. */
  private static final long BEIJING_MS = 8 * 3_600_000L;

  private final Nation nation;
  private final SimulatedFeeds feeds;
  private final TakenIn job;
  private final boolean ticks;
  private final Deque<Told> waiting = new ArrayDeque<>();

  /** All of a day, and where it ends in the topics. */
  private record Told(int lastDay, TakenIn.Written written) {}

  /**
   * For one simulation.
   *
   * @param ticks whether the clock of the stack is that of the simulation
   */
  public SimulatedTime(Nation nation, SimulatedFeeds feeds, TakenIn job, boolean ticks) {
    this.nation = nation;
    this.feeds = feeds;
    this.job = job;
    this.ticks = ticks;
  }

  /**
   * All was told through a day, epoch day. Where time passes, this waits until not too much is
   * under way: the job reads departments in whatever order they come, and one that is half a year
   * ahead would make the news of another old.
   *
   * @param most how many stretches may be under way
   */
  public void told(int lastDay, int most) throws InterruptedException {
    waiting.add(new Told(lastDay, job.written()));
    while (ticks && waiting.size() > most) {
      job.await(waiting.peek().written(), left -> {});
      pass(waiting.remove());
    }
  }

  /** Goes on as far as the job has read. */
  public void follow() throws InterruptedException {
    int read = 0;
    for (Told told : waiting) {
      if (job.left(told.written()) > 0) {
        break;
      }
      read++;
    }
    if (read > 0) {
      job.settle();
    }
    for (; read > 0; read--) {
      pass(waiting.remove());
    }
  }

  /** Waits until the job has read all that was told, and goes on with it meanwhile. */
  public void await(TakenIn.Watcher watcher) throws InterruptedException {
    if (!waiting.isEmpty()) {
      job.await(
          waiting.peekLast().written(),
          left -> {
            follow();
            watcher.left(left);
          });
      follow();
    }
  }

  private void pass(Told told) {
    nation.departments().complete(told.lastDay(), feeds);
    if (ticks) {
      feeds.tick((told.lastDay() + 1) * DAY_MS - BEIJING_MS);
    }
  }
}
