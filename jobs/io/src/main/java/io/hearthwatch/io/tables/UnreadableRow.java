package io.hearthwatch.io.tables;

import java.time.Instant;

/**
 * A row of {@code quarantine.unreadable_record}; its columns are explained there.
 *
 * @param appendedAt null where the broker does not say
 * @param recordKey may be null
 * @param payload may be null
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way through; nobody compares them
public record UnreadableRow(
    String topic,
    int recordPartition,
    long recordOffset,
    String reason,
    String detail,
    Instant appendedAt,
    byte[] recordKey,
    byte[] payload) {

  /** The row for a record and what is wrong with it. */
  public static UnreadableRow of(ReceivedRecord record, UnreadableException problem) {
    return new UnreadableRow(
        record.topic(),
        record.partition(),
        record.offset(),
        problem.reason().code(),
        problem.getMessage(),
        Columns.appendedAt(record),
        record.key(),
        record.value());
  }
}
