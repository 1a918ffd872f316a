package io.hearthwatch.io.tables;

import java.io.Serial;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.apache.flink.connector.jdbc.datasource.statements.JdbcQueryStatement;

/**
 * Writes a dead letter. One that is there already stays as it is, with one exception: an event that
 * state refused once more has no new position, so it comes under its old id; where it was replayed
 * in between, it waits again. Both instants are the broker's.
 */
public final class DeadLetterUpsert implements JdbcQueryStatement<DeadLetterRow> {

  @Serial private static final long serialVersionUID = 1L;

  private static final String QUERY =
      """
      INSERT INTO quarantine.dead_letter AS known (
        letter_id, reason, detail, topic, record_partition, record_offset, appended_at,
        record_key, payload, refused_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, coalesce(?, now()))
      ON CONFLICT (letter_id) DO UPDATE
        SET refused_at = excluded.refused_at,
          replayed_at = CASE WHEN known.replayed_at > excluded.refused_at THEN known.replayed_at END
        WHERE known.record_partition < 0 AND excluded.refused_at > known.refused_at
      """;

  @Override
  public String query() {
    return QUERY;
  }

  @Override
  public void statement(PreparedStatement statement, DeadLetterRow row) throws SQLException {
    Binder binder = new Binder(statement);
    binder.value(row.letterId());
    binder.value(row.reason());
    binder.value(row.detail());
    binder.value(row.topic());
    binder.value(row.recordPartition());
    binder.value(row.recordOffset());
    binder.instant(row.appendedAt());
    binder.bytes(row.recordKey());
    binder.bytes(row.payload());
    binder.instant(row.refusedAt());
  }
}
