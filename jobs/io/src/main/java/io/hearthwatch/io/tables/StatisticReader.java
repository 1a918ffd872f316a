package io.hearthwatch.io.tables;

import io.hearthwatch.io.tables.UnreadableException.Reason;
import io.hearthwatch.wire.ReliefFigures;
import io.hearthwatch.wire.ReportedFigures;
import io.hearthwatch.wire.Statistic;

/** Makes rows of the topic assistance.statistics. */
public final class StatisticReader implements RecordReader<StatisticRow> {

  /** Longest key, all four ids together: an index entry must fit a third of a page. */
  static final int MAX_KEY_CHARS = 512;

  private static final int MAX_YEAR_MONTH = 9999_12;

  private final SingleObjectReader<Statistic> statistics;

  public StatisticReader() {
    statistics = new SingleObjectReader<>(Statistic.class);
  }

  @Override
  public StatisticRow read(ReceivedRecord record) throws UnreadableException {
    Statistic statistic = statistics.read(record.value());
    checkKey(statistic);
    return new StatisticRow(
        Columns.id("region", statistic.getRegion()),
        Columns.id("programme", statistic.getProgramme()),
        Columns.id("cause", statistic.getCause()),
        statistic.getDisasterId().isEmpty()
            ? ""
            : Columns.id("disasterId", statistic.getDisasterId()),
        statistic.getMonth(),
        statistic.getBasis().name(),
        figures(statistic.getCounted()),
        figures(statistic.getYearToDate()),
        figures(statistic.getAdjusted()),
        figures(statistic.getAdjustedYearToDate()),
        reported(statistic.getReported()),
        Columns.appendedAt(record),
        record.partition(),
        record.offset());
  }

  private static void checkKey(Statistic statistic) throws UnreadableException {
    if (statistic.getDisasterId().isEmpty()) {
      int month = statistic.getMonth() % 100;
      if (month < 1 || month > 12 || !isYear(statistic.getMonth())) {
        throw new UnreadableException(Reason.BAD_FIELD, "month is none");
      }
    } else if (statistic.getMonth() != 0) {
      throw new UnreadableException(Reason.BAD_FIELD, "a disaster has a month");
    }
    int keyChars =
        statistic.getRegion().length()
            + statistic.getProgramme().length()
            + statistic.getCause().length()
            + statistic.getDisasterId().length();
    if (keyChars > MAX_KEY_CHARS) {
      throw new UnreadableException(
          Reason.BAD_FIELD, "the key has more than " + MAX_KEY_CHARS + " characters");
    }
  }

  private static boolean isYear(int yearMonth) {
    return yearMonth > 100 && yearMonth <= MAX_YEAR_MONTH;
  }

  private static FiguresRow figures(ReliefFigures figures) {
    return figures == null
        ? FiguresRow.NOTHING
        : new FiguresRow(
            figures.getPersonTimes(),
            figures.getPersons(),
            figures.getHouseholds(),
            figures.getGrantedFen(),
            figures.getPaidFen(),
            figures.getTakenIn(),
            figures.getExits());
  }

  private static ReportedRow reported(ReportedFigures figures) {
    return figures == null
        ? ReportedRow.NOTHING
        : new ReportedRow(
            figures.getAffected(),
            figures.getRelocated(),
            figures.getTakenIn(),
            figures.getHomesCollapsed(),
            figures.getHomesDamaged(),
            figures.getFundsFen(),
            figures.getLossFen());
  }
}
