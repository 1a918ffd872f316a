package io.hearthwatch.io.tables;

/**
 * A row of {@code hearthwatch.hit_record}, but for the change that says it.
 *
 * @param recordId first 8 bytes of an event id as 16 hex digits
 */
public record RecordRow(int hitNumber, String recordId) {}
