package io.hearthwatch.io.flink;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.flink.util.clock.RelativeClock;

/**
 * Whether a partition has been quiet for so long that it must not hold time back. As Flink's own,
 * but that one which is held because it is ahead of the others is never taken for one that is
 * quiet. Flink 2.3.0 asks the two in any order, and never lets go on what is both: a partition
 * whose last records are then not read until the job is started again (decision 026).
 *
 * <p>The clock of its activity stands still while it is held, and while what follows takes no more;
 * so it is read twice.
 */
final class Idleness {

  /** After so long a clock that goes has gone on. */
  private static final long MOMENT_NS = 1_000;

  private static final long NOT_QUIET = Long.MIN_VALUE;

  private final RelativeClock activity;
  private final LongSupplier nanoTime;
  private final long timeoutNs;

  private boolean heard;
  private boolean idle;
  private long quietSince = NOT_QUIET;

  /**
   * Of a partition of which nothing was heard yet.
   *
   * @param activity stands still while the partition is held, or what follows does not take more
   * @param nanoTime never stands still
   */
  Idleness(Duration timeout, RelativeClock activity, LongSupplier nanoTime) {
    this.timeoutNs = timeout.toNanos();
    this.activity = activity;
    this.nanoTime = nanoTime;
  }

  void heard() {
    heard = true;
    idle = false;
  }

  /** Looks, some times a second. */
  boolean look() {
    long active = activity.relativeTimeNanos();
    if (heard) {
      heard = false;
      quietSince = NOT_QUIET;
    } else if (quietSince == NOT_QUIET) {
      quietSince = active;
    } else if (!idle && active - quietSince > timeoutNs) {
      idle = !standsStill();
    }
    return idle;
  }

  private boolean standsStill() {
    long active = activity.relativeTimeNanos();
    long since = nanoTime.getAsLong();
    while (nanoTime.getAsLong() - since < MOMENT_NS) {
      Thread.onSpinWait();
    }
    return activity.relativeTimeNanos() == active;
  }
}
