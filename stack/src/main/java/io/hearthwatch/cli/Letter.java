package io.hearthwatch.cli;

import java.time.Instant;

/**
 * A dead letter as the quarantine has it.
 *
 * @param appendedAt null where it was no date
 * @param payloadBytes how long the payload is
 * @param replayedAt null while it waits
 */
record Letter(
    String id,
    String reason,
    String detail,
    String topic,
    int partition,
    long offset,
    Instant appendedAt,
    Instant refusedAt,
    Instant expiresAt,
    Instant replayedAt,
    int payloadBytes) {}
