package io.hearthwatch.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Has every job running, each from where it stopped. A job of that name that already runs with the
 * same arguments is left alone; with others (live after replay) it is stopped with a savepoint and
 * goes on with the new ones.
 */
public final class SubmitJobs implements Provisioning {
  private static final long POLL_MS = 200;

  /**
   * History is loaded fast, and nobody waits for a record of it: with each checkpoint every figure
   * that has moved is published again, and the files of every state begin anew. Commands that wait
   * for all have checkpoints taken themselves.
   */
  private static final String REPLAY_CHECKPOINTS = "30 s";

  private final Home home;
  private final StackDirs dirs;
  private final StackSettings settings;
  private final List<JobDescriptor> jobs;
  private final Progress progress;
  private final Duration timeout;

  public SubmitJobs(
      Home home,
      StackDirs dirs,
      StackSettings settings,
      List<JobDescriptor> jobs,
      Progress progress,
      Duration timeout) {
    this.home = home;
    this.dirs = dirs;
    this.settings = settings;
    this.jobs = jobs;
    this.progress = progress;
    this.timeout = timeout;
  }

  @Override
  public String title() {
    return "jobs";
  }

  @Override
  public void run(StackAddresses at) throws Exception {
    FlinkRest rest = new FlinkRest(at.flinkRest());
    List<Started> started = new ArrayList<>();
    // All are submitted before any is waited for: their tasks start at the same time.
    for (JobDescriptor job : jobs) {
      progress.began(job.name());
      started.add(start(rest, job, job.arguments().of(at, settings.mode(), settings.delivery())));
    }
    Instant until = Instant.now().plus(timeout);
    for (Started each : started) {
      awaitRunning(rest, each, until);
      progress.done(each.job().name(), each.how());
    }
  }

  private record Started(JobDescriptor job, String id, String how) {}

  private Started start(FlinkRest rest, JobDescriptor job, List<String> arguments)
      throws IOException, InterruptedException {
    Submission submission = new Submission(dirs, job.name());
    SortedMap<String, String> configuration = configuration(job);
    List<String> wanted = new ArrayList<>(arguments);
    configuration.forEach((key, value) -> wanted.add(key + "=" + value));
    Optional<FlinkJob> live =
        rest.jobs().stream()
            .filter(each -> each.name().equals(job.name()) && !each.hasEnded())
            .findFirst();
    if (live.isPresent()) {
      if (submission.isOf(live.get().id(), wanted)) {
        return new Started(job, live.get().id(), "runs already");
      }
      new StopJobs(rest, dirs, progress, timeout).stop(List.of(live.get()));
    }
    Optional<Path> from = new RestorePoints(dirs).newest(job.name());
    if (settings.delivery() == Delivery.AT_LEAST_ONCE && submission.wasExactlyOnce()) {
      from.ifPresent(point -> requireSavepoint(job, point));
    }
    String id =
        submit(
            rest,
            job,
            new FlinkRest.Run(
                job.entryClass(),
                arguments,
                job.parallelism(),
                from.map(FlinkPath::of),
                configuration));
    submission.write(id, wanted);
    return new Started(
        job, id, from.map(path -> "runs, from " + dirs.root().relativize(path)).orElse("runs"));
  }

  /**
   * A job that was lost holds transactions, prepared or open, that only exactly-once ends: else
   * what they hold is gone, and readers of what is committed wait for them for days.
   */
  private void requireSavepoint(JobDescriptor job, Path point) {
    if (!point.startsWith(dirs.savepoints(job.name()))) {
      settings.withJobs(settings.mode(), Delivery.EXACTLY_ONCE).write(dirs); // as it was
      throw new StackFailure(
          job.name()
              + " was lost while it delivered exactly once, and what it had prepared is not yet"
              + " committed; run `up --delivery exactly-once` first, then this again.");
    }
  }

  /** What differs from the configuration of the cluster. */
  private SortedMap<String, String> configuration(JobDescriptor job) {
    SortedMap<String, String> configuration = new TreeMap<>();
    configuration.put("execution.checkpointing.dir", FlinkPath.of(dirs.checkpoints(job.name())));
    if (settings.mode() == Mode.REPLAY) {
      configuration.put("execution.checkpointing.interval", REPLAY_CHECKPOINTS);
    }
    return configuration;
  }

  private String submit(FlinkRest rest, JobDescriptor job, FlinkRest.Run run)
      throws IOException, InterruptedException {
    Path jar = home.file(job.jar());
    if (Files.notExists(jar)) {
      throw new StackFailure("The job jar " + jar + " is missing; run `mvn package`.");
    }
    String jarId = rest.upload(jar);
    try {
      return rest.run(jarId, run);
    } catch (FlinkHttp.Refused e) {
      throw new StackFailure(
          "The job " + job.name() + " could not be started: " + e.getMessage() + logHint(), e);
    } finally {
      // The job has its own copy by now.
      rest.deleteJar(jarId);
    }
  }

  private void awaitRunning(FlinkRest rest, Started started, Instant until)
      throws IOException, InterruptedException {
    while (!rest.allTasksRun(started.id())) {
      boolean ended =
          rest.jobs().stream().anyMatch(job -> job.id().equals(started.id()) && job.hasEnded());
      if (ended || Instant.now().isAfter(until)) {
        throw new StackFailure(
            "The job "
                + started.job().name()
                + (ended ? " has ended: " : " does not run after " + timeout.toSeconds() + " s: ")
                + rest.lastFailure(started.id()).orElse("no failure is recorded")
                + logHint());
      }
      Thread.sleep(POLL_MS);
    }
  }

  private String logHint() {
    return "; see " + dirs.log().resolve(FlinkParts.JOB_MANAGER + ".log") + ".";
  }
}
