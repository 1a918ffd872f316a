package io.hearthwatch.cli.real;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.cli.Hearthwatch;
import io.hearthwatch.stack.FreePorts;
import io.hearthwatch.stack.StackAddresses;
import io.hearthwatch.stack.StackDirs;
import io.hearthwatch.stack.broker.TakenIn;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;

/** The whole stack, as its users start it and speak to it: by commands. */
final class RunningStack implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Path var;

  /** Starts it in a folder, on free ports, in replay. */
  RunningStack(Path var) throws IOException {
    this(var, "--replay");
  }

  /** The same in another mode, and with other options of {@code up}. */
  RunningStack(Path var, String mode, String... options) throws IOException {
    this.var = var;
    List<Integer> ports = FreePorts.pairs(3);
    List<String> up = new ArrayList<>(List.of("up", mode));
    up.addAll(List.of(options));
    up.add("--kafka-port=" + ports.get(0));
    up.add("--flink-port=" + ports.get(1));
    up.add("--postgres-port=" + ports.get(2));
    up.add("--min-free-gib=0");
    try {
      command(up.toArray(String[]::new));
    } catch (Throwable t) { // nobody else would stop what did come up
      try {
        command("down");
      } catch (Throwable too) {
        t.addSuppressed(too);
      }
      throw t;
    }
  }

  /** Runs a command and returns what it printed; fails where the command failed. */
  String command(String... words) {
    return run(0, words);
  }

  /** Runs a command that must end with a code, and returns what it printed. */
  String fails(int code, String... words) {
    return run(code, words);
  }

  private String run(int expected, String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line =
        Hearthwatch.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    List<String> all = new ArrayList<>(Arrays.asList(words));
    all.add("--var=" + var);
    Instant began = Instant.now();
    int code = line.execute(all.toArray(String[]::new));
    // Where the minutes of the gate go.
    System.out.printf(
        "%5.1f s  %s%n",
        Duration.between(began, Instant.now()).toMillis() / 1000.0, String.join(" ", words));
    assertThat(code).as(() -> String.join(" ", all) + "\n" + out + err).isEqualTo(expected);
    return out.toString();
  }

  /** Waits until figures and statements of all that was sent are on their way into the tables. */
  void awaitFigures() throws InterruptedException {
    try (TakenIn counting = TakenIn.ofAssistance(addresses(), PATIENCE)) {
      counting.await(left -> {});
      counting.settle();
    }
  }

  StackAddresses addresses() {
    return StackAddresses.read(new StackDirs(var));
  }

  @Override
  public void close() {
    command("down");
  }
}
