package io.hearthwatch.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the whole way, with the commands that a person would type. */
@Command(
    name = "demo",
    description = {
      "Starts the stack, imports a sample of synthetic patients, reviews all households and shows the first",
      "alerts with their reasons. Asks nothing; run it again and nothing is counted twice."
    })
final class DemoCommand implements Callable<Integer> {
  /** The sample tells everything through this day. */
  private static final String COMPLETE_THROUGH = "2023-12-31";

  @Spec private CommandSpec spec;
  @Mixin private StackOptions stack;

  @Option(names = "--lang", paramLabel = "zh|en", description = "Language. Default: by the locale.")
  private Language language = Language.ofLocale();

  @Override
  public Integer call() {
    String var = stack.dirs().root().toString();
    String home = stack.policies().getParent().toString();
    return run("up", "--replay", "--var", var)
            && run(
                "import",
                "--var",
                var,
                "--mapping",
                home + "/mappings/synthea.yaml",
                "--to",
                COMPLETE_THROUGH,
                "--complete-through",
                COMPLETE_THROUGH,
                home + "/samples/synthea")
            && run("review", "--var", var, "--as-of", COMPLETE_THROUGH)
            && run("alerts", "--var", var, "--lang", language.name(), "--wait", "30")
        ? whereToLook()
        : CommandLine.ExitCode.SOFTWARE;
  }

  private boolean run(String... words) {
    PrintWriter out = spec.commandLine().getOut();
    out.println();
    out.println("$ hearthwatch " + String.join(" ", words));
    out.flush();
    return Hearthwatch.commandLine().execute(words) == CommandLine.ExitCode.OK;
  }

  private int whereToLook() {
    PrintWriter out = spec.commandLine().getOut();
    out.println();
    out.println(
        language.of(
            "继续：hearthwatch household 家庭编号 | alerts --case 工单编号 | status | down",
            "Go on with: hearthwatch household ID | alerts --case ID | status | down"));
    out.flush();
    return CommandLine.ExitCode.OK;
  }
}
