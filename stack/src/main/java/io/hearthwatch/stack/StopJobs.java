package io.hearthwatch.stack;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Stops jobs so that they can go on later: with a savepoint, all at the same time. A job that
 * cannot give one in time is cancelled; its last checkpoint is kept and {@link RestorePoints} finds
 * it.
 */
final class StopJobs {
  private static final Duration CANCEL = Duration.ofSeconds(30);
  private static final long POLL_MS = 200;

  private final FlinkRest rest;
  private final StackDirs dirs;
  private final Progress progress;
  private final Duration savepointTimeout;

  StopJobs(FlinkRest rest, StackDirs dirs, Progress progress, Duration savepointTimeout) {
    this.rest = rest;
    this.dirs = dirs;
    this.progress = progress;
    this.savepointTimeout = savepointTimeout;
  }

  void stop(List<FlinkJob> jobs) throws IOException, InterruptedException {
    Map<FlinkJob, String> requests = new HashMap<>();
    for (FlinkJob job : jobs) {
      progress.began(job.name());
      try {
        requests.put(job, rest.stopWithSavepoint(job.id(), dirs.savepoints(job.name())));
      } catch (FlinkRest.Refused e) {
        // Not running at this moment (restarting, no TaskManager): there is no state to save but
        // the checkpointed.
        cancel(job, e.getMessage());
      }
    }
    Instant until = Instant.now().plus(savepointTimeout);
    for (Map.Entry<FlinkJob, String> request : requests.entrySet()) {
      await(request.getKey(), request.getValue(), until);
    }
  }

  private void await(FlinkJob job, String request, Instant until)
      throws IOException, InterruptedException {
    try {
      while (!rest.isStopped(job.id(), request)) {
        if (Instant.now().isAfter(until)) {
          cancel(job, "no savepoint within " + savepointTimeout.toSeconds() + " s");
          return;
        }
        Thread.sleep(POLL_MS);
      }
      progress.done(job.name(), "stopped with a savepoint");
    } catch (FlinkRest.Refused e) {
      cancel(job, e.getMessage());
    }
  }

  private void cancel(FlinkJob job, String why) throws IOException, InterruptedException {
    try {
      rest.cancel(job.id());
    } catch (FlinkRest.Refused e) {
      // It has ended in the meantime.
    }
    Instant until = Instant.now().plus(CANCEL);
    while (isLive(job) && Instant.now().isBefore(until)) {
      Thread.sleep(POLL_MS);
    }
    progress.done(job.name(), "cancelled, its last checkpoint is kept (" + why + ")");
  }

  private boolean isLive(FlinkJob job) throws IOException, InterruptedException {
    return rest.jobs().stream().anyMatch(each -> each.id().equals(job.id()) && !each.hasEnded());
  }
}
