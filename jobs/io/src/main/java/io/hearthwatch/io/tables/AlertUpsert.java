package io.hearthwatch.io.tables;

import java.io.Serial;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.apache.flink.connector.jdbc.datasource.statements.JdbcQueryStatement;

/**
 * Writes an alert with everything in it by one statement, so that no reader ever sees a change
 * without its hits. A change that is there already writes nothing.
 */
public final class AlertUpsert implements JdbcQueryStatement<AlertRows> {

  @Serial private static final long serialVersionUID = 1L;

  // Lists inside a row travel as one text, since an array of arrays must be rectangular.
  private static final String QUERY =
      """
      WITH change AS (
        INSERT INTO hearthwatch.risk_case_change (
          change_id, case_id, sequence, transition, status, household_id, registered_region,
          urgency, opened_on, ended_on, visit_by, as_of, opened_for, bundle_version, cause,
          appended_at)
        VALUES (?, ?, ?, ?::hearthwatch.case_transition, ?::hearthwatch.case_status, ?, ?,
          ?::hearthwatch.urgency, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (change_id) DO NOTHING
        RETURNING change_id),
      hit AS (
        INSERT INTO hearthwatch.risk_hit
        SELECT change_id, hit_number, rule_id, rule_name_zh, rule_name_en, category, subject,
          urgency::hearthwatch.urgency, raised_by, measure, record_count, clears_zh, clears_en,
          CASE notify WHEN '' THEN '{}' ELSE string_to_array(notify, E'\\x1f') END
        FROM change, unnest(?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
          ?::text[], ?::text[], ?::bigint[], ?::int[], ?::text[], ?::text[], ?::text[])
          AS hit (hit_number, rule_id, rule_name_zh, rule_name_en, category, subject, urgency,
          raised_by, measure, record_count, clears_zh, clears_en, notify)),
      evidence AS (
        INSERT INTO hearthwatch.hit_evidence
        SELECT change_id, hit_number, kind, evidence_number, name, key, time_window,
          from_date, to_date, value, unit, region_prefix
        FROM change, unnest(?::int[], ?::text[], ?::int[], ?::text[], ?::text[], ?::text[],
          ?::date[], ?::date[], ?::bigint[], ?::text[], ?::text[])
          AS evidence (hit_number, kind, evidence_number, name, key, time_window, from_date,
          to_date, value, unit, region_prefix))
      INSERT INTO hearthwatch.hit_record
      SELECT DISTINCT change_id, hit_number, record_id
      FROM change, unnest(?::int[], ?::text[]) AS record (hit_number, record_id)
      """;

  @Override
  public String query() {
    return QUERY;
  }

  @Override
  public void statement(PreparedStatement statement, AlertRows rows) throws SQLException {
    Binder binder = new Binder(statement);
    bindChange(binder, rows.change());
    bindHits(binder, rows.hits());
    bindEvidence(binder, rows.evidence());
    binder.array("int4", rows.records(), RecordRow::hitNumber);
    binder.array("text", rows.records(), RecordRow::recordId);
  }

  private static void bindChange(Binder binder, CaseChangeRow change) throws SQLException {
    binder.value(change.changeId());
    binder.value(change.caseId());
    binder.value(change.sequence());
    binder.value(change.transition());
    binder.value(change.status());
    binder.value(change.householdId());
    binder.value(change.registeredRegion());
    binder.value(change.urgency());
    binder.date(change.openedOn());
    binder.date(change.endedOn());
    binder.instant(change.visitBy());
    binder.date(change.asOf());
    binder.array("text", change.openedFor(), text -> text);
    binder.value(change.bundleVersion());
    binder.value(change.cause());
    binder.instant(change.appendedAt());
  }

  private static void bindHits(Binder binder, List<HitRow> hits) throws SQLException {
    binder.array("int4", hits, HitRow::hitNumber);
    binder.array("text", hits, HitRow::ruleId);
    binder.array("text", hits, HitRow::ruleNameZh);
    binder.array("text", hits, HitRow::ruleNameEn);
    binder.array("text", hits, HitRow::category);
    binder.array("text", hits, HitRow::subject);
    binder.array("text", hits, HitRow::urgency);
    binder.array("text", hits, HitRow::raisedBy);
    binder.array("int8", hits, HitRow::measure);
    binder.array("int4", hits, HitRow::recordCount);
    binder.array("text", hits, HitRow::clearsZh);
    binder.array("text", hits, HitRow::clearsEn);
    binder.array("text", hits, hit -> String.join("\u001f", hit.departments()));
  }

  private static void bindEvidence(Binder binder, List<EvidenceRow> rows) throws SQLException {
    binder.array("int4", rows, EvidenceRow::hitNumber);
    binder.array("text", rows, EvidenceRow::kind);
    binder.array("int4", rows, EvidenceRow::evidenceNumber);
    binder.array("text", rows, EvidenceRow::name);
    binder.array("text", rows, EvidenceRow::key);
    binder.array("text", rows, EvidenceRow::timeWindow);
    binder.array("date", rows, row -> String.valueOf(row.fromDate()));
    binder.array("date", rows, row -> row.toDate() == null ? null : String.valueOf(row.toDate()));
    binder.array("int8", rows, EvidenceRow::value);
    binder.array("text", rows, EvidenceRow::unit);
    binder.array("text", rows, EvidenceRow::regionPrefix);
  }
}
