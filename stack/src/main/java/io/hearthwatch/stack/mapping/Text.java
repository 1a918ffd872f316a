package io.hearthwatch.stack.mapping;

/**
 * A text of the mapping file, and where it stands.
 *
 * @param value as written, without YAML's quotes
 * @param line from 1
 */
record Text(String value, int line) {}
