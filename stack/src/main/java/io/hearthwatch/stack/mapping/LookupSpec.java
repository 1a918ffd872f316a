package io.hearthwatch.stack.mapping;

import java.util.List;

/**
 * A table joined by key, as written in the mapping.
 *
 * @param name as in {@code lookup('name', key, 'column')}
 * @param line where it stands
 * @param file which files hold it
 * @param key its key columns; several are joined by a slash
 * @param where which rows count, or null
 * @param maxRows refuse to hold more
 */
record LookupSpec(String name, int line, FileSpec file, List<Text> key, Text where, int maxRows) {}
