package io.hearthwatch.io.tables;

import java.time.Instant;

/**
 * A row of {@code hearthwatch.assistance_statistic}; its columns are explained there.
 *
 * @param disasterId empty where the cell is of a month
 * @param yearMonth yyyymm; 0 of a disaster
 * @param appendedAt null where the broker does not say
 */
public record StatisticRow(
    String region,
    String programme,
    String cause,
    String disasterId,
    int yearMonth,
    String basis,
    FiguresRow counted,
    FiguresRow yearToDate,
    FiguresRow adjusted,
    FiguresRow adjustedYearToDate,
    ReportedRow reported,
    Instant appendedAt,
    int recordPartition,
    long recordOffset) {}
