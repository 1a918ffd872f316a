package io.hearthwatch.cli;

/**
 * The record of a dead letter.
 *
 * @param key may be null
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way through; nobody compares them
record LetterBytes(byte[] key, byte[] payload) {}
