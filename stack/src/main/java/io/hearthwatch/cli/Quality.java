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

  Quality(Connection connection) {
    this.connection = connection;
  }

  /**
   * A hardship.
   *
   * @param until null: it goes on
   */
  record Hardship(String household, LocalDate since, LocalDate until) {}

  /**
   * What became of one rule's alerts.
   *
   * @param rule its id; empty for cases, whatever they were opened for
   * @param right alerts of households that were in hardship or soon would be
   * @param found hardships that the rule found
   * @param inTime of these, how many not too late
   * @param medianDays from the beginning of a hardship to its first alert, negative before; null
   *     where it found none
   * @param hardships how many there were
   */
  record Row(
      String rule,
      long alerts,
      long right,
      long found,
      long inTime,
      Integer medianDays,
      long hardships) {}

  List<Row> compare(List<Hardship> hardships, int aheadDays, int inTimeDays) throws SQLException {
    load(hardships);
    try (PreparedStatement query = connection.prepareStatement(sql())) {
      query.setInt(1, aheadDays);
      query.setInt(2, inTimeDays);
      List<Row> rows = new ArrayList<>();
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          rows.add(
              new Row(
                  result.getString("rule_id"),
                  result.getLong("alerts"),
                  result.getLong("right_alerts"),
                  result.getLong("hardships_found"),
                  result.getLong("found_in_time"),
                  result.getObject("median_days", Integer.class),
                  result.getLong("hardships")));
        }
      }
      return rows;
    }
  }

  private void load(List<Hardship> hardships) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TEMPORARY TABLE hardship (id bigint GENERATED ALWAYS AS IDENTITY,"
              + " household text NOT NULL, since date NOT NULL, until date)");
    }
    String insert = "INSERT INTO hardship (household, since, until) VALUES (?, ?, ?)";
    try (PreparedStatement rows = connection.prepareStatement(insert)) {
      for (int i = 0; i < hardships.size(); i++) {
        rows.setString(1, hardships.get(i).household());
        rows.setObject(2, hardships.get(i).since());
        rows.setObject(3, hardships.get(i).until());
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

  private static String sql() {
    try (InputStream in = Quality.class.getResourceAsStream("quality.sql")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
