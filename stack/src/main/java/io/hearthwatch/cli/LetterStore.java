package io.hearthwatch.cli;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads and marks dead letters in the quarantine. */
final class LetterStore {

  private static final String COLUMNS =
      "letter_id, reason, detail, topic, record_partition, record_offset, appended_at, refused_at,"
          + " expires_at, replayed_at, octet_length(payload) AS payload_bytes";

  private static final String MATCHES =
      "expires_at > now() AND (? = '' OR reason = ?) AND (? = '' OR topic = ?)"
          + " AND (? OR replayed_at IS NULL)";

  private final Connection connection;

  LetterStore(Connection connection) {
    this.connection = connection;
  }

  /**
   * Which letters are wanted.
   *
   * @param reason empty for all
   * @param topic empty for all
   * @param replayed whether also those that were put back
   */
  record Filter(String reason, String topic, boolean replayed) {}

  /** How many match. */
  long count(Filter filter) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT count(*) FROM quarantine.dead_letter WHERE " + MATCHES)) {
      bind(statement, filter);
      ResultSet result = statement.executeQuery();
      result.next();
      return result.getLong(1);
    }
  }

  /** Those that match, the latest refusal first. */
  List<Letter> latest(Filter filter, int most) throws SQLException {
    return letters(filter, "refused_at DESC, letter_id", most);
  }

  /** Those that match, in the order in which they came: of one partition by their position. */
  List<Letter> inOrder(Filter filter, int most) throws SQLException {
    return letters(filter, "topic, record_partition, record_offset, refused_at, letter_id", most);
  }

  private List<Letter> letters(Filter filter, String order, int most) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT "
                + COLUMNS
                + " FROM quarantine.dead_letter WHERE "
                + MATCHES
                + " ORDER BY "
                + order
                + " LIMIT ?")) {
      statement.setInt(bind(statement, filter), most);
      List<Letter> letters = new ArrayList<>();
      ResultSet result = statement.executeQuery();
      while (result.next()) {
        letters.add(letter(result));
      }
      return letters;
    }
  }

  Optional<Letter> find(String id) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT " + COLUMNS + " FROM quarantine.dead_letter WHERE letter_id = ?")) {
      statement.setString(1, id);
      ResultSet result = statement.executeQuery();
      return result.next() ? Optional.of(letter(result)) : Optional.empty();
    }
  }

  /** The record of a letter that is there. */
  LetterBytes bytes(String id) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT record_key, payload FROM quarantine.dead_letter WHERE letter_id = ?")) {
      statement.setString(1, id);
      ResultSet result = statement.executeQuery();
      if (!result.next()) {
        throw new SQLException("the dead letter has expired meanwhile");
      }
      return new LetterBytes(result.getBytes(1), result.getBytes(2));
    }
  }

  /**
   * Notes that a letter was put back; one that was refused once more since waits and stays so.
   *
   * @param at when the broker got it back, by whose clock it is refused too
   */
  void markReplayed(String id, Instant at) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "UPDATE quarantine.dead_letter SET replayed_at = ?"
                + " WHERE letter_id = ? AND refused_at < ?")) {
      OffsetDateTime when = at.atOffset(ZoneOffset.UTC);
      statement.setObject(1, when);
      statement.setString(2, id);
      statement.setObject(3, when);
      statement.executeUpdate();
    }
  }

  private static int bind(PreparedStatement statement, Filter filter) throws SQLException {
    int next = 1;
    statement.setString(next++, filter.reason());
    statement.setString(next++, filter.reason());
    statement.setString(next++, filter.topic());
    statement.setString(next++, filter.topic());
    statement.setBoolean(next++, filter.replayed());
    return next;
  }

  private static Letter letter(ResultSet row) throws SQLException {
    return new Letter(
        row.getString("letter_id"),
        row.getString("reason"),
        row.getString("detail"),
        row.getString("topic"),
        row.getInt("record_partition"),
        row.getLong("record_offset"),
        instant(row, "appended_at"),
        instant(row, "refused_at"),
        instant(row, "expires_at"),
        instant(row, "replayed_at"),
        row.getInt("payload_bytes"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}
