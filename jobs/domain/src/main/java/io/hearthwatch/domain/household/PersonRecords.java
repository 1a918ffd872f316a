package io.hearthwatch.domain.household;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What all households tell of one person: grants, payments, coming and going. Whatever one of them
 * tells is passed to every other one that ever spoke of the person, and whoever speaks of the
 * person for the first time is told what the others said. So in the end each household knows the
 * surviving version of everything that the others told, in whatever order it came.
 *
 * <p>It knows no policy: what goes together is for the rules of each household to say.
 */
public final class PersonRecords {

  /** Most events of a person that are passed on, and as many of others; what is beyond is lost. */
  public static final int MAX_EVENTS = 2_000;

  private static final Set<EventType> TYPES =
      EnumSet.of(
          EventType.GRANT_APPROVED,
          EventType.PAYMENT_MADE,
          EventType.MEMBER_JOINED,
          EventType.MEMBER_LEFT,
          EventType.MEMBER_DIED);

  private final List<HouseholdEvent> survivors;

  private PersonRecords(List<HouseholdEvent> survivors) {
    this.survivors = survivors;
  }

  public static PersonRecords none() {
    return new PersonRecords(List.of());
  }

  /**
   * Whether an event says something of a person that other households may need to know. Later
   * versions are of any type: what they make of a grant ends it, whichever of them comes first.
   */
  public static boolean concerns(HouseholdEvent event) {
    return event.personId() != null && (passedOn(event) || event.laterVersion());
  }

  /** A version of an event, for a household that did not tell it. */
  public record Passed(String toHousehold, HouseholdEvent event) {}

  /** The records after an event, and what is passed on. */
  public record Taken(PersonRecords records, List<Passed> passed) {}

  /** Takes one version of an event that concerns the person. */
  public Taken take(HouseholdEvent event, Retention retention) {
    int reportedOn = retention.day(event.reportedAt());
    if (retention.tooOld(event.type(), event.occurredOn(), reportedOn)) {
      return new Taken(this, List.of()); // its own household refuses it
    }
    Retention.Kept retained = retention.kept(reportedOn);
    List<HouseholdEvent> kept = new ArrayList<>(survivors.size() + 1);
    Set<String> households = new LinkedHashSet<>();
    boolean heardOf = passedOn(event);
    int alike = 0;
    for (HouseholdEvent known : survivors) {
      households.add(known.householdId());
      if (sameEvent(known, event)) {
        if (!event.survives(known) || !event.source().equals(known.source())) {
          return new Taken(this, List.of()); // its own household refuses it too
        }
        heardOf |= passedOn(known);
      } else if (!forgotten(known, retained)) {
        kept.add(known);
        alike += passedOn(known) == passedOn(event) ? 1 : 0;
      }
    }
    if (alike >= MAX_EVENTS) {
      return new Taken(this, List.of());
    }
    List<Passed> passed = new ArrayList<>();
    if (!households.contains(event.householdId())) {
      kept.stream()
          .filter(PersonRecords::passedOn)
          .forEach(known -> passed.add(new Passed(event.householdId(), known)));
    }
    for (String household : households) {
      if (heardOf && !household.equals(event.householdId())) {
        passed.add(new Passed(household, event));
      }
    }
    kept.add(event);
    return new Taken(new PersonRecords(kept), passed);
  }

  /** What others need to know; a version of another type only where it replaces such a one. */
  private static boolean passedOn(HouseholdEvent event) {
    return TYPES.contains(event.type());
  }

  public byte[] toBytes() {
    return EventBlob.toBytes(survivors);
  }

  /** Reads what {@link #toBytes} wrote. */
  public static PersonRecords ofBytes(byte[] bytes) {
    return new PersonRecords(EventBlob.ofBytes(bytes));
  }

  @Override
  public String toString() {
    return survivors.size() + " events of a person"; // no personal data in a log by accident
  }

  private static boolean forgotten(HouseholdEvent known, Retention.Kept kept) {
    return kept.forgets(known.type(), known.occurredOn(), known.laterVersion());
  }

  private static boolean sameEvent(HouseholdEvent one, HouseholdEvent other) {
    return one.eventId().equals(other.eventId()) && one.householdId().equals(other.householdId());
  }
}
