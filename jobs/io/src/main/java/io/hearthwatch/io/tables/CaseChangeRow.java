package io.hearthwatch.io.tables;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * A row of {@code hearthwatch.risk_case_change}; its columns are explained there.
 *
 * @param endedOn null while the case is open
 * @param appendedAt null where the broker does not say
 */
public record CaseChangeRow(
    String changeId,
    String caseId,
    int sequence,
    String transition,
    String status,
    String householdId,
    String registeredRegion,
    String urgency,
    @TypeInfo(LocalDateType.class) LocalDate openedOn,
    @TypeInfo(LocalDateType.class) LocalDate endedOn,
    Instant visitBy,
    @TypeInfo(LocalDateType.class) LocalDate asOf,
    List<String> openedFor,
    String bundleVersion,
    String cause,
    Instant appendedAt) {}
