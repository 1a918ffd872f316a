package io.hearthwatch.stack.mapping;

import io.hearthwatch.domain.household.HouseholdEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One import: finds the files, fits the mapping to their columns, loads the lookups, then maps row
 * by row. Nothing is sent before all of the first three have succeeded.
 */
public final class CsvImport {

  private static final int ROWS_BETWEEN_PROGRESS = 1024;

  private final ImportRequest request;
  private final ImportProgress progress;
  private final ImportTally tally = new ImportTally();
  private final Map<InputFiles.InputFile, RowMapping> mappings = new LinkedHashMap<>();

  private CsvImport(ImportRequest request, ImportProgress progress) {
    this.request = request;
    this.progress = progress;
  }

  /**
   * Runs an import.
   *
   * @param sink opened once the mapping fits the files; never in a dry run
   * @throws ImportFailure with one line that says what to do; a mapping has a line for each problem
   */
  public static ImportResult run(
      ImportRequest request, Supplier<EventSink> sink, ImportProgress progress) {
    CsvImport run = new CsvImport(request, progress);
    try {
      return run.run(sink);
    } catch (IOException | UncheckedIOException e) {
      throw new ImportFailure("the import stopped: " + e.getMessage(), e);
    } finally {
      progress.end();
    }
  }

  private ImportResult run(Supplier<EventSink> opener) throws IOException {
    prepare();
    try (BadRows bad = new BadRows(request.report());
        EventSink sink = request.dryRun() ? null : opener.get()) {
      if (sink == null) {
        mapAll(bad, event -> {});
      } else if (request.mapping().order() == Mapping.Order.ROW) {
        mapAll(bad, sink::accept);
      } else {
        sortAll(bad, sink);
      }
      return finish(sink, bad.count());
    }
  }

  private void prepare() throws IOException {
    Mapping mapping = request.mapping();
    MappingCompiler compiler = new MappingCompiler(mapping);
    for (InputSpec input : mapping.inputs()) {
      if (!input.file().columns().isEmpty()) {
        compiler.compile(input, input.file().columns().stream().map(Text::value).toList());
      }
    }
    compiler.problems().throwIfAny();
    InputFiles files = InputFiles.find(mapping, request.inputs());
    LookupLoader lookups = new LookupLoader(compiler, files.lookups());
    lookups.readHeaders();
    long bytes = 0;
    for (InputFiles.InputFile file : files.inputs()) {
      mappings.put(file, compile(compiler, file));
      bytes += Files.size(file.path());
    }
    compiler.problems().throwIfAny();
    lookups.readRows();
    progress.start(bytes);
  }

  private static RowMapping compile(MappingCompiler compiler, InputFiles.InputFile file)
      throws IOException {
    FileSpec spec = file.input().file();
    try (CsvRows rows = CsvRows.open(file.path(), spec, bytes -> {})) {
      String name = file.path().getFileName().toString();
      if (!spec.format().header() && rows.isEmpty()) {
        // As likely a transfer that failed as a day without news; nobody is complete by it.
        throw new ImportFailure(file.path() + " is empty; leave it out where nothing happened");
      }
      List<String> columns = Columns.of(spec, rows.header(), name, compiler.problems());
      return compiler.compile(file.input(), columns);
    }
  }

  /** Where mapped events go. */
  private interface Out {
    void accept(HouseholdEvent event) throws IOException;
  }

  private void mapAll(BadRows bad, Out out) throws IOException {
    List<HouseholdEvent> events = new ArrayList<>();
    for (Map.Entry<InputFiles.InputFile, RowMapping> entry : mappings.entrySet()) {
      InputFiles.InputFile file = entry.getKey();
      FileSpec spec = file.input().file();
      try (CsvRows rows = CsvRows.open(file.path(), spec, progress::bytesRead)) {
        while (mapRow(file, rows, entry.getValue(), events, bad)) {
          for (HouseholdEvent event : events) {
            if (request.wants(event.occurredOn())) {
              tally.event(event, file, rows.line());
              out.accept(event);
            } else {
              tally.outside();
            }
          }
          events.clear();
        }
      } catch (IOException e) {
        throw new IOException(file.path() + ": " + e.getMessage(), e);
      }
    }
  }

  /** Maps the next row into the list; false at the end of the file. */
  private boolean mapRow(
      InputFiles.InputFile file,
      CsvRows rows,
      RowMapping mapping,
      List<HouseholdEvent> events,
      BadRows bad)
      throws IOException {
    try {
      String[] values = rows.next();
      if (values == null) {
        return false;
      }
      mapping.map(values, events);
    } catch (RowProblem e) {
      events.clear();
      refuse(bad, file.path(), rows.line(), e.getMessage());
    }
    tally.row();
    if (tally.rows() % ROWS_BETWEEN_PROGRESS == 0) {
      progress.rows(tally.rows());
    }
    return true;
  }

  private void refuse(BadRows bad, Path input, long line, String reason) {
    bad.add(input, line, reason);
    if (request.maxBadRows() != null && bad.count() > request.maxBadRows()) {
      throw new ImportFailure(
          "stopped after "
              + bad.count()
              + " bad rows; see "
              + request.report()
              + ". What was sent stays: import again when the file is right, nothing counts twice");
    }
  }

  private void sortAll(BadRows bad, EventSink sink) throws IOException {
    try (EventSort sort = new EventSort(request.sortInMemory(), request.temporary())) {
      mapAll(bad, sort::add);
      long[] sent = {0};
      sort.drain(
          event -> {
            sink.accept(event);
            progress.sent(++sent[0], tally.events());
          });
    }
  }

  /** Delivers, then tells completeness; a file with bad rows has not told everything. */
  private ImportResult finish(EventSink sink, long badRows) {
    Mapping mapping = request.mapping();
    boolean asked = request.completeThrough() != null;
    List<String> completed = asked && badRows == 0 ? mapping.sources() : List.of();
    if (sink != null) {
      sink.flush();
      for (String source : completed) {
        sink.complete(source, mapping.regionPrefix(), (int) request.completeThrough().toEpochDay());
      }
      if (!completed.isEmpty()) {
        sink.flush();
      }
    }
    return new ImportResult(
        mappings.size(),
        tally.rows(),
        badRows,
        tally.byTypeName(),
        tally.outsideCount(),
        tally.repeatedIds(),
        tally.firstRepeated(),
        tally.allIdsCompared(),
        completed,
        asked && badRows > 0,
        progress.seconds());
  }
}
