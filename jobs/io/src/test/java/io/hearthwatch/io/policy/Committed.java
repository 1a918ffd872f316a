package io.hearthwatch.io.policy;

import io.hearthwatch.domain.policy.PolicyBundle;
import java.nio.file.Path;

/** The policies that are committed. */
final class Committed {

  static final Path POLICIES = Path.of("..", "..", "policies");
  static final Path DIVISIONS = Path.of("..", "..", "..", "shared", "data", "cn-divisions");
  static final PolicyFiles FILES = PolicyFiles.ofDirectory(POLICIES);
  static final PolicyBundle BUNDLE = PolicyReader.read(FILES, "test", "test");

  private Committed() {}
}
