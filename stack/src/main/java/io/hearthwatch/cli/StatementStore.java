package io.hearthwatch.cli;

import io.hearthwatch.domain.household.Month;
import io.hearthwatch.domain.relief.Statement;
import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Reads the statements of a household, as known on a day. */
final class StatementStore {

  private static final String QUERY =
      """
      SELECT known_on, region, classes, classes_before, programmes, departments, policies, person_ids, grants,
        granted_fen, paid_fen, corrected
      FROM hearthwatch.relief_statement
      WHERE household_id = ? AND month = ? AND known_on <= ? AND NOT withdrawn
      ORDER BY known_on DESC
      """;

  private final Connection connection;
  private final String householdId;

  StatementStore(Connection connection, String householdId) {
    this.connection = connection;
    this.householdId = householdId;
  }

  /** All that was said of a month until a day, what was said last first. */
  List<Statement> known(YearMonth month, LocalDate asOf) throws SQLException {
    List<Statement> found = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(QUERY)) {
      statement.setString(1, householdId);
      statement.setDate(2, Date.valueOf(month.atDay(1)));
      statement.setDate(3, Date.valueOf(asOf));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.add(
              new Statement(
                  Month.of(month.atDay(1)),
                  (int) row.getDate("known_on").toLocalDate().toEpochDay(),
                  row.getString("region"),
                  List.of((String[]) row.getArray("classes").getArray()),
                  List.of((String[]) row.getArray("classes_before").getArray()),
                  lines(row)));
        }
      }
    }
    return found;
  }

  private static List<Statement.Line> lines(ResultSet row) throws SQLException {
    String[] programmes = (String[]) values(row, "programmes");
    String[] departments = (String[]) values(row, "departments");
    String[] policies = (String[]) values(row, "policies");
    String[] persons = (String[]) values(row, "person_ids");
    Long[] grants = (Long[]) values(row, "grants");
    Long[] granted = (Long[]) values(row, "granted_fen");
    Long[] paid = (Long[]) values(row, "paid_fen");
    Boolean[] corrected = (Boolean[]) values(row, "corrected");
    List<Statement.Line> lines = new ArrayList<>();
    for (int i = 0; i < programmes.length; i++) {
      lines.add(
          new Statement.Line(
              programmes[i],
              departments[i],
              policies[i],
              persons[i],
              grants[i],
              granted[i],
              paid[i],
              corrected[i]));
    }
    return lines;
  }

  private static Object values(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return array.getArray();
  }
}
