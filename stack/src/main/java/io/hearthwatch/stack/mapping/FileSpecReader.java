package io.hearthwatch.stack.mapping;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the keys that say which files, and how they are written. */
final class FileSpecReader {

  private final Problems problems;
  private final CsvFormat mappingFormat;

  FileSpecReader(Problems problems, CsvFormat mappingFormat) {
    this.problems = problems;
    this.mappingFormat = mappingFormat;
  }

  FileSpec read(Section section) {
    List<Text> files = section.texts("files");
    if (files.isEmpty()) {
      problems.at(section.line(), "'files' is missing: which file names does this describe?");
    }
    files.forEach(this::checkPattern);
    CsvFormat format = new CsvFormatReader(problems).read(section.section("format"), mappingFormat);
    List<Text> columns = section.texts("columns");
    checkColumns(columns);
    Map<String, Text> rename = new LinkedHashMap<>();
    Section renames = section.section("rename");
    if (renames != null) {
      renames.keys().forEach(name -> rename.put(name, renames.optional(name)));
    }
    if (!format.header() && columns.isEmpty()) {
      problems.at(section.line(), "a file without header needs 'columns', in its order");
    }
    if (!format.header() && !rename.isEmpty()) {
      problems.at(section.line(), "'rename' is for files with a header; name the columns directly");
    }
    return new FileSpec(files, format, columns, rename);
  }

  private void checkPattern(Text pattern) {
    if (pattern.value().isEmpty() || pattern.value().matches(".*[/\\\\].*")) {
      problems.at(pattern.line(), "'files' are names without folders; * and ? stand for anything");
    }
  }

  private void checkColumns(List<Text> columns) {
    Set<String> seen = new HashSet<>();
    for (Text column : columns) {
      if (!column.value().isEmpty() && !seen.add(column.value())) {
        problems.at(column.line(), "column '" + column.value() + "' is given twice");
      }
    }
  }
}
