package io.hearthwatch.stack.mapping;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The report of rows that could not be mapped: where and why, never what was in them. */
final class BadRows implements Closeable {

  private final Path report;
  private final CSVPrinter printer;
  private long count;

  /** Replaces the report of an earlier import. */
  BadRows(Path report) {
    this.report = report;
    try {
      if (report.toAbsolutePath().getParent() != null) {
        Files.createDirectories(report.toAbsolutePath().getParent());
      }
      this.printer =
          new CSVPrinter(
              Files.newBufferedWriter(report, StandardCharsets.UTF_8),
              CSVFormat.Builder.create().setRecordSeparator("\n").get());
      printer.printRecord("input", "line", "reason");
    } catch (IOException e) {
      throw new ImportFailure("cannot write " + report + "; choose another by --report", e);
    }
  }

  void add(Path input, long line, String reason) {
    count++;
    try {
      printer.printRecord(input.getFileName(), line, reason);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + report, e);
    }
  }

  long count() {
    return count;
  }

  @Override
  public void close() throws IOException {
    printer.close(true);
  }
}
