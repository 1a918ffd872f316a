package io.hearthwatch.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The {@code hearthwatch} command. A new command is a class of its own and one more word in the
 * list below.
 */
@Command(
    name = "hearthwatch",
    description = "Early warning for households that slide into hardship.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    scope = CommandLine.ScopeType.INHERIT,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      ImportCommand.class,
      SimulateCommand.class,
      QualityCommand.class,
      StatsCommand.class,
      StatementCommand.class,
      ReconcileCommand.class,
      HouseholdCommand.class,
      ReviewCommand.class,
      AlertsCommand.class,
      DeadLettersCommand.class,
      PolicyCommand.class,
      DemoCommand.class,
      ProvisionCommand.class
    })
public final class Hearthwatch implements Runnable {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /**
   * Runs one command and ends with its exit code: 0, or 1 when something is not as it should be.
   */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  public static CommandLine commandLine() {
    return new CommandLine(new Hearthwatch())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(new Failures())
        .setParameterExceptionHandler(new Failures());
  }

  /** Without a command: what there is. */
  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
