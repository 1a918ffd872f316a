package io.hearthwatch.io.event;

import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.Refusal;
import io.hearthwatch.domain.household.Retention;
import io.hearthwatch.domain.household.Sources;
import io.hearthwatch.domain.policy.Feed;
import java.time.Duration;

/**
 * What can be refused before any state is looked at: by the topic, the clock of the broker, age.
 */
public final class Admission {

  /** How far the clock of a department may be ahead of the broker's. */
  public static final Duration CLOCK_AHEAD = Duration.ofMinutes(10);

  private static final long CLOCK_AHEAD_MS = CLOCK_AHEAD.toMillis();

  private final Retention retention;

  public Admission(Retention retention) {
    this.retention = retention;
  }

  /**
   * Admits or refuses what was decoded.
   *
   * @param source the source whose topic it came from
   * @param appendedAt when the broker got it, epoch milliseconds
   */
  public Decoded admit(Decoded decoded, String source, long appendedAt) {
    HouseholdEvent event = decoded.event();
    if (event == null) {
      return decoded;
    }
    if (Feed.isId(event.householdId())) {
      return Decoded.refused(
          Refusal.NO_HOUSEHOLD,
          "householdId begins with " + Feed.ID_PREFIX + ", which names the feed of a source");
    }
    if (!event.source().equals(source)) {
      return Decoded.refused(Refusal.WRONG_TOPIC, "source is not that of the topic");
    }
    if (!Sources.fits(source, event.type())) {
      return Decoded.refused(Refusal.WRONG_SOURCE, source + " does not tell " + event.type());
    }
    if (event.reportedAt() > appendedAt + CLOCK_AHEAD_MS) {
      return Decoded.refused(Refusal.FUTURE, "reported after the broker got it");
    }
    int reportedOn = retention.day(event.reportedAt());
    if (event.occurredOn() > reportedOn) {
      return Decoded.refused(Refusal.FUTURE, "occurred after it was reported");
    }
    if (retention.tooOld(event.type(), event.occurredOn(), reportedOn)) {
      return Decoded.refused(
          Refusal.TOO_OLD, "more than " + retention.months() + " months before it was reported");
    }
    return decoded;
  }
}
