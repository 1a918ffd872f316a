package io.hearthwatch.stack.broker;

import io.hearthwatch.stack.StackFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Notices that what is waited for goes on no more, however long all of it may take. */
final class Headway {

  /** A broker that has records to give and gives none for so long is away. */
  private static final Duration OF_A_BROKER = Duration.ofSeconds(60);

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

  /**
   * Of reading what a broker has: a consumer of one that went away waits for ever, and says
   * nothing.
   */
  static Headway ofReading() {
    return new Headway(OF_A_BROKER);
  }

  /** Fails where records are left and none came for too long. */
  void requireRead(long left) {
    if (!isMade(left)) {
      throw new StackFailure(
          "The broker has given nothing for %d s; see `hearthwatch status`."
              .formatted(patience.toSeconds()));
    }
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
