package io.hearthwatch.stack.mapping;

import java.util.List;
import java.util.Map;

/**
 * What becomes of the rows of some files, as written in the mapping.
 *
 * @param line where it stands
 * @param file which files
 * @param where which rows count, or null for all
 * @param let named values for use in the others, in order
 * @param events of each row, in order
 * @param eventsPerRow a row that gives another number of events is bad; null allows any
 */
record InputSpec(
    int line,
    FileSpec file,
    Text where,
    Map<String, Text> let,
    List<EventSpec> events,
    Integer eventsPerRow) {}
