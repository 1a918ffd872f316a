package io.hearthwatch.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The benchmarks, as commands. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "What an event costs, and the peers that the jobs are compared with.",
    subcommands = {
      StepCommand.class,
      RulesCommand.class,
      ThroughputCommand.class,
      ReliefCommand.class,
      ReliefStepCommand.class
    })
public final class Bench {

  private Bench() {}

  /** Runs one of the commands. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Bench()).execute(arguments));
  }
}
