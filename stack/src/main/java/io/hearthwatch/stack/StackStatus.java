package io.hearthwatch.stack;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** How a stack is, at one moment. */
public record StackStatus(List<PartStatus> parts, List<JobStatus> jobs) {

  /** The state of one process. */
  public enum PartState {
    UP("up"),
    SILENT("not answering"),
    DOWN("down");

    private final String words;

    PartState(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /**
   * One process.
   *
   * @param pid the working process, empty when there is none
   * @param uptimeSeconds since it was started, empty when there is none
   */
  public record PartStatus(
      String name, PartState state, OptionalLong pid, String address, OptionalLong uptimeSeconds) {}

  /**
   * One job.
   *
   * @param state Flink's word in small letters; "starting" while not all its tasks run; "missing"
   *     when it is not there
   * @param checkpointAgeSeconds since the newest checkpoint was complete, empty before the first
   */
  public record JobStatus(
      String name, String state, Optional<Long> checkpointAgeSeconds, long restarts) {
    static final String RUNNING = "running";

    boolean isHealthy() {
      return state.equals(RUNNING);
    }
  }

  /** Whether every part answers and every job runs. */
  public boolean isHealthy() {
    return !parts.isEmpty()
        && parts.stream().allMatch(part -> part.state() == PartState.UP)
        && jobs.stream().allMatch(JobStatus::isHealthy);
  }
}
