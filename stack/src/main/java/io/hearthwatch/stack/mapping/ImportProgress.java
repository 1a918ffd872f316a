package io.hearthwatch.stack.mapping;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Says how far an import is: on a terminal one line that rewrites itself, elsewhere a line every
 * few seconds, so that a log stays readable.
 */
public final class Progress {

  private static final long TERMINAL_NANOS = 200_000_000L;
  private static final long LOG_NANOS = 5_000_000_000L;

  private final PrintStream out;
  private final boolean terminal;
  private final LongSupplier nanoTime;
  private final long startNanos;
  private long lastNanos;
  private long bytes;
  private long totalBytes = 1;
  private boolean lineOpen;

  /**
   * @param nanoTime clock, such as {@code System::nanoTime}
   */
  public Progress(PrintStream out, boolean terminal, LongSupplier nanoTime) {
    this.out = out;
    this.terminal = terminal;
    this.nanoTime = nanoTime;
    this.startNanos = nanoTime.getAsLong();
    this.lastNanos = startNanos;
  }

  void start(long bytesOfAllInputs) {
    totalBytes = Math.max(1, bytesOfAllInputs);
  }

  void bytesRead(long count) {
    bytes += count;
  }

  void rows(long rows) {
    if (due()) {
      long perSecond = (long) (rows / seconds());
      say("%,d rows, %,d rows/s, %d %%", rows, perSecond, Math.min(100, bytes * 100 / totalBytes));
    }
  }

  void sent(long events, long of) {
    if (due()) {
      say("%,d of %,d events sent, %d %%", events, of, events * 100 / Math.max(1, of));
    }
  }

  /** Ends the line that rewrites itself. */
  void end() {
    if (lineOpen) {
      out.println();
      lineOpen = false;
    }
  }

  /** Seconds since the start, never 0. */
  double seconds() {
    return Math.max(1, nanoTime.getAsLong() - startNanos) / 1e9;
  }

  private boolean due() {
    long now = nanoTime.getAsLong();
    boolean due = now - lastNanos >= (terminal ? TERMINAL_NANOS : LOG_NANOS);
    lastNanos = due ? now : lastNanos;
    return due;
  }

  private void say(String format, Object... values) {
    String text = String.format(Locale.ROOT, format, values);
    if (terminal) {
      out.print("\r" + text + " ".repeat(Math.max(0, 60 - text.length())));
      out.flush();
      lineOpen = true;
    } else {
      out.println(text);
    }
  }
}
