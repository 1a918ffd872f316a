package io.hearthwatch.stack;

import java.time.Instant;
import java.util.Set;

/** A job as Flink lists it. */
public record FlinkJob(String id, String name, String state, Instant startedAt) {
  private static final Set<String> ENDED = Set.of("FINISHED", "CANCELED", "FAILED", "SUSPENDED");

  /** Whether it will not run again by itself. */
  public boolean hasEnded() {
    return ENDED.contains(state);
  }
}
