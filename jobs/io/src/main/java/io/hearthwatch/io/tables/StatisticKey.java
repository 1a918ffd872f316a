package io.hearthwatch.io.tables;

import java.util.Comparator;

/** The primary key of {@code hearthwatch.assistance_statistic}. */
record StatisticKey(
    String region, String programme, String cause, String disasterId, int yearMonth, String basis)
    implements Comparable<StatisticKey> {

  // Any order would do, if it is the same for all writers.
  private static final Comparator<StatisticKey> ORDER =
      Comparator.comparing(StatisticKey::region)
          .thenComparing(StatisticKey::programme)
          .thenComparing(StatisticKey::cause)
          .thenComparing(StatisticKey::disasterId)
          .thenComparingInt(StatisticKey::yearMonth)
          .thenComparing(StatisticKey::basis);

  static StatisticKey of(StatisticRow row) {
    return new StatisticKey(
        row.region(), row.programme(), row.cause(), row.disasterId(), row.yearMonth(), row.basis());
  }

  @Override
  public int compareTo(StatisticKey other) {
    return ORDER.compare(this, other);
  }
}
