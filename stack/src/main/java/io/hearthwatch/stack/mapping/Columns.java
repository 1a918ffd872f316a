package io.hearthwatch.stack.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names by which a mapping knows the columns of a file. */
final class Columns {

  private Columns() {}

  /**
   * Renames the header of a file, and reports what the mapping expects and the file does not have.
   *
   * @param fileName for messages
   */
  static List<String> of(FileSpec spec, List<String> header, String fileName, Problems problems) {
    if (!spec.format().header()) {
      return header;
    }
    for (Map.Entry<String, Text> rename : spec.rename().entrySet()) {
      if (!header.contains(rename.getKey())) {
        missing(rename.getKey(), rename.getValue().line(), header, fileName, problems);
      }
    }
    List<String> columns = new ArrayList<>();
    for (String name : header) {
      Text renamed = spec.rename().get(name);
      columns.add(renamed == null ? name : renamed.value());
    }
    for (Text expected : spec.columns()) {
      if (!columns.contains(expected.value())) {
        missing(expected.value(), expected.line(), header, fileName, problems);
      }
    }
    Set<String> seen = new HashSet<>();
    for (String column : columns) {
      if (!column.isEmpty() && !seen.add(column)) {
        problems.at(
            spec.line(),
            fileName
                + " has two columns '"
                + column
                + "'; 'rename' can tell them "
                + "apart only if the header does");
      }
    }
    return columns;
  }

  private static void missing(
      String column, int line, List<String> header, String fileName, Problems problems) {
    problems.at(
        line, fileName + " has no column '" + column + "'; it has " + String.join(", ", header));
  }
}
