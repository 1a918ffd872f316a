package io.hearthwatch.domain.relief;

import io.hearthwatch.domain.household.EventBody;
import io.hearthwatch.domain.household.EventId;
import io.hearthwatch.domain.household.EventKind;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.Month;
import io.hearthwatch.domain.household.body.GrantApproved;
import java.time.LocalDate;

/** Versions of events about relief, as tests speak of them. */
final class Grants {

  private static final long DAY_MS = 86_400_000L;

  private Grants() {}

  /** Told at eight in the morning of the next day, in Beijing. */
  static HouseholdEvent version(
      int id, EventKind kind, int revision, String region, String day, EventBody body) {
    int on = (int) LocalDate.parse(day).toEpochDay();
    return new HouseholdEvent(
        new EventId(id, -id),
        kind,
        revision,
        "emergency",
        "household-1",
        "person-1",
        region,
        null,
        on,
        (on + 1) * DAY_MS,
        body);
  }

  static HouseholdEvent grant(int id, String region, String day, long fen) {
    return version(id, EventKind.NOTIFY, 0, region, day, ofMonth(day, fen));
  }

  static HouseholdEvent voided(HouseholdEvent grant) {
    return again(grant, EventKind.VOID, 1, grant.reportedAt() + DAY_MS, grant.body());
  }

  static HouseholdEvent corrected(HouseholdEvent grant, String day, long fen) {
    long toldAt = LocalDate.parse(day).toEpochDay() * DAY_MS;
    GrantApproved body = (GrantApproved) grant.body();
    return again(grant, EventKind.CORRECT, 1, toldAt, of(body.month(), fen));
  }

  /** A correction that speaks of something else. */
  static HouseholdEvent corrected(HouseholdEvent grant, EventBody body) {
    return again(grant, EventKind.CORRECT, 1, grant.reportedAt() + DAY_MS, body);
  }

  private static GrantApproved ofMonth(String day, long fen) {
    return of(Month.of(LocalDate.parse(day)), fen);
  }

  private static GrantApproved of(Month month, long fen) {
    return new GrantApproved("disaster-emergency", "disaster", month, fen, "flood-1", null);
  }

  /** The same, told of another household. */
  static HouseholdEvent by(String householdId, HouseholdEvent event) {
    return again(
        householdId, event, event.kind(), event.revision(), event.reportedAt(), event.body());
  }

  private static HouseholdEvent again(
      HouseholdEvent event, EventKind kind, int revision, long reportedAt, EventBody body) {
    return again(event.householdId(), event, kind, revision, reportedAt, body);
  }

  private static HouseholdEvent again(
      String householdId,
      HouseholdEvent event,
      EventKind kind,
      int revision,
      long reportedAt,
      EventBody body) {
    return new HouseholdEvent(
        event.eventId(),
        kind,
        revision,
        event.source(),
        householdId,
        event.personId(),
        event.registeredRegion(),
        event.helpingRegion(),
        event.occurredOn(),
        reportedAt,
        body);
  }
}
