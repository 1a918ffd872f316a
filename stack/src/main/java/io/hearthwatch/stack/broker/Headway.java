package io.hearthwatch.stack.broker;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Notices that what is waited for goes on no more, however long all of it may take. */
final class Headway {

  private final Duration patience;
  private final InstantSource clock;
  private long leastLeft = Long.MAX_VALUE;
  private Instant movedAt;

  /**
   * From now on.
   *
   * @param patience how long nothing may become less
   */
  Headway(Duration patience) {
    this(patience, InstantSource.system());
  }

  Headway(Duration patience, InstantSource clock) {
    this.patience = patience;
    this.clock = clock;
    movedAt = clock.instant();
  }

  /**
   * Hears how much is left.
   *
   * @return false where it was never less than it had been already, for longer than the patience
   */
  boolean isMade(long left) {
    if (left < leastLeft) {
      leastLeft = left;
      movedAt = clock.instant();
      return true;
    }
    return !clock.instant().isAfter(movedAt.plus(patience));
  }
}
