package io.hearthwatch.io.tables;

import io.hearthwatch.wire.RegionBasis;
import io.hearthwatch.wire.ReliefFigures;
import io.hearthwatch.wire.ReportedFigures;
import io.hearthwatch.wire.Statistic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Statistics of a small made-up nation; tests change what they are about. */
public final class TestStatistics {

  public static final String TOPIC = "assistance.statistics";

  private TestStatistics() {}

  /** The cell of a region with as many person-times, for as much money, in the first of a year. */
  public static Statistic of(String region, int yearMonth, long personTimes) {
    ReliefFigures figures = figures(personTimes);
    return Statistic.newBuilder()
        .setRegion(region)
        .setProgramme("ALL")
        .setCause("ALL")
        .setDisasterId("")
        .setMonth(yearMonth)
        .setBasis(RegionBasis.HELPED)
        .setCounted(figures)
        .setYearToDate(figures)
        .build();
  }

  /** A disaster in a region, as counted and as reported. */
  public static Statistic ofDisaster(String disasterId, String region) {
    Statistic statistic = of(region, 0, 30);
    statistic.setDisasterId(disasterId);
    statistic.setYearToDate(null);
    statistic.setReported(new ReportedFigures(900L, 120L, 40L, 7L, 80L, 500_000L, 9_000_000L));
    return statistic;
  }

  /** So many person-times of as many people in half as many households, 800 yuan each, paid. */
  public static ReliefFigures figures(long personTimes) {
    return new ReliefFigures(
        personTimes,
        personTimes,
        (personTimes + 1) / 2,
        personTimes * 80_000,
        personTimes * 80_000,
        0L,
        0L);
  }

  public static byte[] bytes(Statistic statistic) {
    try {
      ByteBuffer encoded = Statistic.getEncoder().encode(statistic);
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As the broker would give it. */
  public static ReceivedRecord record(long offset, Statistic statistic) {
    return record(offset, bytes(statistic));
  }

  /** The row of the cell of a region in March 2024. */
  static StatisticRow row(int partition, long offset, String region, long personTimes) {
    byte[] value = bytes(of(region, 202403, personTimes));
    try {
      return new StatisticReader()
          .read(new ReceivedRecord(TOPIC, partition, offset, 0, null, value));
    } catch (UnreadableException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static ReceivedRecord record(long offset, byte[] value) {
    return new ReceivedRecord(
        TOPIC,
        3,
        offset,
        Instant.parse("2024-04-02T08:00:00Z").toEpochMilli(),
        "key".getBytes(StandardCharsets.UTF_8),
        value);
  }
}
