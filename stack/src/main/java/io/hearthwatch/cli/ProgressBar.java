package io.hearthwatch.cli;

import io.hearthwatch.stack.ProgressLine;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;

/** A progress line with a bar in it. */
final class ProgressBar implements AutoCloseable {

  private static final int WIDTH = 30;

  private final ProgressLine line;
  private final String what;

  ProgressBar(CommandSpec spec, String what) {
    line =
        new ProgressLine(spec.commandLine().getErr(), System.console() != null, System::nanoTime);
    this.what = what;
  }

  /** Shows how many of how many are done. */
  void show(int done, int all) {
    line.show(() -> text(done, all));
  }

  private String text(int done, int all) {
    double share = all == 0 ? 1 : (double) done / all;
    int filled = (int) Math.round(share * WIDTH);
    return String.format(
        Locale.ROOT,
        "[%s%s] %3.0f %%  %,d of %,d %s, %,.0f/s",
        "#".repeat(filled),
        "-".repeat(WIDTH - filled),
        share * 100,
        done,
        all,
        what,
        done / line.seconds());
  }

  @Override
  public void close() {
    line.end();
  }
}
