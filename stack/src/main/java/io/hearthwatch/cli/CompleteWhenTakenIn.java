package io.hearthwatch.cli;

import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.stack.Jobs;
import io.hearthwatch.stack.StackAddresses;
import io.hearthwatch.stack.StackFailure;
import io.hearthwatch.stack.broker.EventPublisher;
import io.hearthwatch.stack.broker.TakenIn;
import io.hearthwatch.stack.mapping.EventSink;
import java.time.Duration;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Sends events, and says that a source is complete when the job has taken in what was sent. The
 * word goes by another topic and would overtake them: a month whose wages are still to be read
 * would count as one without income.
 */
final class CompleteWhenTakenIn implements EventSink {

  /** How long the job may make no headway. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final CommandSpec spec;
  private final StackAddresses at;
  private final EventPublisher publisher;
  private boolean takenIn;

  CompleteWhenTakenIn(CommandSpec spec, StackAddresses at) {
    this.spec = spec;
    this.at = at;
    publisher = new EventPublisher(at);
  }

  @Override
  public void accept(HouseholdEvent event) {
    takenIn = false;
    publisher.accept(event);
  }

  @Override
  public void complete(String source, String regionPrefix, int completeThroughEpochDay) {
    publisher.flush();
    if (!takenIn) {
      awaitTakenIn();
      takenIn = true;
    }
    publisher.complete(source, regionPrefix, completeThroughEpochDay);
  }

  private void awaitTakenIn() {
    try (TakenIn job = new TakenIn(at, Jobs.HOUSEHOLD_RISK, PATIENCE)) {
      TakingIn.await(spec, job);
    } catch (StackFailure e) {
      throw new StackFailure(
          "All events were sent, but not that their source is complete: "
              + e.getMessage()
              + " Then import again: nothing counts twice.",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure(
          "Interrupted before it was said that the source is complete; import again.", e);
    }
  }

  @Override
  public void flush() {
    publisher.flush();
  }

  @Override
  public void close() {
    publisher.close();
  }
}
