package io.hearthwatch.io.tables;

import java.io.Serial;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.apache.flink.connector.jdbc.datasource.statements.JdbcQueryStatement;

/** Writes a record that could not be read; one that is there already stays as it is. */
public final class UnreadableUpsert implements JdbcQueryStatement<UnreadableRow> {

  @Serial private static final long serialVersionUID = 1L;

  private static final String QUERY =
      """
      INSERT INTO quarantine.unreadable_record (
        topic, record_partition, record_offset, reason, detail, appended_at, record_key, payload)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (topic, record_partition, record_offset) DO NOTHING
      """;

  @Override
  public String query() {
    return QUERY;
  }

  @Override
  public void statement(PreparedStatement statement, UnreadableRow row) throws SQLException {
    Binder binder = new Binder(statement);
    binder.value(row.topic());
    binder.value(row.recordPartition());
    binder.value(row.recordOffset());
    binder.value(row.reason());
    binder.value(row.detail());
    binder.instant(row.appendedAt());
    binder.bytes(row.recordKey());
    binder.bytes(row.payload());
  }
}
