package io.hearthwatch.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Compares the cases of the tables with what is known to be true; {@code quality.sql} says how. */
final class Quality {

  private static final int BATCH = 5_000;

  private final Connection connection;

  /** With the truth to compare with. */
  Quality(Connection connection, List<Hardship> hardships) throws SQLException {
    this.connection = connection;
    load(hardships);
  }

  /**
   * A hardship.
   *
   * @param cause what it came from
   * @param fateOn the day of the fate that it came from; null where it came from none
   * @param until null: it goes on
   */
  record Hardship(
      String household, String cause, LocalDate fateOn, LocalDate since, LocalDate until) {}

  /**
   * Which hardships were found.
   *
   * @param all how many there were
   * @param inTime of those found, how many not too late
   * @param medianDays from the beginning of a hardship to its first alert, negative before; null
   *     where none was found
   * @param medianFromFate from the fate that it came from to its first alert; null where there is
   *     none
   */
  record Found(long all, long found, long inTime, Integer medianDays, Integer medianFromFate) {

    private static Found of(ResultSet row) throws SQLException {
      return new Found(
          row.getLong("hardships"),
          row.getLong("hardships_found"),
          row.getLong("found_in_time"),
          row.getObject("median_days", Integer.class),
          row.getObject("median_from_fate", Integer.class));
    }
  }

  /**
   * What became of one rule's alerts.
   *
   * @param rule its id; empty for cases, whatever they were opened for
   * @param right alerts of households that were in hardship or soon would be
   */
  record Row(String rule, long alerts, long right, Found found) {}

  /** What became of the hardships that came from one cause. */
  record CauseRow(String cause, Found found) {}

  /** By rule, and before them all cases. */
  List<Row> byRule(int aheadDays, int inTimeDays) throws SQLException {
    return rows(
        "quality.sql",
        aheadDays,
        inTimeDays,
        row ->
            new Row(
                row.getString("rule_id"),
                row.getLong("alerts"),
                row.getLong("right_alerts"),
                Found.of(row)));
  }

  /** By cause, the most frequent first. */
  List<CauseRow> byCause(int aheadDays, int inTimeDays) throws SQLException {
    return rows(
        "quality-by-cause.sql",
        aheadDays,
        inTimeDays,
        row -> new CauseRow(row.getString("cause"), Found.of(row)));
  }

  /** Reads a row. */
  @FunctionalInterface
  private interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> List<T> rows(String sql, int aheadDays, int inTimeDays, RowReader<T> reader)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql(sql))) {
      query.setInt(1, aheadDays);
      query.setInt(2, inTimeDays);
      List<T> rows = new ArrayList<>();
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          rows.add(reader.read(result));
        }
      }
      return rows;
    }
  }

  private void load(List<Hardship> hardships) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TEMPORARY TABLE hardship (id bigint GENERATED ALWAYS AS IDENTITY,"
              + " household text NOT NULL, cause text NOT NULL, fate_on date,"
              + " since date NOT NULL, until date)");
    }
    String insert =
        "INSERT INTO hardship (household, cause, fate_on, since, until) VALUES (?, ?, ?, ?, ?)";
    try (PreparedStatement rows = connection.prepareStatement(insert)) {
      for (int i = 0; i < hardships.size(); i++) {
        Hardship hardship = hardships.get(i);
        rows.setString(1, hardship.household());
        rows.setString(2, hardship.cause());
        rows.setObject(3, hardship.fateOn());
        rows.setObject(4, hardship.since());
        rows.setObject(5, hardship.until());
        rows.addBatch();
        if (i % BATCH == BATCH - 1 || i == hardships.size() - 1) {
          rows.executeBatch();
        }
      }
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE INDEX ON hardship (household)");
      statement.execute("ANALYZE hardship");
    }
  }

  private static String sql(String name) {
    try (InputStream in = Quality.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
