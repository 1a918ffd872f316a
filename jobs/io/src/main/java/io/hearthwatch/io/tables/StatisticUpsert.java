package io.hearthwatch.io.tables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Writes figures in the place of earlier ones, many rows by one statement. Figures that are read
 * once more, after a restart or from the beginning of the topic, never take the place of newer
 * ones: of two records of a partition the one with the higher offset is the newer.
 */
public final class StatisticUpsert {

  private static final String KEY = "region, programme, cause, disaster_id, year_month, basis";

  /** Figures come four times over, in the order in which they are bound. */
  private static final List<String> COUNTED = List.of("", "ytd_", "adjusted_", "adjusted_ytd_");

  private static final List<String> FIGURES =
      List.of(
          "person_times", "persons", "households", "granted_fen", "paid_fen", "taken_in", "exits");
  private static final List<String> REPORTED =
      List.of(
          "reported_affected",
          "reported_relocated",
          "reported_taken_in",
          "reported_homes_collapsed",
          "reported_homes_damaged",
          "reported_funds_fen",
          "reported_loss_fen");
  private static final List<String> RECORD =
      List.of("appended_at", "record_partition", "record_offset");
  private static final List<String> VALUES = values();

  private static final String TABLE = "hearthwatch.assistance_statistic";

  private StatisticUpsert() {}

  /**
   * Writes rows, all or none.
   *
   * @param rows no key twice
   */
  static void write(Connection connection, List<StatisticRow> rows) throws SQLException {
    write(connection, TABLE, rows);
  }

  /** Writes rows into another table of the same shape. */
  public static void write(Connection connection, String table, List<StatisticRow> rows)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query(table, VALUES))) {
      bind(new Binder(statement), rows);
      statement.executeUpdate();
    }
  }

  private static List<String> values() {
    List<String> columns = new ArrayList<>();
    for (String prefix : COUNTED) {
      FIGURES.forEach(figure -> columns.add(prefix + figure));
    }
    columns.addAll(REPORTED);
    columns.addAll(RECORD);
    return columns;
  }

  // A key that moved to another partition, because there are more of them now, is not compared:
  // offsets of two partitions say nothing about each other.
  private static String query(String table, List<String> values) {
    return """
        INSERT INTO %5$s AS known (%1$s, %2$s)
        SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::int[], ?::text[],
          %3$s ?::timestamptz[], ?::int[], ?::bigint[])
        ON CONFLICT (%1$s) DO UPDATE SET (%2$s) = (%4$s)
        WHERE excluded.record_partition <> known.record_partition
          OR excluded.record_offset >= known.record_offset
        """
        .formatted(
            KEY,
            String.join(", ", values),
            "?::bigint[], ".repeat(values.size() - RECORD.size()),
            String.join(", ", values.stream().map(column -> "excluded." + column).toList()),
            table);
  }

  private static void bind(Binder binder, List<StatisticRow> rows) throws SQLException {
    binder.array("text", rows, StatisticRow::region);
    binder.array("text", rows, StatisticRow::programme);
    binder.array("text", rows, StatisticRow::cause);
    binder.array("text", rows, StatisticRow::disasterId);
    binder.array("int4", rows, StatisticRow::yearMonth);
    binder.array("text", rows, StatisticRow::basis);
    bindFigures(binder, rows, StatisticRow::counted);
    bindFigures(binder, rows, StatisticRow::yearToDate);
    bindFigures(binder, rows, StatisticRow::adjusted);
    bindFigures(binder, rows, StatisticRow::adjustedYearToDate);
    bindReported(binder, rows);
    binder.array(
        "timestamptz",
        rows,
        row -> row.appendedAt() == null ? null : String.valueOf(row.appendedAt()));
    binder.array("int4", rows, StatisticRow::recordPartition);
    binder.numbers(rows, StatisticRow::recordOffset);
  }

  private static void bindFigures(
      Binder binder, List<StatisticRow> rows, Function<StatisticRow, FiguresRow> of)
      throws SQLException {
    List<FiguresRow> figures = rows.stream().map(of).toList();
    binder.numbers(figures, FiguresRow::personTimes);
    binder.numbers(figures, FiguresRow::persons);
    binder.numbers(figures, FiguresRow::households);
    binder.numbers(figures, FiguresRow::grantedFen);
    binder.numbers(figures, FiguresRow::paidFen);
    binder.numbers(figures, FiguresRow::takenIn);
    binder.numbers(figures, FiguresRow::exits);
  }

  private static void bindReported(Binder binder, List<StatisticRow> rows) throws SQLException {
    List<ReportedRow> reported = rows.stream().map(StatisticRow::reported).toList();
    binder.numbers(reported, ReportedRow::affected);
    binder.numbers(reported, ReportedRow::relocated);
    binder.numbers(reported, ReportedRow::takenIn);
    binder.numbers(reported, ReportedRow::homesCollapsed);
    binder.numbers(reported, ReportedRow::homesDamaged);
    binder.numbers(reported, ReportedRow::fundsFen);
    binder.numbers(reported, ReportedRow::lossFen);
  }
}
