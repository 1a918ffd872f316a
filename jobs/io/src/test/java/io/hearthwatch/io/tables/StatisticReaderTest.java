package io.hearthwatch.io.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hearthwatch.domain.relief.Basis;
import io.hearthwatch.domain.relief.Cell;
import io.hearthwatch.domain.relief.CellTally;
import io.hearthwatch.io.relief.Statistics;
import io.hearthwatch.io.tables.UnreadableException.Reason;
import io.hearthwatch.wire.ReliefFigures;
import io.hearthwatch.wire.Statistic;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class StatisticReaderTest {

  private final StatisticReader reader = new StatisticReader();

  @Test
  void takesFiguresAsTheyAre() throws Exception {
    Statistic statistic = TestStatistics.of("360823", 202403, 9);
    statistic.setProgramme("dibao");
    statistic.setCause("illness");
    statistic.setCounted(new ReliefFigures(1L, 2L, 3L, 4L, 5L, 6L, 7L));
    statistic.setYearToDate(new ReliefFigures(11L, 12L, 13L, 14L, 15L, 16L, 17L));
    statistic.setAdjusted(new ReliefFigures(-1L, -2L, -3L, -4L, -5L, -6L, -7L));

    assertThat(reader.read(TestStatistics.record(5, statistic)))
        .isEqualTo(
            new StatisticRow(
                "360823",
                "dibao",
                "illness",
                "",
                202403,
                "HELPED",
                new FiguresRow(1, 2, 3, 4, 5, 6, 7),
                new FiguresRow(11, 12, 13, 14, 15, 16, 17),
                new FiguresRow(-1, -2, -3, -4, -5, -6, -7),
                FiguresRow.NOTHING,
                ReportedRow.NOTHING,
                Instant.parse("2024-04-02T08:00:00Z"),
                3,
                5));
  }

  @Test
  void takesDisasters() throws Exception {
    StatisticRow row =
        reader.read(TestStatistics.record(5, TestStatistics.ofDisaster("flood-1", "36")));

    assertThat(row.disasterId()).isEqualTo("flood-1");
    assertThat(row.yearMonth()).isZero();
    assertThat(row.yearToDate()).isEqualTo(FiguresRow.NOTHING);
    assertThat(row.reported()).isEqualTo(new ReportedRow(900, 120, 40, 7, 80, 500_000, 9_000_000));
  }

  @Test
  void readsWhatTheAssistanceJobWrites() throws Exception {
    Cell cell = new Cell("36", "dibao", "ALL", "", 2024);
    byte[] bytes = new Statistics().encode(cell, 3, Basis.REGISTERED, new CellTally());

    StatisticRow row = reader.read(TestStatistics.record(1, bytes));

    assertThat(row.yearMonth()).isEqualTo(202403);
    assertThat(row.basis()).isEqualTo("REGISTERED");
  }

  @Test
  void refusesBytesThatAreNoStatistic() {
    byte[] whole = TestStatistics.bytes(TestStatistics.ofDisaster("flood-1", "36"));
    for (int length = 0; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertReason(Reason.GARBAGE, () -> reader.read(TestStatistics.record(0, part)));
    }
    assertReason(Reason.GARBAGE, () -> reader.read(TestStatistics.record(0, (byte[]) null)));
    assertReason(
        Reason.UNKNOWN_SCHEMA,
        () -> reader.read(TestStatistics.record(0, TestAlerts.bytes(TestAlerts.opened("h1")))));
  }

  @Test
  void refusesWhatNoColumnCanHold() {
    assertBadField(statistic -> statistic.setRegion(""));
    assertBadField(statistic -> statistic.setProgramme(""));
    assertBadField(statistic -> statistic.setCause("zero\0byte"));
    assertBadField(statistic -> statistic.setRegion("x".repeat(257)));
    assertBadField(statistic -> statistic.setMonth(0));
    assertBadField(statistic -> statistic.setMonth(202400));
    assertBadField(statistic -> statistic.setMonth(202413));
    assertBadField(statistic -> statistic.setMonth(12));
    assertBadField(statistic -> statistic.setMonth(-202412));
    assertBadField(statistic -> statistic.setMonth(1_000_001));
    assertBadField(statistic -> statistic.setDisasterId("a-disaster-with-a-month"));
    assertBadField(
        statistic -> {
          statistic.setMonth(0);
          statistic.setDisasterId("x".repeat(257));
        });
    assertBadField(
        statistic -> {
          statistic.setProgramme("项".repeat(256));
          statistic.setCause("因".repeat(256));
        });
  }

  private void assertBadField(Consumer<Statistic> spoil) {
    Statistic statistic = TestStatistics.of("36", 202403, 9);
    spoil.accept(statistic);
    assertReason(Reason.BAD_FIELD, () -> reader.read(TestStatistics.record(0, statistic)));
  }

  private static void assertReason(Reason reason, ThrowingCallable reading) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            UnreadableException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }
}
