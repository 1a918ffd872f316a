package io.hearthwatch.cli;

import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;

/** A bar that moves on a terminal; elsewhere a line every few seconds. */
final class ProgressBar implements AutoCloseable {

  private static final int WIDTH = 30;
  private static final long TERMINAL_EVERY_NANOS = 200_000_000L;
  private static final long FILE_EVERY_NANOS = 5_000_000_000L;

  private final PrintWriter err;
  private final String what;
  private final boolean terminal = System.console() != null;
  private final long beganNanos = System.nanoTime();
  private long shownNanos = beganNanos;

  ProgressBar(CommandSpec spec, String what) {
    this.err = spec.commandLine().getErr();
    this.what = what;
  }

  /** Shows how many of how many are done. */
  void show(int done, int all) {
    long now = System.nanoTime();
    if (now - shownNanos < (terminal ? TERMINAL_EVERY_NANOS : FILE_EVERY_NANOS)) {
      return;
    }
    shownNanos = now;
    double share = all == 0 ? 1 : (double) done / all;
    int filled = (int) Math.round(share * WIDTH);
    double perSecond = done / ((now - beganNanos) / 1e9);
    String text =
        String.format(
            Locale.ROOT,
            "[%s%s] %3.0f %%  %,d of %,d %s, %,.0f/s",
            "#".repeat(filled),
            "-".repeat(WIDTH - filled),
            share * 100,
            done,
            all,
            what,
            perSecond);
    err.print(terminal ? "\r\033[K" + text : text + System.lineSeparator());
    err.flush();
  }

  @Override
  public void close() {
    if (terminal) {
      err.print("\r\033[K");
      err.flush();
    }
  }
}
