package io.hearthwatch.stack;

import io.hearthwatch.stack.StackStatus.JobStatus;
import io.hearthwatch.stack.StackStatus.PartState;
import io.hearthwatch.stack.StackStatus.PartStatus;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks every part and every job how it is, all at the same time. */
final class StatusReader {
  private final Home home;
  private final StackDirs dirs;
  private final List<JobDescriptor> jobs;

  StatusReader(Home home, StackDirs dirs, List<JobDescriptor> jobs) {
    this.home = home;
    this.dirs = dirs;
    this.jobs = jobs;
  }

  StackStatus read() throws InterruptedException {
    StackSettings settings = StackSettings.read(dirs).orElse(StackSettings.DEFAULTS);
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      Future<List<JobStatus>> jobStatuses = threads.submit(() -> jobs(settings));
      List<Callable<PartStatus>> questions = new ArrayList<>();
      for (Part part : Parts.of(home, dirs, settings)) {
        questions.add(() -> status(part));
      }
      List<PartStatus> parts = new ArrayList<>();
      for (Future<PartStatus> answer : threads.invokeAll(questions)) {
        parts.add(answer.get());
      }
      return new StackStatus(parts, jobStatuses.get());
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private PartStatus status(Part part) throws InterruptedException {
    PartProcess process = new PartProcess(home, dirs, part);
    Optional<ProcessIdentity> working = process.working();
    PartState state = PartState.DOWN;
    if (working.isPresent() && process.isRunning()) {
      state = answers(part) ? PartState.UP : PartState.SILENT;
    }
    return new PartStatus(
        part.name(),
        state,
        working.map(found -> OptionalLong.of(found.pid())).orElse(OptionalLong.empty()),
        part.address(),
        working.map(StatusReader::uptimeSeconds).orElse(OptionalLong.empty()));
  }

  private static OptionalLong uptimeSeconds(ProcessIdentity process) {
    return ProcessHandle.of(process.pid())
        .flatMap(handle -> handle.info().startInstant())
        .map(start -> OptionalLong.of(Duration.between(start, Instant.now()).toSeconds()))
        .orElse(OptionalLong.empty());
  }

  private static boolean answers(Part part) throws InterruptedException {
    try {
      part.glance().check();
      return true;
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      return false;
    }
  }

  /**
   * The expected jobs first, found or not; then whatever else runs. Of several with one name the
   * newest counts.
   */
  private List<JobStatus> jobs(StackSettings settings) {
    List<FlinkJob> found = new ArrayList<>();
    FlinkRest rest = new FlinkRest(settings.addresses().flinkRest());
    if (PartProcess.pidFile(dirs, FlinkParts.JOB_MANAGER).running().isPresent()) {
      try {
        found.addAll(rest.jobs());
      } catch (IOException e) {
        // The part's own line says that Flink does not answer.
      }
    }
    found.sort(Comparator.comparing(FlinkJob::startedAt).reversed());
    List<String> names = new ArrayList<>(jobs.stream().map(JobDescriptor::name).toList());
    found.stream()
        .filter(job -> !job.hasEnded() && !names.contains(job.name()))
        .forEach(job -> names.add(job.name()));
    List<JobStatus> statuses = new ArrayList<>();
    for (String name : names) {
      Optional<FlinkJob> newest = found.stream().filter(job -> job.name().equals(name)).findFirst();
      statuses.add(
          newest.isPresent()
              ? status(rest, newest.get(), isExpected(name))
              : new JobStatus(name, "missing", Optional.empty(), 0));
    }
    return statuses;
  }

  private boolean isExpected(String name) {
    return jobs.stream().anyMatch(job -> job.name().equals(name));
  }

  /**
   * A bounded job is none of the expected ones: its tasks wait for each other, and save nothing.
   */
  private static JobStatus status(FlinkRest rest, FlinkJob job, boolean expected) {
    try {
      return asked(rest, job, expected);
    } catch (IOException e) {
      // Flink went away between two questions, as while `down` runs.
      return new JobStatus(job.name(), "unknown", Optional.empty(), 0);
    }
  }

  private static JobStatus asked(FlinkRest rest, FlinkJob job, boolean expected)
      throws IOException {
    String state = job.state().toLowerCase(Locale.ROOT);
    if (expected && state.equals(JobStatus.RUNNING) && !rest.allTasksRun(job.id())) {
      state = "starting";
    }
    return new JobStatus(
        job.name(),
        state,
        expected
            ? rest.lastCheckpoint(job.id())
                .map(at -> Duration.between(at, Instant.now()).toSeconds())
            : Optional.empty(),
        rest.restarts(job.id()));
  }
}
