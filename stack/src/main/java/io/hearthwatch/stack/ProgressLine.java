package io.hearthwatch.stack;

import java.io.PrintWriter;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Says how far long work is: on a terminal one line that rewrites itself, elsewhere a line every
 * few seconds, so that a log stays readable.
 */
public final class ProgressLine {

  private static final long TERMINAL_EVERY_NANOS = 200_000_000L;
  private static final long LOG_EVERY_NANOS = 5_000_000_000L;

  /** Back to the first column, and everything to the right of it erased. */
  private static final String REWRITE = "\r\033[K";

  private final PrintWriter out;
  private final boolean terminal;
  private final LongSupplier nanoTime;
  private final long beganNanos;
  private long shownNanos;
  private boolean open;

  /**
   * A line of which nothing is shown yet.
   *
   * @param nanoTime clock, such as {@code System::nanoTime}
   */
  public ProgressLine(PrintWriter out, boolean terminal, LongSupplier nanoTime) {
    this.out = out;
    this.terminal = terminal;
    this.nanoTime = nanoTime;
    beganNanos = nanoTime.getAsLong();
    shownNanos = beganNanos;
  }

  /** Shows the text if it is time again; else it is not even put together. */
  public void show(Supplier<String> text) {
    long now = nanoTime.getAsLong();
    if (now - shownNanos < (terminal ? TERMINAL_EVERY_NANOS : LOG_EVERY_NANOS)) {
      return;
    }
    shownNanos = now;
    if (terminal) {
      out.print(REWRITE + text.get());
      open = true;
    } else {
      out.println(text.get());
    }
    out.flush();
  }

  /** Erases the line that rewrites itself: what comes next says what was done. */
  public void end() {
    if (open) {
      out.print(REWRITE);
      out.flush();
      open = false;
    }
  }

  /** Seconds since the start, never 0. */
  public double seconds() {
    return Math.max(1, nanoTime.getAsLong() - beganNanos) / 1e9;
  }
}
