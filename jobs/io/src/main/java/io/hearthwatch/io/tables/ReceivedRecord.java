package io.hearthwatch.io.tables;

/**
 * A record as the broker gave it.
 *
 * @param appendedAtMs when the broker got it; negative where it does not say
 * @param key may be null
 * @param value may be null
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way through; nobody compares them
public record ReceivedRecord(
    String topic, int partition, long offset, long appendedAtMs, byte[] key, byte[] value) {}
