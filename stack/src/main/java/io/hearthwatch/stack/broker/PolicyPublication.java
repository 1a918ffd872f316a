package io.hearthwatch.stack.broker;

import io.hearthwatch.stack.Provisioning;
import io.hearthwatch.stack.StackAddresses;
import java.nio.file.Path;
import java.time.Duration;

/** Sends the committed policies to the job, unless it works by them already. */
public final class PolicyPublication implements Provisioning {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path policies;
  private final String job;

  public PolicyPublication(Path policies, String job) {
    this.policies = policies;
    this.job = job;
  }

  @Override
  public String title() {
    return "policies";
  }

  @Override
  public void run(StackAddresses at) throws Exception {
    BundlePublication publication = new BundlePublication(at);
    String version = publication.publish(policies, "hearthwatch up", "policies of this tree");
    publication.awaitTaken(job, version, PATIENCE);
  }
}
