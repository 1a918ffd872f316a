package io.hearthwatch.cli;

import io.hearthwatch.stack.Progress;
import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Shows progress: a line for each thing that is done and, on a terminal, one moving line below that
 * says what is still waited for and how long already. In a file or a pipe there are only the lines.
 */
final class Console implements Progress, AutoCloseable {
  private static final String CLEAR_LINE = "\r\033[K";
  private static final int NAME_WIDTH = 18;

  private final PrintWriter out;
  private final boolean terminal = System.console() != null && System.getenv("NO_COLOR") == null;
  private final Set<String> waitingFor = new LinkedHashSet<>();
  private final long beganNanos = System.nanoTime();

  /** None where nothing moves. */
  private final Optional<Ticker> ticker;

  Console(CommandSpec spec) {
    this.out = spec.commandLine().getOut();
    ticker = terminal ? Optional.of(new Ticker(this::tick)) : Optional.empty();
  }

  @Override
  public synchronized void began(String what) {
    waitingFor.add(what);
  }

  @Override
  public synchronized void done(String what, String detail) {
    waitingFor.remove(what);
    String padding = " ".repeat(Math.max(1, NAME_WIDTH - what.length()));
    line(("  " + what + padding + detail).stripTrailing());
  }

  @Override
  public synchronized void note(String text) {
    line(text);
  }

  private void line(String text) {
    out.println(terminal ? CLEAR_LINE + text : text);
    out.flush();
  }

  private synchronized void tick() {
    if (!waitingFor.isEmpty()) {
      long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - beganNanos);
      out.print(CLEAR_LINE + "  … " + String.join(", ", waitingFor) + "  " + seconds + " s");
      out.flush();
    }
  }

  @Override
  public void close() {
    ticker.ifPresent(Ticker::close);
    synchronized (this) {
      if (terminal) {
        out.print(CLEAR_LINE);
        out.flush();
      }
    }
  }
}
