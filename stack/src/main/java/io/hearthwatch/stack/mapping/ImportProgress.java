package io.hearthwatch.stack.mapping;

import io.hearthwatch.stack.ProgressLine;
import java.util.Locale;

/** How far an import is: how much was read, then how much was sent. */
public final class ImportProgress {

  private final ProgressLine line;
  private long bytes;
  private long totalBytes = 1;

  public ImportProgress(ProgressLine line) {
    this.line = line;
  }

  void start(long bytesOfAllInputs) {
    totalBytes = Math.max(1, bytesOfAllInputs);
  }

  void bytesRead(long count) {
    bytes += count;
  }

  void rows(long rows) {
    line.show(
        () ->
            text(
                "%,d rows, %,d rows/s, %d %%",
                rows, (long) (rows / seconds()), Math.min(100, bytes * 100 / totalBytes)));
  }

  void sent(long events, long of) {
    line.show(
        () -> text("%,d of %,d events sent, %d %%", events, of, events * 100 / Math.max(1, of)));
  }

  /** Takes the line away. */
  void end() {
    line.end();
  }

  /** Seconds since the start, never 0. */
  double seconds() {
    return line.seconds();
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
