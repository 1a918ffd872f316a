package io.hearthwatch.io.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Two writers of the same three keys, which came to them in opposite orders. A third transaction
 * holds the key in the middle until both wait, so that each has taken what it takes first.
 */
class StatisticDeadlockTest {

  private static final List<StatisticRow> FORTH =
      List.of(
          TestStatistics.row(3, 4, "11", 1),
          TestStatistics.row(3, 5, "36", 1),
          TestStatistics.row(3, 6, "51", 1));
  private static final List<StatisticRow> BACK = List.of(FORTH.get(2), FORTH.get(1), FORTH.get(0));

  private TestDatabase database;

  @BeforeEach
  void fill() throws Exception {
    database = TestDatabase.migrated();
    try (Connection connection = database.connect()) {
      StatisticUpsert.write(connection, FORTH);
    }
  }

  @Test
  void writersOfTheSameKeysWaitForEachOther() throws Exception {
    writeAtOnce(batch(FORTH), batch(BACK));
  }

  /** The red twin: rows as they came. */
  @Test
  void inTheOrderInWhichTheyCameOneOfThemFails() {
    assertThatThrownBy(() -> writeAtOnce(FORTH, BACK))
        .isInstanceOf(CompletionException.class)
        .rootCause()
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("40P01"));
  }

  private static List<StatisticRow> batch(List<StatisticRow> rows) {
    StatisticBatch batch = new StatisticBatch();
    rows.forEach(batch::add);
    return batch.rows();
  }

  private void writeAtOnce(List<StatisticRow> some, List<StatisticRow> others) throws Exception {
    CompletableFuture<Void> both;
    try (Connection holder = database.connect();
        Statement statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute(
          "SELECT 1 FROM hearthwatch.assistance_statistic WHERE region = '36' FOR UPDATE");
      both = CompletableFuture.allOf(writing(some), writing(others));
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> database.rows(WAITING).equals(List.of("2")));
      holder.commit();
    }
    both.join();
  }

  private static final String WAITING =
      "SELECT count(*) FROM pg_stat_activity"
          + " WHERE datname = current_database() AND wait_event_type = 'Lock'";

  private CompletableFuture<Void> writing(List<StatisticRow> rows) {
    return CompletableFuture.runAsync(
        () -> {
          try (Connection connection = database.connect()) {
            StatisticUpsert.write(connection, rows);
          } catch (SQLException e) {
            throw new CompletionException(e);
          }
        });
  }
}
