package io.hearthwatch.stack.mapping;

import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.stack.ProgressLine;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** A folder with a mapping and its files, and an import over them. */
final class MappedFiles {

  /** Keeps what it is given. */
  static final class Recorded implements EventSink {
    final List<HouseholdEvent> events = new ArrayList<>();
    final List<String> calls = new ArrayList<>();

    @Override
    public void accept(HouseholdEvent event) {
      events.add(event);
    }

    @Override
    public void complete(String source, String regionPrefix, int completeThroughEpochDay) {
      calls.add(source + "|" + regionPrefix + "|" + LocalDate.ofEpochDay(completeThroughEpochDay));
    }

    @Override
    public void flush() {
      calls.add("flush " + events.size());
    }
  }

  final Path folder;
  final Recorded sink = new Recorded();
  final List<Path> inputs = new ArrayList<>();
  private Path mapping;
  private LocalDate from;
  private LocalDate to;
  private LocalDate completeThrough;
  private Long maxBad;
  private boolean dryRun;
  private int sortInMemory = ImportRequest.DEFAULT_SORT_IN_MEMORY;

  MappedFiles(Path folder) {
    this.folder = folder;
  }

  MappedFiles mapping(String yaml) {
    mapping = write("mapping.yaml", yaml, StandardCharsets.UTF_8);
    return this;
  }

  MappedFiles mapping(Path path) {
    mapping = path;
    return this;
  }

  MappedFiles input(String name, String text) {
    inputs.add(write(name, text, StandardCharsets.UTF_8));
    return this;
  }

  MappedFiles input(String name, String text, Charset charset) {
    inputs.add(write(name, text, charset));
    return this;
  }

  MappedFiles gzipped(String name, String text) {
    Path file = folder.resolve(name);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    inputs.add(file);
    return this;
  }

  /** A file that is there but not given. */
  MappedFiles beside(String name, String text) {
    write(name, text, StandardCharsets.UTF_8);
    return this;
  }

  MappedFiles given(Path path) {
    inputs.add(path);
    return this;
  }

  MappedFiles days(String first, String last) {
    from = first == null ? null : LocalDate.parse(first);
    to = last == null ? null : LocalDate.parse(last);
    return this;
  }

  MappedFiles completeThrough(String day) {
    completeThrough = LocalDate.parse(day);
    return this;
  }

  MappedFiles maxBad(long rows) {
    maxBad = rows;
    return this;
  }

  MappedFiles dryRun() {
    dryRun = true;
    return this;
  }

  MappedFiles sortInMemory(int events) {
    sortInMemory = events;
    return this;
  }

  ImportResult run() {
    ImportProgress quiet =
        new ImportProgress(
            new ProgressLine(new PrintWriter(Writer.nullWriter()), false, System::nanoTime));
    ImportRequest request =
        new ImportRequest(
            MappingReader.read(mapping),
            inputs,
            from,
            to,
            reportPath(),
            maxBad,
            dryRun,
            completeThrough,
            sortInMemory,
            folder.resolve("temporary"));
    return CsvImport.run(request, () -> sink, quiet);
  }

  /** The report without its header. */
  List<String> report() {
    try {
      List<String> lines = Files.readAllLines(reportPath());
      return lines.subList(1, lines.size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path reportPath() {
    return folder.resolve("report.csv");
  }

  private Path write(String name, String text, Charset charset) {
    try {
      return Files.write(folder.resolve(name), text.getBytes(charset));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
