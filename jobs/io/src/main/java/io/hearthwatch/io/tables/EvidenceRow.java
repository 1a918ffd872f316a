package io.hearthwatch.io.tables;

import java.time.LocalDate;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * A row of {@code hearthwatch.hit_evidence}, but for the change that says it.
 *
 * @param kind {@link #MEASURED} or {@link #LIMIT}
 * @param evidenceNumber counts from 1 within hit and kind
 * @param key empty for what was measured
 * @param timeWindow empty for limits
 * @param toDate null for limits
 * @param regionPrefix empty for what was measured
 */
public record EvidenceRow(
    int hitNumber,
    String kind,
    int evidenceNumber,
    String name,
    String key,
    String timeWindow,
    @TypeInfo(LocalDateType.class) LocalDate fromDate,
    @TypeInfo(LocalDateType.class) LocalDate toDate,
    long value,
    String unit,
    String regionPrefix) {

  public static final String MEASURED = "MEASURED";
  public static final String LIMIT = "LIMIT";
}
