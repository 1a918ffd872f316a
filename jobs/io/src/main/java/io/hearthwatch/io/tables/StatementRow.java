package io.hearthwatch.io.tables;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/** A row of {@code hearthwatch.relief_statement}. */
public record StatementRow(
    String householdId,
    @TypeInfo(LocalDateType.class) LocalDate month,
    @TypeInfo(LocalDateType.class) LocalDate knownOn,
    boolean withdrawn,
    String region,
    List<String> classes,
    List<String> classesBefore,
    List<StatementLineRow> lines,
    Instant appendedAt,
    int recordPartition,
    long recordOffset) {}
