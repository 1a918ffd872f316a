package io.hearthwatch.domain.household;

import java.util.Objects;

/**
 * One version of one thing that a department says about one household.
 *
 * @param eventId identity, the same for every version
 * @param kind NOTIFY, CORRECT or VOID
 * @param revision counts versions from 0; the highest survives
 * @param source department, as in the name of its topic
 * @param householdId pseudonymous
 * @param personId pseudonymous, or null when it concerns the household
 * @param registeredRegion code of the region of registration
 * @param helpingRegion code of the region that helps, or null when it is the same
 * @param occurredOn epoch day in the configured zone
 * @param reportedAt epoch milliseconds; the event time
 * @param body what happened; a VOID repeats what it takes back
 */
public record HouseholdEvent(
    EventId eventId,
    EventKind kind,
    int revision,
    String source,
    String householdId,
    String personId,
    String registeredRegion,
    String helpingRegion,
    int occurredOn,
    long reportedAt,
    EventBody body) {

  /** First and last day that an event may speak of: 1900-01-01 and 2199-12-31. */
  public static final int EARLIEST_DAY = -25567;

  private static final int LATEST_DAY = 84005;
  private static final long DAY_MS = 86_400_000L;

  public HouseholdEvent {
    Objects.requireNonNull(eventId, "eventId");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(body, "body");
    Limits.count("revision", revision);
    Limits.code("source", source);
    Limits.id("householdId", householdId);
    Limits.optionalId("personId", personId);
    Limits.id("registeredRegion", registeredRegion);
    Limits.optionalId("helpingRegion", helpingRegion);
    if (occurredOn < EARLIEST_DAY || occurredOn > LATEST_DAY) {
      throw new IllegalArgumentException("occurredOn is not within 1900 to 2199");
    }
    if (Math.floorDiv(reportedAt, DAY_MS) < EARLIEST_DAY
        || Math.floorDiv(reportedAt, DAY_MS) > LATEST_DAY) {
      throw new IllegalArgumentException("reportedAt is not within 1900 to 2199");
    }
  }

  /** The type of the body. */
  public EventType type() {
    return body.type();
  }

  /** The text by which two contents of one revision are told apart. */
  public String canonicalText() {
    return ContentHash.canonicalText(occurredOn, registeredRegion, helpingRegion, body);
  }

  /**
   * Whether this version survives another one of the same event: the higher revision, then VOID,
   * then the greater content hash.
   */
  public boolean survives(HouseholdEvent other) {
    if (revision != other.revision) {
      return revision > other.revision;
    }
    boolean voids = kind == EventKind.VOID;
    return voids != (other.kind == EventKind.VOID)
        ? voids
        : ContentHash.compare(canonicalText(), other.canonicalText()) > 0;
  }

  /** Whether it may correct or take back another version, of whatever type that was. */
  public boolean laterVersion() {
    return revision > 0 || kind != EventKind.NOTIFY;
  }

  /** What takes the id of this event out of its household for good: no version is above it. */
  public HouseholdEvent barring() {
    return new HouseholdEvent(
        eventId,
        EventKind.VOID,
        Integer.MAX_VALUE,
        source,
        householdId,
        personId,
        registeredRegion,
        helpingRegion,
        occurredOn,
        reportedAt,
        body);
  }
}
