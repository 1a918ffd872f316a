package io.hearthwatch.io.tables;

import java.io.Serial;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.flink.connector.jdbc.datasource.statements.JdbcQueryStatement;

/**
 * Writes figures in the place of earlier ones. Figures that are read once more, after a restart or
 * from the beginning of the topic, never take the place of newer ones: of two records of a
 * partition the one with the higher offset is the newer.
 */
public final class StatisticUpsert implements JdbcQueryStatement<StatisticRow> {

  @Serial private static final long serialVersionUID = 1L;

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

  private static final String QUERY = query(values());

  @Override
  public String query() {
    return QUERY;
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
  private static String query(List<String> values) {
    return """
        INSERT INTO hearthwatch.assistance_statistic AS known (%1$s, %2$s)
        VALUES (%3$s)
        ON CONFLICT (%1$s) DO UPDATE SET (%2$s) = (%4$s)
        WHERE excluded.record_partition <> known.record_partition
          OR excluded.record_offset >= known.record_offset
        """
        .formatted(
            KEY,
            String.join(", ", values),
            String.join(", ", Collections.nCopies(KEY.split(",").length + values.size(), "?")),
            String.join(", ", values.stream().map(column -> "excluded." + column).toList()));
  }

  @Override
  public void statement(PreparedStatement statement, StatisticRow row) throws SQLException {
    Binder binder = new Binder(statement);
    binder.value(row.region());
    binder.value(row.programme());
    binder.value(row.cause());
    binder.value(row.disasterId());
    binder.value(row.yearMonth());
    binder.value(row.basis());
    bindFigures(binder, row.counted());
    bindFigures(binder, row.yearToDate());
    bindFigures(binder, row.adjusted());
    bindFigures(binder, row.adjustedYearToDate());
    bindReported(binder, row.reported());
    binder.instant(row.appendedAt());
    binder.value(row.recordPartition());
    binder.value(row.recordOffset());
  }

  private static void bindFigures(Binder binder, FiguresRow figures) throws SQLException {
    binder.value(figures.personTimes());
    binder.value(figures.persons());
    binder.value(figures.households());
    binder.value(figures.grantedFen());
    binder.value(figures.paidFen());
    binder.value(figures.takenIn());
    binder.value(figures.exits());
  }

  private static void bindReported(Binder binder, ReportedRow reported) throws SQLException {
    binder.value(reported.affected());
    binder.value(reported.relocated());
    binder.value(reported.takenIn());
    binder.value(reported.homesCollapsed());
    binder.value(reported.homesDamaged());
    binder.value(reported.fundsFen());
    binder.value(reported.lossFen());
  }
}
