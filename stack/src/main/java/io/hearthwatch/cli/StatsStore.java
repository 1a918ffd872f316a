package io.hearthwatch.cli;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads statistics of a month; a cell without a row of the month has the year's sums so far. */
final class StatsStore {

  private static final String ALL = "ALL";

  /**
   * The latest row of each cell in the year; its figures are of the month only where it is that.
   */
  private static final String QUERY =
      """
      SELECT DISTINCT ON (region, programme, cause)
        region, programme, cause, month = ?::date AS of_month,
        person_times, persons, households, granted_fen, paid_fen, taken_in, exits,
        ytd_person_times, ytd_persons, ytd_households, ytd_granted_fen, ytd_paid_fen, ytd_taken_in, ytd_exits,
        adjusted_person_times, adjusted_persons, adjusted_households, adjusted_granted_fen, adjusted_paid_fen,
        adjusted_taken_in, adjusted_exits,
        adjusted_ytd_person_times, adjusted_ytd_persons, adjusted_ytd_households, adjusted_ytd_granted_fen,
        adjusted_ytd_paid_fen, adjusted_ytd_taken_in, adjusted_ytd_exits
      FROM hearthwatch.statistics_by_region_and_month
      WHERE basis = ? AND month BETWEEN date_trunc('year', ?::timestamp)::date AND ?::date
        AND region %s AND programme %s AND cause %s
      ORDER BY region, programme, cause, month DESC
      """;

  private final Connection connection;
  private final YearMonth month;
  private final String basis;

  StatsStore(Connection connection, YearMonth month, String basis) {
    this.connection = connection;
    this.month = month;
    this.basis = basis;
  }

  /** The region as a whole; nothing where nothing is counted in it. */
  List<StatsRow> whole(String region) throws SQLException {
    return rows(QUERY.formatted("= ?", "= 'ALL'", "= 'ALL'"), "region", region);
  }

  List<StatsRow> byProgramme(String region) throws SQLException {
    return rows(QUERY.formatted("= ?", "<> 'ALL'", "= 'ALL'"), "programme", region);
  }

  List<StatsRow> byCause(String region) throws SQLException {
    return rows(QUERY.formatted("= ?", "= 'ALL'", "<> 'ALL'"), "cause", region);
  }

  /** The regions next below: those within it that lie in no other one within it. */
  List<StatsRow> byRegion(String region) throws SQLException {
    String prefix = region.equals(ALL) ? "" : region;
    List<StatsRow> within =
        rows(
            QUERY.formatted("<> 'ALL' AND starts_with(region, ?)", "= 'ALL'", "= 'ALL'"),
            "region",
            prefix);
    List<StatsRow> below = new ArrayList<>();
    within.sort(Comparator.comparingInt(row -> row.name().length()));
    for (StatsRow row : within) {
      if (liesIn(row.name(), prefix)
          && below.stream().noneMatch(other -> liesIn(row.name(), other.name()))) {
        below.add(row);
      }
    }
    below.sort(Comparator.comparing(StatsRow::name));
    return below;
  }

  /**
   * Whether a code is of a region within another: of names with dots between them, of all parts.
   */
  private static boolean liesIn(String code, String region) {
    return code.length() > region.length()
        && code.startsWith(region)
        && (region.isEmpty() || !code.contains(".") || code.charAt(region.length()) == '.');
  }

  private List<StatsRow> rows(String query, String name, String region) throws SQLException {
    List<StatsRow> found = new ArrayList<>();
    Date day = Date.valueOf(month.atDay(1));
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setDate(1, day);
      statement.setString(2, basis);
      statement.setDate(3, day);
      statement.setDate(4, day);
      statement.setString(5, region);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.add(
              new StatsRow(
                  row.getString(name),
                  figures(row, "", row.getBoolean("of_month")),
                  figures(row, "ytd_", true),
                  figures(row, "adjusted_", row.getBoolean("of_month")),
                  figures(row, "adjusted_ytd_", true)));
        }
      }
    }
    return found;
  }

  private static StatsRow.Figures figures(ResultSet row, String prefix, boolean there)
      throws SQLException {
    return there
        ? new StatsRow.Figures(
            row.getLong(prefix + "person_times"),
            row.getLong(prefix + "persons"),
            row.getLong(prefix + "households"),
            row.getLong(prefix + "granted_fen"),
            row.getLong(prefix + "paid_fen"),
            row.getLong(prefix + "taken_in"),
            row.getLong(prefix + "exits"))
        : StatsRow.Figures.NONE;
  }
}
