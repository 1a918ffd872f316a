package io.hearthwatch.cli;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads cases and their changes from the tables. */
final class AlertStore {

  /** Most changes that are looked up at once. */
  private static final int CHUNK = 500;

  // After the end a case has no hits; what it was about is in the change before.
  private static final String CHANGE_WITH_HITS =
      """
      CASE WHEN c.status IN ('CLOSED', 'WITHDRAWN') THEN (
        SELECT p.change_id FROM hearthwatch.risk_case_change p
        WHERE p.case_id = c.case_id AND p.sequence < c.sequence
        ORDER BY p.sequence DESC LIMIT 1)
      ELSE c.change_id END""";

  private static final String MATCHES =
      """
      starts_with(c.registered_region, ?)
      AND (cardinality(?::text[]) = 0 OR c.urgency::text = ANY (?))
      AND (cardinality(?::text[]) = 0 OR EXISTS (
        SELECT 1 FROM hearthwatch.risk_hit h
        WHERE h.change_id = %s AND h.category = ANY (?)))
      """
          .formatted(CHANGE_WITH_HITS);

  private final Connection connection;

  AlertStore(Connection connection) {
    this.connection = connection;
  }

  /**
   * Cases as they were last said.
   *
   * @param total of all that match
   */
  record Cases(List<SaidChange> first, long total) {}

  /** Cases that match: open ones by urgency and deadline, then the ended, the latest first. */
  Cases cases(CaseFilter filter, long limit) throws SQLException {
    String query =
        "SELECT c.*, NULL::bigint AS arrival, "
            + CHANGE_WITH_HITS
            + " AS change_with_hits, count(*) OVER () AS total FROM hearthwatch.current_case c WHERE "
            + (filter.ended() ? "" : "c.status IN ('OPEN', 'ACCEPTED') AND ")
            + MATCHES
            + " ORDER BY c.ended_on DESC NULLS FIRST, c.urgency DESC, c.visit_by, c.case_id LIMIT ?";
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setLong(bind(statement, 1, filter), limit);
      AlertRows rows = AlertRows.of(statement.executeQuery());
      return new Cases(withHits(rows), rows.total());
    }
  }

  /** A change that came into the table. */
  record Arrived(String changeId, long arrival) {}

  /** What came after an arrival, in its order. */
  List<Arrived> arrivedAfter(long arrival, int most) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT change_id, arrival FROM hearthwatch.risk_case_change"
                + " WHERE arrival > ? ORDER BY arrival LIMIT ?")) {
      statement.setLong(1, arrival);
      statement.setInt(2, most);
      List<Arrived> arrived = new ArrayList<>();
      ResultSet result = statement.executeQuery();
      while (result.next()) {
        arrived.add(new Arrived(result.getString(1), result.getLong(2)));
      }
      return arrived;
    }
  }

  /** Those of some changes that match, in the order of their arrival. */
  List<SaidChange> changes(List<String> changeIds, CaseFilter filter) throws SQLException {
    String query =
        "SELECT c.*, "
            + CHANGE_WITH_HITS
            + " AS change_with_hits, 0 AS total FROM hearthwatch.risk_case_change c"
            + " WHERE c.change_id = ANY (?) AND "
            + MATCHES
            + " ORDER BY c.arrival";
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setArray(1, connection.createArrayOf("text", changeIds.toArray()));
      bind(statement, 2, filter);
      return withHits(AlertRows.of(statement.executeQuery()));
    }
  }

  /** The latest arrival; 0 for an empty table. */
  long lastArrival() throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(
                "SELECT coalesce(max(arrival), 0) FROM hearthwatch.risk_case_change");
        ResultSet result = statement.executeQuery()) {
      result.next();
      return result.getLong(1);
    }
  }

  /** Ids of cases that begin so; 2 at most, which is one too many. */
  List<String> caseIds(String prefix) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT DISTINCT case_id FROM hearthwatch.risk_case_change"
                + " WHERE starts_with(case_id, ?) LIMIT 2")) {
      statement.setString(1, prefix);
      List<String> ids = new ArrayList<>();
      ResultSet result = statement.executeQuery();
      while (result.next()) {
        ids.add(result.getString(1));
      }
      return ids;
    }
  }

  /** All changes of a case, in their order. */
  List<SaidChange> history(String caseId) throws SQLException {
    String query =
        "SELECT c.*, "
            + CHANGE_WITH_HITS
            + " AS change_with_hits, 0 AS total FROM hearthwatch.risk_case_change c"
            + " WHERE c.case_id = ? ORDER BY c.sequence";
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, caseId);
      return withHits(AlertRows.of(statement.executeQuery()));
    }
  }

  private int bind(PreparedStatement statement, int from, CaseFilter filter) throws SQLException {
    var urgencies =
        connection.createArrayOf("text", filter.urgencies().stream().map(Enum::name).toArray());
    var categories = connection.createArrayOf("text", filter.categories().toArray());
    int next = from;
    statement.setString(next++, filter.regionPrefix());
    statement.setArray(next++, urgencies);
    statement.setArray(next++, urgencies);
    statement.setArray(next++, categories);
    statement.setArray(next++, categories);
    return next;
  }

  private List<SaidChange> withHits(AlertRows rows) throws SQLException {
    List<String> changes = rows.changesWithHits();
    HitRows hits = new HitRows();
    for (int from = 0; from < changes.size(); from += CHUNK) {
      hits.read(connection, changes.subList(from, Math.min(changes.size(), from + CHUNK)));
    }
    return rows.with(hits);
  }
}
