package io.hearthwatch.io.tables;

import java.time.Instant;

/**
 * A row of {@code quarantine.dead_letter}; its columns are explained there.
 *
 * @param appendedAt null where it is no date
 * @param recordKey null for a record without key
 * @param refusedAt null where the broker does not say; then the database's clock
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way through; nobody compares them
public record DeadLetterRow(
    String letterId,
    String reason,
    String detail,
    String topic,
    int recordPartition,
    long recordOffset,
    Instant appendedAt,
    byte[] recordKey,
    byte[] payload,
    Instant refusedAt) {}
