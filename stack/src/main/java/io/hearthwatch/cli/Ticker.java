package io.hearthwatch.cli;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does something five times a second while something else takes its time; never twice at once. */
final class Ticker implements AutoCloseable {

  private static final long EVERY_MS = 200;

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread daemon = new Thread(task, "ticker");
            daemon.setDaemon(true);
            return daemon;
          });
  private final Runnable what;

  Ticker(Runnable what) {
    this.what = what;
    var unused = thread.scheduleAtFixedRate(this::tick, EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
  }

  /** Does it now. */
  synchronized void tick() {
    what.run();
  }

  @Override
  public void close() {
    thread.shutdownNow();
    synchronized (this) {
      // nobody is in the midst of it any more
    }
  }
}
