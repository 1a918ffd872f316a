package io.hearthwatch.cli;

import io.hearthwatch.wire.Hit;
import io.hearthwatch.wire.LimitUsed;
import io.hearthwatch.wire.Measured;
import io.hearthwatch.wire.Text;
import io.hearthwatch.wire.Urgency;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Hits with their evidence and records, put together again from their rows. */
final class HitRows {

  private record Key(String changeId, int hitNumber) {}

  private final Map<String, List<Hit>> hitsByChange = new LinkedHashMap<>();
  private final Map<Key, Hit> hits = new LinkedHashMap<>();

  /** The hits of a change, in their order. */
  List<Hit> of(String changeId) {
    return hitsByChange.getOrDefault(changeId, List.of());
  }

  /** Adds the hits of some changes. */
  void read(Connection connection, List<String> changeIds) throws SQLException {
    each(connection, changeIds, "risk_hit", "hit_number", this::hit);
    each(
        connection, changeIds, "hit_evidence", "hit_number, kind, evidence_number", this::evidence);
    // As unsigned numbers, which is how their hex digits sort.
    each(connection, changeIds, "hit_record", "hit_number, record_id", this::citedRecord);
  }

  @FunctionalInterface
  private interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  private static void each(
      Connection connection, List<String> changeIds, String table, String order, RowReader reader)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT * FROM hearthwatch."
                + table
                + " WHERE change_id = ANY (?) ORDER BY change_id, "
                + order)) {
      statement.setArray(1, connection.createArrayOf("text", changeIds.toArray()));
      ResultSet result = statement.executeQuery();
      while (result.next()) {
        reader.read(result);
      }
    }
  }

  private void hit(ResultSet row) throws SQLException {
    Hit hit =
        Hit.newBuilder()
            .setRuleId(row.getString("rule_id"))
            .setRuleName(new Text(row.getString("rule_name_zh"), row.getString("rule_name_en")))
            .setCategory(row.getString("category"))
            .setSubject(row.getString("subject"))
            .setUrgency(Urgency.valueOf(row.getString("urgency")))
            .setRaisedBy(row.getString("raised_by"))
            .setMeasure(row.getLong("measure"))
            .setMeasured(new ArrayList<>())
            .setLimits(new ArrayList<>())
            .setRecords(new ArrayList<>())
            .setRecordCount(row.getInt("record_count"))
            .setClears(new Text(row.getString("clears_zh"), row.getString("clears_en")))
            .setNotify(Arrays.asList((String[]) row.getArray("notify").getArray()))
            .build();
    hits.put(key(row), hit);
    hitsByChange.computeIfAbsent(row.getString("change_id"), id -> new ArrayList<>()).add(hit);
  }

  private void evidence(ResultSet row) throws SQLException {
    Hit hit = hits.get(key(row));
    if (row.getString("kind").equals("MEASURED")) {
      hit.getMeasured()
          .add(
              new Measured(
                  row.getString("name"),
                  row.getString("time_window"),
                  row.getObject("from_date", LocalDate.class),
                  row.getObject("to_date", LocalDate.class),
                  row.getLong("value"),
                  row.getString("unit")));
    } else {
      hit.getLimits()
          .add(
              new LimitUsed(
                  row.getString("name"),
                  row.getString("key"),
                  row.getLong("value"),
                  row.getString("unit"),
                  row.getString("region_prefix"),
                  row.getObject("from_date", LocalDate.class)));
    }
  }

  private void citedRecord(ResultSet row) throws SQLException {
    hits.get(key(row)).getRecords().add(Long.parseUnsignedLong(row.getString("record_id"), 16));
  }

  private static Key key(ResultSet row) throws SQLException {
    return new Key(row.getString("change_id"), row.getInt("hit_number"));
  }
}
