package io.hearthwatch.stack.broker;

import io.hearthwatch.stack.Provisioning;
import io.hearthwatch.stack.StackAddresses;
import io.hearthwatch.stack.StackFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Sends a tree's policies to the job, unless it works by them already or a person has published
 * others, and waits until it works by what was published last.
 */
public final class PolicyPublication implements Provisioning {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Path policies;
  private final String job;
  private final Consumer<String> note;

  public PolicyPublication(Path policies, String job) {
    this(policies, job, text -> {});
  }

  /**
   * The same, which says what a person should know.
   *
   * @param note hears that the policies of the tree replace others, or that others stay
   */
  public PolicyPublication(Path policies, String job, Consumer<String> note) {
    this.policies = policies;
    this.job = job;
    this.note = note;
  }

  @Override
  public String title() {
    return "policies";
  }

  @Override
  public void run(StackAddresses at) throws Exception {
    // Before anything is sent, or an answer might come before anybody listens.
    try (BundleAnswers fromNowOn = BundleAnswers.fromNowOn(at, job)) {
      BundlePublication.Outcome outcome = new BundlePublication(at).publishTree(policies, "up");
      PublicationNote.of(outcome, policies).ifPresent(note);
      String version = outcome.now().getVersion();
      if (outcome.isSent()) {
        fromNowOn.await(version, PATIENCE, (taken, of) -> {});
      } else {
        awaitFormer(at, outcome);
      }
    }
  }

  /** What somebody else published is theirs to set right: the stack is up all the same. */
  private void awaitFormer(StackAddresses at, BundlePublication.Outcome outcome) {
    try (BundleAnswers everSaid = BundleAnswers.everSaid(at, job)) {
      everSaid.await(outcome.now().getVersion(), PATIENCE, (taken, of) -> {});
    } catch (StackFailure e) {
      if (!BundlePublication.isByHand(outcome.now())) {
        throw e;
      }
      note.accept(e.getMessage());
    }
  }
}
