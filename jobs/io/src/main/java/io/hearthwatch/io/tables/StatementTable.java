package io.hearthwatch.io.tables;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** How a statement is written into a table of the shape of {@code hearthwatch.relief_statement}. */
public final class StatementTable {

  private static final String UPSERT =
      """
      INSERT INTO %s AS known (
        household_id, month, known_on, withdrawn, region, classes, classes_before,
        programmes, departments, policies,
        person_ids, grants, granted_fen, paid_fen, corrected, appended_at, record_partition,
        record_offset)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (household_id, month, known_on) DO UPDATE SET
        withdrawn = excluded.withdrawn, region = excluded.region, classes = excluded.classes,
        classes_before = excluded.classes_before,
        programmes = excluded.programmes, departments = excluded.departments,
        policies = excluded.policies, person_ids = excluded.person_ids, grants = excluded.grants,
        granted_fen = excluded.granted_fen, paid_fen = excluded.paid_fen,
        corrected = excluded.corrected, appended_at = excluded.appended_at,
        record_partition = excluded.record_partition, record_offset = excluded.record_offset
      WHERE excluded.record_partition <> known.record_partition
        OR excluded.record_offset >= known.record_offset
      """;

  private StatementTable() {}

  /** Writes a statement in the place of an earlier word on the same day; as figures are written. */
  public static String upsert(String table) {
    return UPSERT.formatted(table);
  }

  /** Binds a row to the parameters of {@link #upsert}. */
  public static void bind(PreparedStatement statement, StatementRow row) throws SQLException {
    Binder binder = new Binder(statement);
    binder.value(row.householdId());
    binder.date(row.month());
    binder.date(row.knownOn());
    binder.value(row.withdrawn());
    binder.value(row.region());
    binder.array("text", row.classes(), name -> name);
    binder.array("text", row.classesBefore(), name -> name);
    List<StatementLineRow> lines = row.lines();
    binder.array("text", lines, StatementLineRow::programme);
    binder.array("text", lines, StatementLineRow::department);
    binder.array("text", lines, StatementLineRow::policy);
    binder.array("text", lines, StatementLineRow::personId);
    binder.array("bigint", lines, StatementLineRow::grants);
    binder.array("bigint", lines, StatementLineRow::grantedFen);
    binder.array("bigint", lines, StatementLineRow::paidFen);
    binder.array("boolean", lines, StatementLineRow::corrected);
    binder.instant(row.appendedAt());
    binder.value(row.recordPartition());
    binder.value(row.recordOffset());
  }
}
