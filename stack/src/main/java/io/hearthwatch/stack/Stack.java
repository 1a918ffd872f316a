package io.hearthwatch.stack;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** The embedded stack in one set of folders: a broker, PostgreSQL, Flink and the jobs. */
public final class Stack {
  private final Home home;
  private final StackDirs dirs;
  private final List<JobDescriptor> jobs;

  public Stack(Home home, StackDirs dirs, List<JobDescriptor> jobs) {
    this.home = home;
    this.dirs = dirs;
    this.jobs = List.copyOf(jobs);
  }

  /**
   * What {@code up} is asked for.
   *
   * @param choose makes the wanted settings from the remembered (or default) ones
   * @param steps what is provided once all parts are healthy, before the jobs are submitted
   * @param patience how long a part, and then the jobs, may take to become healthy
   */
  public record UpRequest(
      Function<StackSettings, StackSettings> choose,
      List<Provisioning> steps,
      double minFreeGib,
      Duration patience) {}

  /** Starts what does not run, waits until all is healthy, provides what is to be there. */
  public StackAddresses up(UpRequest request, Progress progress) throws Exception {
    return new StackUp(home, dirs, jobs, progress).run(request);
  }

  /** Stops the jobs with savepoints, then every process. */
  public void down(Duration savepointTimeout, Progress progress) throws Exception {
    new StackDown(home, dirs, progress, savepointTimeout).run();
  }

  /** Looks at everything, changes nothing. */
  public StackStatus status() throws InterruptedException {
    return new StatusReader(home, dirs, jobs).read();
  }

  /** Where the parts answer; fails with what to do when there is no stack. */
  public StackAddresses addresses() {
    return StackAddresses.read(dirs);
  }
}
