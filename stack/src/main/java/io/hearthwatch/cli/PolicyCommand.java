package io.hearthwatch.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Policies: checks them, says what changes for whom, publishes them, explains a rule. */
@Command(
    name = "policy",
    description = {
      "Rules, limits and calendars: checks them, says what changes for whom, publishes them to the running",
      "jobs, shows what was published, explains a rule. docs/rules.md says how to write them."
    },
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      PolicyCheckCommand.class,
      PolicyDiffCommand.class,
      PolicyWhatIfCommand.class,
      PolicyPublishCommand.class,
      PolicyHistoryCommand.class,
      PolicyExplainCommand.class
    })
final class PolicyCommand implements Runnable {
  @Spec private CommandSpec spec;

  /** Without a command: what there is. */
  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
