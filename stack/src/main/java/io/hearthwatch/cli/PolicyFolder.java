package io.hearthwatch.cli;

import io.hearthwatch.domain.policy.PolicyBundle;
import io.hearthwatch.io.policy.PolicyException;
import io.hearthwatch.io.policy.PolicyFiles;
import io.hearthwatch.io.policy.PolicyReader;
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

  /** What the folder says, checked or not; fails in one line where it cannot be read. */
  PolicyBundle read() {
    return read(path());
  }

  /** What a folder says. */
  static PolicyBundle read(Path folder) {
    try {
      return PolicyReader.read(files(folder), "", "");
    } catch (PolicyException e) {
      throw new StackFailure("The policies of " + folder + " cannot be read: " + e.inOneLine(), e);
    }
  }
}
