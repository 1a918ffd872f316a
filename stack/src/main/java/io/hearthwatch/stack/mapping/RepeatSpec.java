package io.hearthwatch.stack.mapping;

/**
 * An event once for each number of a range, both ends included; none when the range is empty.
 *
 * @param variable name of the number in expressions and templates
 * @param from number or expression
 * @param to number or expression
 */
record RepeatSpec(Text variable, Text from, Text to) {}
