package io.hearthwatch.io.policy;

import io.hearthwatch.domain.policy.Parameter;
import io.hearthwatch.domain.policy.PolicyBundle;
import java.nio.file.Path;
import java.util.Map;

/** The policies that are committed. */
final class Committed {

  static final Path POLICIES = Path.of("..", "..", "policies");
  static final Path DIVISIONS = Path.of("..", "..", "..", "shared", "data", "cn-divisions");
  static final PolicyFiles FILES = PolicyFiles.ofDirectory(POLICIES);
  static final PolicyBundle BUNDLE = PolicyReader.read(FILES, "test", "test");

  private Committed() {}

  /** A bundle with other parameters. */
  static PolicyBundle with(PolicyBundle bundle, Map<String, Parameter> parameters) {
    return new PolicyBundle(
        bundle.version(),
        bundle.author(),
        bundle.message(),
        parameters,
        bundle.rules(),
        bundle.classes(),
        bundle.workingDays(),
        bundle.regionCodes());
  }
}
