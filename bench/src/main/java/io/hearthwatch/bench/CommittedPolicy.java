package io.hearthwatch.bench;

import io.hearthwatch.domain.alert.PolicyInForce;
import io.hearthwatch.domain.policy.Completeness;
import io.hearthwatch.domain.rule.RuleBook;
import io.hearthwatch.io.policy.PolicyBundleCodec;
import io.hearthwatch.io.policy.PolicyFiles;
import io.hearthwatch.wire.PolicyBundle;
import java.nio.file.Path;
import java.time.Instant;

/** The policies of the repository, as they are published and as a step decides by them. */
final class CommittedPolicy {

  /** Sources whose silence counts as no income, complete through the last day of the history. */
  static final String[] COMPLETE_SOURCES = {"human-resources", "civil-affairs"};

  private CommittedPolicy() {}

  static PolicyBundle published(Path policies) {
    return PolicyBundleCodec.toWire(
        PolicyFiles.ofDirectory(policies), "bench", "committed policies", Instant.EPOCH);
  }

  static PolicyInForce inForce(Path policies) {
    Completeness completeness = Completeness.NONE;
    for (String source : COMPLETE_SOURCES) {
      completeness = completeness.with(source, "", Households.TODAY - 1);
    }
    RuleBook rules = new RuleBook(PolicyBundleCodec.read(published(policies)));
    return new PolicyInForce(rules, completeness, Households.retention());
  }
}
