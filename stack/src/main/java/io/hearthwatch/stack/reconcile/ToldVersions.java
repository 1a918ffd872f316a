package io.hearthwatch.stack.reconcile;

import io.hearthwatch.domain.household.ContentHash;
import io.hearthwatch.domain.household.EventKind;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.Month;
import io.hearthwatch.domain.household.Retention;
import io.hearthwatch.domain.household.body.ClassEnded;
import io.hearthwatch.domain.household.body.ClassRecognised;
import io.hearthwatch.domain.household.body.DisasterReported;
import io.hearthwatch.domain.household.body.GrantApproved;
import io.hearthwatch.domain.household.body.PaymentMade;
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
    int day = event.occurredOn();
    if (event.body() instanceof GrantApproved grant) {
      int month = grant.month().number();
      add(event, "GRANT", grant.programme(), month, month, grant.amountFen(), grant, null, null);
    } else if (event.body() instanceof PaymentMade paid) {
      int in = Month.of(day).number();
      add(
          event,
          "PAYMENT",
          paid.programme(),
          in,
          paid.month().number(),
          paid.amountFen(),
          null,
          paid.grantId(),
          null);
    } else if (event.body() instanceof ClassRecognised recognised) {
      add(event, "IN", recognised.householdClass(), 0, 0, 0, null, null, recognised.validThrough());
    } else if (event.body() instanceof ClassEnded ended) {
      add(event, "OUT", ended.householdClass(), 0, 0, 0, null, null, null);
    } else if (event.body() instanceof DisasterReported) {
      add(event, "REPORT", "", 0, 0, 0, null, null, null); // may correct what was called a grant
    }
  }

  private void add(
      HouseholdEvent event,
      String what,
      String programme,
      int month,
      int benefitMonth,
      long fen,
      GrantApproved grant,
      String grantId,
      Integer validThrough)
      throws SQLException {
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
        what,
        programme,
        grant == null ? null : grant.cause(),
        grant == null ? null : grant.disasterId(),
        month,
        benefitMonth,
        fen,
        grantId,
        validThrough);
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
