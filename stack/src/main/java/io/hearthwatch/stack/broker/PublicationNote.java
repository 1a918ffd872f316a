package io.hearthwatch.stack.broker;

import io.hearthwatch.io.policy.PolicyFiles;
import io.hearthwatch.wire.PolicyBundle;
import java.nio.file.Path;
import java.util.Optional;

/** What a person should know where the policies of a tree are not simply what was there. */
public final class PublicationNote {

  private PublicationNote() {}

  /** In one line; empty where nothing is to be said. */
  public static Optional<String> of(BundlePublication.Outcome outcome, Path policies) {
    PolicyBundle now = outcome.now();
    if (outcome.isSent()) {
      return outcome
          .before()
          .map(
              before ->
                  "Policies %s of this tree replace %s; `hearthwatch policy history` shows both."
                      .formatted(now.getVersion(), before.getVersion()));
    }
    String tree = PolicyFiles.ofDirectory(policies).version();
    return outcome.isOthers(tree)
        ? Optional.of(
            ("Policies %s, published by %s, stay; those of this tree are %s: see `hearthwatch policy"
                    + " diff`, then `policy publish`.")
                .formatted(now.getVersion(), now.getAuthor(), tree))
        : Optional.empty();
  }
}
