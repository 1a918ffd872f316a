package io.hearthwatch.stack.reconcile;

import io.hearthwatch.domain.household.ContentHash;
import io.hearthwatch.domain.household.EventKind;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.Retention;
import io.hearthwatch.domain.relief.RegionScheme;
import io.hearthwatch.io.event.Admission;
import io.hearthwatch.io.event.HouseholdEventCodec;
import io.hearthwatch.io.tables.ReceivedRecord;
import io.hearthwatch.io.topic.Topics;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Puts every version of every event about relief into the table {@code told}. */
final class ToldVersions implements AutoCloseable {

  private final Connection connection;
  private final Admission admission;
  private final RegionScheme scheme;
  private final HouseholdEventCodec codec = new HouseholdEventCodec();
  private final Set<String> codes = new TreeSet<>();
  private final CopyRows rows;
  private long arrived;

  ToldVersions(Connection connection, Retention retention, RegionScheme scheme)
      throws SQLException {
    this.connection = connection;
    this.scheme = scheme;
    admission = new Admission(retention);
    rows = new CopyRows(connection, "told");
  }

  /** Takes a record of an event topic; what the jobs refuse is none. */
  void take(ReceivedRecord record) throws SQLException {
    HouseholdEvent event =
        admission
            .admit(
                codec.decode(record.value()), Topics.source(record.topic()), record.appendedAtMs())
            .event();
    if (event != null) {
      take(event);
    }
  }

  void take(HouseholdEvent event) throws SQLException {
    Told told = Told.of(event);
    if (told == null) {
      return;
    }
    String helped =
        event.helpingRegion() == null ? event.registeredRegion() : event.helpingRegion();
    codes.add(helped);
    codes.add(event.registeredRegion());
    rows.add(
        arrived++,
        event.eventId(),
        event.kind() == EventKind.VOID,
        event.revision(),
        ContentHash.canonicalText(
            event.occurredOn(), event.registeredRegion(), event.helpingRegion(), event.body()),
        event.source(),
        event.householdId(),
        event.personId(),
        helped,
        event.registeredRegion(),
        event.occurredOn(),
        told.what(),
        told.programme(),
        told.cause(),
        told.disasterId(),
        told.yearMonth(),
        told.benefitMonth(),
        told.fen(),
        told.grantId(),
        told.validThrough());
  }

  @Override
  public void close() throws SQLException {
    rows.close();
    try (CopyRows levels = new CopyRows(connection, "region_level")) {
      for (String code : codes) {
        List<String> regions = scheme.levels(code);
        for (int i = 0; i < regions.size(); i++) {
          levels.add(code, regions.get(i), i == 0 ? null : regions.get(i - 1));
        }
      }
    }
  }
}
