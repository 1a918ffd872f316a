package io.hearthwatch.io.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatisticSinkTest {

  private static final long DELAY_MS = 200;

  private final ManualTime time = new ManualTime();
  private TestDatabase database;
  private SinkWriter<StatisticRow> writer;

  @BeforeEach
  void open() throws Exception {
    database = TestDatabase.migrated();
    writer = new StatisticSink.Writer(new PostgresConnections(database.jdbcUrl()), DELAY_MS, time);
  }

  @AfterEach
  void close() throws Exception {
    writer.close();
  }

  @Test
  void writesTheNewestOfAKeyWithinABatchAndAcrossBatches() throws Exception {
    write(7, "36", 10);
    write(8, "36", 11);
    write(6, "36", 9);
    writer.flush(false);
    assertThat(personTimes()).containsExactly("36|11|8");

    write(5, "36", 8);
    writer.flush(false);
    assertThat(personTimes()).containsExactly("36|11|8");

    write(9, "36", 12);
    writer.flush(false);
    assertThat(personTimes()).containsExactly("36|12|9");
  }

  /** The red twin: the last come instead of the newest brings older figures back. */
  @Test
  void theLastComeOfABatchMayBeOlder() throws Exception {
    Map<StatisticKey, StatisticRow> lastCome = new HashMap<>();
    for (long offset : List.of(7L, 8L, 6L)) {
      StatisticRow row = TestStatistics.row(3, offset, "36", offset);
      lastCome.put(StatisticKey.of(row), row);
    }
    try (Connection connection = database.connect()) {
      StatisticUpsert.write(connection, List.copyOf(lastCome.values()));
    }

    assertThat(personTimes()).containsExactly("36|6|6");
  }

  @Test
  void waitsForAFullBatchOfDifferentKeys() throws Exception {
    int rows = StatisticSink.Writer.MOST_ROWS;
    for (int i = 1; i < rows; i++) {
      write(2L * i, "r" + i, 1);
      write(2L * i + 1, "r" + i, 2);
    }
    assertThat(count()).isZero();

    write(2L * rows, "r" + rows, 2);
    assertThat(count()).isEqualTo(rows);

    write(2L * rows + 1, "another", 2);
    assertThat(count()).isEqualTo(rows);
    writer.flush(false);
    assertThat(count()).isEqualTo(rows + 1);
  }

  @Test
  void nothingWaitsLongerThanTheDelay() throws Exception {
    write(1, "36", 9);
    time.advance(DELAY_MS - 1);
    assertThat(count()).isZero();

    time.advance(1);
    assertThat(count()).isEqualTo(1);

    time.advance(10 * DELAY_MS);
    write(2, "3608", 9);
    time.advance(DELAY_MS);
    assertThat(count()).isEqualTo(2);
  }

  @Test
  void anOutageIsSaidAndNothingOfItIsTakenForWritten() throws Exception {
    assertNothingIsLostInAnOutage(writer);
  }

  /** The red twin: a writer that keeps the outage to itself lets the checkpoint complete. */
  @Test
  void aWriterThatKeepsAnOutageToItselfIsNoticed() {
    SinkWriter<StatisticRow> quiet =
        new SinkWriter<>() {
          @Override
          public void write(StatisticRow row, Context context)
              throws IOException, InterruptedException {
            writer.write(row, context);
          }

          @Override
          public void flush(boolean endOfInput) throws InterruptedException {
            try {
              writer.flush(endOfInput);
            } catch (IOException e) {
              // Said to nobody.
            }
          }

          @Override
          public void close() {}
        };

    assertThatThrownBy(() -> assertNothingIsLostInAnOutage(quiet))
        .isInstanceOf(AssertionError.class);
  }

  private void assertNothingIsLostInAnOutage(SinkWriter<StatisticRow> of) throws Exception {
    of.write(TestStatistics.row(3, 1, "36", 9), null);
    of.flush(false);
    of.write(TestStatistics.row(3, 2, "36", 10), null);
    of.write(TestStatistics.row(3, 3, "3608", 4), null);

    database.lock();
    assertThatThrownBy(() -> of.flush(false)).isInstanceOf(IOException.class);
    database.unlock();
    assertThat(personTimes()).containsExactly("36|9|1");

    of.flush(false);
    assertThat(personTimes()).containsExactly("36|10|2", "3608|4|3");
  }

  @Test
  void anOutageIsSaidByTheTimerToo() throws Exception {
    write(1, "36", 9);

    database.lock();
    assertThatThrownBy(() -> time.advance(DELAY_MS)).isInstanceOf(IOException.class);
    database.unlock();
  }

  @Test
  void closesQuietlyAfterAnOutageAndWritesNothing() throws Exception {
    write(1, "36", 9);
    database.lock();
    assertThatThrownBy(() -> writer.flush(false)).isInstanceOf(IOException.class);

    assertThatCode(writer::close).doesNotThrowAnyException();
    database.unlock();

    assertThat(count()).isZero();
  }

  @Test
  void asksNoDatabaseWhereNothingCame() {
    SinkWriter<StatisticRow> idle =
        new StatisticSink.Writer(
            new PostgresConnections("jdbc:postgresql://127.0.0.1:1/none"), DELAY_MS, time);

    assertThatCode(() -> idle.flush(true)).doesNotThrowAnyException();
  }

  private void write(long offset, String region, long personTimes) throws Exception {
    writer.write(TestStatistics.row(3, offset, region, personTimes), null);
  }

  private long count() throws Exception {
    return Long.parseLong(
        database.rows("SELECT count(*) FROM hearthwatch.assistance_statistic").get(0));
  }

  private List<String> personTimes() throws Exception {
    return database.rows(
        "SELECT region, person_times, record_offset FROM hearthwatch.assistance_statistic"
            + " ORDER BY 1");
  }

  /** A clock that the test moves; it knows of one timer. */
  private static final class ManualTime implements ProcessingTimeService {

    private long nowMs;
    private long atMs;
    private ProcessingTimeCallback timer;

    @Override
    public long getCurrentProcessingTime() {
      return nowMs;
    }

    @Override
    public ScheduledFuture<?> registerTimer(long timestamp, ProcessingTimeCallback target) {
      atMs = timestamp;
      timer = target;
      return null;
    }

    void advance(long ms) throws Exception {
      nowMs += ms;
      if (nowMs >= atMs) {
        timer.onProcessingTime(atMs);
      }
    }
  }
}
