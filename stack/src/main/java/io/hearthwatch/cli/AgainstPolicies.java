package io.hearthwatch.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The policies that those of a folder are compared with. */
final class AgainstPolicies {

  private static final String PUBLISHED = "published";

  @Option(
      names = "--against",
      paramLabel = PUBLISHED + "|DIR",
      defaultValue = PUBLISHED,
      description =
          "What they are compared with: what was published last to the running stack, or a folder."
              + " Default: ${DEFAULT-VALUE}.")
  private String against;

  /** The folder that was named; empty for what was published last. */
  Optional<Path> folder() {
    return against.equals(PUBLISHED) ? Optional.empty() : Optional.of(Path.of(against));
  }
}
