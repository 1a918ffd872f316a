package io.hearthwatch.cli;

import io.hearthwatch.io.policy.PolicyFiles;
import io.hearthwatch.stack.Home;
import io.hearthwatch.stack.StackFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The folder of policies that a command is about. */
final class PolicyFolder {

  @Option(
      names = "--policies",
      paramLabel = "DIR",
      description = "Folder of the policies. Default: policies in the Hearthwatch folder.")
  private Path folder;

  Path path() {
    return folder == null ? Home.find().file("policies") : folder;
  }

  /** The files of a folder; throws PolicyException where one is no text. */
  static PolicyFiles files(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new StackFailure(
          "There is no folder "
              + folder
              + "; name one that holds rules/, parameters/ and calendars/.");
    }
    return PolicyFiles.ofDirectory(folder);
  }
}
