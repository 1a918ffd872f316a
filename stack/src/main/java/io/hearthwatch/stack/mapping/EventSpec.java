package io.hearthwatch.stack.mapping;

import java.util.Map;

/**
 * One event of a row, as written in the mapping.
 *
 * @param shape of its body
 * @param line where it stands
 * @param when condition, or null for always
 * @param repeat several of it, or null
 * @param envelope values by name, those of {@code common} among them
 * @param body values by field name
 */
record EventSpec(
    BodyShape shape,
    int line,
    Text when,
    RepeatSpec repeat,
    Map<String, Text> envelope,
    Map<String, Text> body) {}
