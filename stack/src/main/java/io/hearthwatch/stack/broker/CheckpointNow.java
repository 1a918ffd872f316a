package io.hearthwatch.stack.broker;

import io.hearthwatch.stack.FlinkRest;
import java.io.IOException;
import java.util.Optional;

/**
 * Has a job take a checkpoint out of turn: it then commits how far it has read, and what it has
 * written exactly once can be seen.
 */
final class CheckpointNow {

  private static final long POLL_MS = 100;

  private final FlinkRest rest;
  private final String job;

  /** For the job of a name. */
  CheckpointNow(FlinkRest rest, String job) {
    this.rest = rest;
    this.job = job;
  }

  /** Whether one was taken that began now; false where the job does not run just then. */
  boolean isTaken() throws InterruptedException {
    try {
      Optional<String> request = rest.checkpoint(job);
      if (request.isEmpty()) {
        return false;
      }
      FlinkRest.CheckpointState state = rest.checkpointState(request.get());
      while (state == FlinkRest.CheckpointState.UNDER_WAY) {
        Thread.sleep(POLL_MS);
        state = rest.checkpointState(request.get());
      }
      return state == FlinkRest.CheckpointState.COMPLETED;
    } catch (IOException e) {
      return false; // It restarts.
    }
  }
}
