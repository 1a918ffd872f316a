package io.hearthwatch.cli;

import io.hearthwatch.stack.Home;
import io.hearthwatch.stack.Jobs;
import io.hearthwatch.stack.Stack;
import io.hearthwatch.stack.StackDirs;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Options of every command that deals with a stack, and the stack that they name. */
final class StackOptions {
  @Option(
      names = "--var",
      paramLabel = "DIR",
      description =
          "Folder of the stack's data, logs and settings; several stacks can stand side by side."
              + " Default: $HEARTHWATCH_VAR, else var in the Hearthwatch folder.")
  private Path var;

  @Option(names = "--verbose", description = "Show the stack trace of a failure.")
  private boolean verbose;

  StackDirs dirs() {
    return new StackDirs(var != null ? var : fromEnvironment());
  }

  Stack stack() {
    Home home = Home.find();
    return new Stack(home, dirs(), Jobs.in(home));
  }

  private static Path fromEnvironment() {
    String named = System.getenv("HEARTHWATCH_VAR");
    return named == null || named.isBlank() ? Home.find().file("var") : Path.of(named);
  }
}
