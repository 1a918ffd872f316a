package io.hearthwatch.stack.mapping;

import java.util.List;
import java.util.Map;

/**
 * Which files, and how they are written.
 *
 * @param files patterns of the file name, {@code *} and {@code ?}; a trailing .gz is not looked at
 * @param format how they are written
 * @param columns names in the order of the file when it has no header; with a header, those that it
 *     must have; may be empty then
 * @param rename name in the header -> name in the mapping
 */
record FileSpec(List<Text> files, CsvFormat format, List<Text> columns, Map<String, Text> rename) {

  int line() {
    return files.isEmpty() ? 1 : files.get(0).line();
  }
}
