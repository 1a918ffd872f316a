package io.hearthwatch.stack;

import java.nio.file.Path;

/** How Flink wants to be told a local folder. */
final class FlinkPath {
  private FlinkPath() {}

  /**
   * Not Java's own URI: Flink takes "%20" for three characters of the name, and would write beside
   * the folder.
   */
  static String of(Path path) {
    return "file://" + path;
  }
}
