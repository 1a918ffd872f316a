package io.hearthwatch.cli;

import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Stops the embedded stack. */
@Command(
    name = "down",
    description = {
      "Stops the jobs with savepoints and then every process. The data stays; the next `up` goes on from there."
    })
final class DownCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private StackOptions stack;

  @Option(
      names = "--savepoint-timeout",
      paramLabel = "SECONDS",
      defaultValue = "120",
      description =
          "How long the savepoints may take; a job without one goes on from its last checkpoint."
              + " Default: 120.")
  private int savepointTimeoutSeconds;

  @Override
  public Integer call() throws Exception {
    try (Console console = new Console(spec)) {
      stack.stack().down(Duration.ofSeconds(savepointTimeoutSeconds), console);
    }
    return 0;
  }
}
