package io.hearthwatch.stack;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Brings a stack up from whatever state it is in: nothing, half dead, or healthy. */
final class StackUp {
  /** A part that was found running may be in the middle of its own start. */
  private static final Duration FOUND_RUNNING = Duration.ofSeconds(15);

  private static final long POLL_MS = 200;

  private final Home home;
  private final StackDirs dirs;
  private final List<JobDescriptor> jobs;
  private final Progress progress;

  StackUp(Home home, StackDirs dirs, List<JobDescriptor> jobs, Progress progress) {
    this.home = home;
    this.dirs = dirs;
    this.jobs = jobs;
    this.progress = progress;
  }

  StackAddresses run(Stack.UpRequest request) throws Exception {
    dirs.create();
    try (StackLock lock = StackLock.take(dirs)) {
      FreeDisk.require(dirs.root(), request.minFreeGib());
      StackSettings settings = settle(request);
      List<PartProcess> parts =
          Parts.of(home, dirs, settings).stream()
              .map(part -> new PartProcess(home, dirs, part))
              .toList();
      List<PartProcess> toStart = needStart(parts);
      if (toStart.isEmpty()) {
        progress.note("Hearthwatch is up already.");
      }
      // All of them before the first start: a port in use is then told while nothing has changed.
      PortClaim.check(
          toStart.stream().flatMap(process -> process.part().ports().stream()).toList());
      settings.write(dirs);
      start(toStart, request.patience());
      provide(request, settings);
      return settings.addresses();
    }
  }

  /** Options over what is remembered; but a running stack cannot be moved. */
  private StackSettings settle(Stack.UpRequest request) {
    Optional<StackSettings> remembered = StackSettings.read(dirs);
    StackSettings wanted = request.choose().apply(remembered.orElse(StackSettings.DEFAULTS));
    if (remembered.isPresent()
        && !remembered.get().withJobs(wanted.mode(), wanted.delivery()).equals(wanted)
        && anyRuns(remembered.get())) {
      throw new StackFailure(
          "The stack runs with other ports or sizes; run `hearthwatch down` first, then `up` with the new ones.");
    }
    ModeChange.of(remembered.map(StackSettings::mode).orElse(wanted.mode()), wanted.mode())
        .refuse(dirs);
    return wanted;
  }

  private boolean anyRuns(StackSettings settings) {
    return Parts.of(home, dirs, settings).stream()
        .anyMatch(part -> new PartProcess(home, dirs, part).isRunning());
  }

  /**
   * Parts that are dead or do not answer. TaskManagers of a dead JobManager still run its tasks:
   * they go with it.
   */
  private List<PartProcess> needStart(List<PartProcess> parts) throws Exception {
    List<PartProcess> needed = new ArrayList<>();
    boolean jobManagerStarts = false;
    for (PartProcess process : parts) {
      String name = process.part().name();
      boolean goesWithJobManager = jobManagerStarts && name.startsWith(FlinkParts.TASK_MANAGER);
      boolean works = !goesWithJobManager && process.isRunning() && answers(process);
      if (!works) {
        needed.add(process);
        jobManagerStarts |= name.equals(FlinkParts.JOB_MANAGER);
        // Also what does not run by its pid file: a child without its supervisor, a server without
        // its host.
        process.stop();
      }
    }
    return needed;
  }

  private static boolean answers(PartProcess process) throws InterruptedException {
    Instant until = Instant.now().plus(FOUND_RUNNING);
    while (process.isRunning() && Instant.now().isBefore(until)) {
      if (isHealthy(process.part())) {
        return true;
      }
      Thread.sleep(POLL_MS);
    }
    return false;
  }

  private void start(List<PartProcess> parts, Duration wait) throws Exception {
    if (parts.isEmpty()) {
      return;
    }
    ExecutorService threads = Executors.newFixedThreadPool(parts.size());
    try {
      CompletionService<Void> started = new ExecutorCompletionService<>(threads);
      for (PartProcess process : parts) {
        progress.began(process.part().name());
        started.submit(
            () -> {
              startAndAwait(process, wait);
              return null;
            });
      }
      for (int i = 0; i < parts.size(); i++) {
        started.take().get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    } finally {
      threads.shutdownNow();
      // Nobody may still be starting something when the lock is given back.
      threads.awaitTermination(10, TimeUnit.SECONDS);
    }
  }

  private void startAndAwait(PartProcess process, Duration wait) throws Exception {
    Instant begin = Instant.now();
    process.start();
    while (!isHealthy(process.part())) {
      if (!process.isRunning()) {
        throw process.ended();
      }
      if (Duration.between(begin, Instant.now()).compareTo(wait) > 0) {
        throw new StackFailure(
            String.format(
                "The %s does not answer after %d s; see %s, or give it more time with --wait.",
                process.part().name(), wait.toSeconds(), process.log()));
      }
      Thread.sleep(POLL_MS);
    }
    progress.done(process.part().name(), since(begin));
  }

  private static String since(Instant begin) {
    double seconds = Duration.between(begin, Instant.now()).toMillis() / 1000.0;
    return String.format(Locale.ROOT, "%.1f s", seconds);
  }

  private static boolean isHealthy(Part part) throws InterruptedException {
    try {
      part.probe().check();
      return true;
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      // Why not is of no interest while it starts; when it never does, its own log says more.
      return false;
    }
  }

  private void provide(Stack.UpRequest request, StackSettings settings) throws Exception {
    List<Provisioning> steps = new ArrayList<>(request.steps());
    steps.add(new SubmitJobs(home, dirs, settings, jobs, progress, request.patience()));
    steps.addAll(request.afterJobs());
    for (Provisioning step : steps) {
      Instant begin = Instant.now();
      progress.began(step.title());
      step.run(settings.addresses());
      progress.done(step.title(), since(begin));
    }
  }
}
