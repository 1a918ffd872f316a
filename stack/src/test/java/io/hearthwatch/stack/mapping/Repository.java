package io.hearthwatch.stack.mapping;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Places in the repository, wherever a test is started. */
public final class Repository {

  private Repository() {}

  public static Path root() {
    Path at = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(at.resolve("schemas/src/main/avro"))) {
      at = at.getParent();
    }
    return at;
  }

  /** Data that is not part of the project; a test that needs it is skipped where it is absent. */
  public static Path sharedData(String folder) {
    Path data = root().resolveSibling("shared").resolve("data").resolve(folder);
    assumeTrue(Files.isDirectory(data), () -> "../shared/data/" + folder + " is not there");
    return data;
  }
}
