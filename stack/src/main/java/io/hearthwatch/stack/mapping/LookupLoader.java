package io.hearthwatch.stack.mapping;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Fills the lookup tables: first their columns, for the compiler; then their rows. */
final class LookupLoader {

  private final MappingCompiler compiler;
  private final Map<LookupSpec, List<Path>> files;

  LookupLoader(MappingCompiler compiler, Map<LookupSpec, List<Path>> files) {
    this.compiler = compiler;
    this.files = files;
  }

  /** Reads the headers, so that expressions can be checked against them. */
  void readHeaders() {
    files.forEach(
        (spec, paths) -> {
          for (Path path : paths) {
            try (CsvRows rows = CsvRows.open(path, spec.file(), bytes -> {})) {
              List<String> columns = columns(spec, path, rows);
              compiler.lookups().get(spec.name()).addFile(columns);
              compiler.lookupCondition(spec, columns);
              for (Text key : spec.key()) {
                if (!columns.contains(key.value())) {
                  compiler
                      .problems()
                      .at(
                          key.line(),
                          path.getFileName() + " has no key column '" + key.value() + "'");
                }
              }
            } catch (IOException e) {
              throw unreadable(path, e);
            }
          }
        });
  }

  /** Reads the rows; only the columns that expressions ask for are kept. */
  void readRows() {
    files.forEach(
        (spec, paths) -> {
          for (Path path : paths) {
            try (CsvRows rows = CsvRows.open(path, spec.file(), bytes -> {})) {
              readRows(spec, path, rows);
            } catch (IOException e) {
              throw unreadable(path, e);
            }
          }
        });
  }

  private void readRows(LookupSpec spec, Path path, CsvRows rows) throws IOException {
    LookupTable table = compiler.lookups().get(spec.name());
    List<String> columns = columns(spec, path, rows);
    MappedField where = compiler.lookupCondition(spec, columns);
    Row row = new Row(Scope.ofColumns(columns), List.of());
    int[] keyColumns = spec.key().stream().mapToInt(k -> columns.indexOf(k.value())).toArray();
    List<String> kept = new ArrayList<>(table.kept().keySet());
    try {
      for (String[] values = rows.next(); values != null; values = rows.next()) {
        row.fill(values);
        if (where == null || where.flag(row)) {
          String[] keptValues = new String[kept.size()];
          for (String column : kept) {
            keptValues[table.kept().get(column)] = values[columns.indexOf(column)];
          }
          add(table, key(values, keyColumns), keptValues);
        }
      }
    } catch (RowProblem e) {
      throw new ImportFailure(
          path + ":" + rows.line() + ": lookup '" + spec.name() + "': " + e.getMessage());
    }
  }

  private static void add(LookupTable table, String key, String[] keptValues) {
    LookupSpec spec = table.spec();
    if (table.size() >= spec.maxRows()) {
      throw new RowProblem(
          "more than "
              + spec.maxRows()
              + " rows; narrow it by 'where', or raise 'maxRows' if the "
              + "memory suffices");
    }
    if (!table.add(key, keptValues)) {
      throw new RowProblem("the key is there already; choose one of its rows by 'where'");
    }
  }

  private static String key(String[] values, int[] keyColumns) {
    if (keyColumns.length == 1) {
      return values[keyColumns[0]];
    }
    List<String> parts = new ArrayList<>();
    for (int column : keyColumns) {
      parts.add(values[column]);
    }
    return String.join("/", parts);
  }

  private List<String> columns(LookupSpec spec, Path path, CsvRows rows) {
    return Columns.of(
        spec.file(), rows.header(), path.getFileName().toString(), compiler.problems());
  }

  private static ImportFailure unreadable(Path path, IOException e) {
    return new ImportFailure("cannot read " + path + ": " + e.getMessage(), e);
  }
}
