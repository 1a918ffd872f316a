package io.hearthwatch.stack;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Takes a stack down: jobs with savepoints, then the processes in the reverse order of their parts.
 */
final class StackDown {
  private final Home home;
  private final StackDirs dirs;
  private final Progress progress;
  private final Duration savepointTimeout;

  StackDown(Home home, StackDirs dirs, Progress progress, Duration savepointTimeout) {
    this.home = home;
    this.dirs = dirs;
    this.progress = progress;
    this.savepointTimeout = savepointTimeout;
  }

  void run() throws Exception {
    Optional<StackSettings> settings = StackSettings.read(dirs);
    if (settings.isEmpty()) {
      progress.note("There is no stack in " + dirs.root() + ".");
      return;
    }
    dirs.create();
    try (StackLock lock = StackLock.take(dirs)) {
      stopJobs(settings.get());
      List<Part> parts = new ArrayList<>(Parts.of(home, dirs, settings.get()));
      Collections.reverse(parts);
      boolean any = false;
      for (Part part : parts) {
        any |= stop(new PartProcess(dirs, part));
      }
      if (!any) {
        progress.note("Hearthwatch is down already.");
      }
    }
  }

  private boolean stop(PartProcess process) throws Exception {
    boolean ran = process.isRunning() || process.working().isPresent();
    if (ran) {
      progress.began(process.part().name());
    }
    process.stop();
    if (ran) {
      progress.done(process.part().name(), "stopped");
    }
    return ran;
  }

  private void stopJobs(StackSettings settings) throws InterruptedException {
    if (PartProcess.pidFile(dirs, FlinkParts.JOB_MANAGER).running().isEmpty()) {
      return;
    }
    FlinkRest rest = new FlinkRest(settings.addresses().flinkRest());
    try {
      List<FlinkJob> live = rest.jobs().stream().filter(job -> !job.hasEnded()).toList();
      new StopJobs(rest, dirs, progress, savepointTimeout).stop(live);
    } catch (IOException e) {
      // A JobManager that does not answer is stopped all the same; the jobs go on from their last
      // checkpoints.
      progress.note("Flink does not answer; the jobs will go on from their last checkpoints.");
    }
  }
}
