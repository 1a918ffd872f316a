package io.hearthwatch.stack;

import java.nio.file.Path;

/** The tree under test: Maven runs tests in the module's folder. */
final class Tree {
  private Tree() {}

  static Home home() {
    return new Home(Path.of("").toAbsolutePath().getParent());
  }
}
