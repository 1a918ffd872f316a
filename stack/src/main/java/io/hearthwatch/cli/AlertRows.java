package io.hearthwatch.cli;

import io.hearthwatch.wire.CaseStatus;
import io.hearthwatch.wire.CaseTransition;
import io.hearthwatch.wire.Hit;
import io.hearthwatch.wire.RiskAlert;
import io.hearthwatch.wire.Urgency;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of changes on their way back to alerts. */
final class AlertRows {

  private record Row(
      RiskAlert alert, String changeWithHits, OffsetDateTime appendedAt, long arrival) {}

  private final List<Row> rows = new ArrayList<>();
  private long total;

  private AlertRows() {}

  static AlertRows of(ResultSet result) throws SQLException {
    AlertRows rows = new AlertRows();
    while (result.next()) {
      rows.total = result.getLong("total");
      rows.rows.add(
          new Row(
              alert(result),
              result.getString("change_with_hits"),
              result.getObject("appended_at", OffsetDateTime.class),
              result.getLong("arrival")));
    }
    return rows;
  }

  private static RiskAlert alert(ResultSet row) throws SQLException {
    return RiskAlert.newBuilder()
        .setChangeId(row.getString("change_id"))
        .setCaseId(row.getString("case_id"))
        .setSequence(row.getInt("sequence"))
        .setTransition(CaseTransition.valueOf(row.getString("transition")))
        .setStatus(CaseStatus.valueOf(row.getString("status")))
        .setHouseholdId(row.getString("household_id"))
        .setRegisteredRegion(row.getString("registered_region"))
        .setUrgency(Urgency.valueOf(row.getString("urgency")))
        .setOpenedOn(row.getObject("opened_on", LocalDate.class))
        .setEndedOn(row.getObject("ended_on", LocalDate.class))
        .setVisitBy(row.getObject("visit_by", OffsetDateTime.class).toInstant())
        .setAsOf(row.getObject("as_of", LocalDate.class))
        .setHits(List.of())
        .setOpenedFor(Arrays.asList((String[]) row.getArray("opened_for").getArray()))
        .setBundleVersion(row.getString("bundle_version"))
        .setCause(row.getString("cause"))
        .build();
  }

  long total() {
    return total;
  }

  /** Changes whose hits are wanted. */
  List<String> changesWithHits() {
    return rows.stream().map(Row::changeWithHits).filter(id -> id != null).distinct().toList();
  }

  /** The changes, with their hits in them. */
  List<SaidChange> with(HitRows hits) {
    return rows.stream().map(row -> said(row, hits)).toList();
  }

  private static SaidChange said(Row row, HitRows hits) {
    List<Hit> lastHits = row.changeWithHits() == null ? List.of() : hits.of(row.changeWithHits());
    if (row.alert().getChangeId().equals(row.changeWithHits())) {
      row.alert().setHits(lastHits);
    }
    Instant appendedAt = row.appendedAt() == null ? null : row.appendedAt().toInstant();
    return new SaidChange(row.alert(), lastHits, appendedAt, row.arrival());
  }
}
