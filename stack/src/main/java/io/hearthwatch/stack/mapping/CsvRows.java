package io.hearthwatch.stack.mapping;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongConsumer;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The rows of one file, each with the line on which it starts. */
final class CsvRows implements Closeable {

  private static final char NOT_OF_THE_CHARSET = '\uFFFD';

  private final FileSpec spec;
  private final RowLengthGuard guard;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final List<String> header;
  private final int columnCount;
  private long line;

  private CsvRows(Path path, FileSpec spec, RowLengthGuard guard) throws IOException {
    this.spec = spec;
    this.guard = guard;
    skipLines(spec.format().skipLines());
    this.parser =
        CSVParser.builder().setReader(guard).setFormat(commonsFormat(spec.format())).get();
    this.records = parser.iterator();
    this.header = spec.format().header() ? readHeader(path) : columnTexts(spec);
    this.columnCount = header.size();
  }

  static CsvRows open(Path path, FileSpec spec, LongConsumer bytesRead) throws IOException {
    Reader text = TextFile.open(path, spec.format().charset(), bytesRead);
    try {
      return new CsvRows(path, spec, new RowLengthGuard(text));
    } catch (IOException | RuntimeException e) {
      text.close();
      throw e;
    }
  }

  /** Whether there is no further row. */
  boolean isEmpty() {
    return !records.hasNext();
  }

  /** Names in the order of the file, as the file has them; renamed only by {@link Columns}. */
  List<String> header() {
    return header;
  }

  /** The line on which the row last returned or refused starts, from 1. */
  long line() {
    return line;
  }

  /**
   * The values of the next row, or null at the end. Throws RowProblem for a row that is no row of
   * this file, after which the next may be asked for; IOException when nothing more can be read.
   */
  String[] next() throws IOException {
    CSVRecord row = read();
    if (row == null) {
      return null;
    }
    String[] values = row.values();
    if (values.length != columnCount) {
      throw new RowProblem("the row has " + values.length + " columns instead of " + columnCount);
    }
    for (String value : values) {
      if (value.indexOf(NOT_OF_THE_CHARSET) >= 0) {
        throw new RowProblem("the row has bytes that are not " + spec.format().charset());
      }
    }
    return values;
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  private CSVRecord read() throws IOException {
    long before = parser.getCurrentLineNumber();
    try {
      CSVRecord row = records.hasNext() ? records.next() : null;
      guard.rowEnded();
      long last = parser.getCurrentLineNumber();
      line = spec.format().skipLines() + last - (last - before > 1 ? breaksInside(row) : 0);
      return row;
    } catch (UncheckedIOException e) {
      guard.rowEnded();
      if (!(e.getCause() instanceof CSVException)) {
        throw e.getCause();
      }
      line = spec.format().skipLines() + before + 1;
      dropRestOfRow();
      throw new RowProblem("quotes are not closed, or do not enclose the whole value");
    }
  }

  /** After a wrong quote the parser stands inside the row; what follows is no row of its own. */
  private void dropRestOfRow() throws IOException {
    try {
      if (records.hasNext()) {
        records.next();
      }
    } catch (UncheckedIOException e) {
      if (!(e.getCause() instanceof CSVException)) {
        throw e.getCause();
      }
    }
  }

  private static long breaksInside(CSVRecord row) {
    long breaks = 0;
    if (row != null) {
      for (String value : row.values()) {
        breaks += value.chars().filter(c -> c == '\n').count();
      }
    }
    return breaks;
  }

  private void skipLines(int lines) throws IOException {
    for (int skipped = 0; skipped < lines; ) {
      int c = guard.read();
      if (c < 0) {
        return;
      }
      skipped += c == '\n' ? 1 : 0;
    }
  }

  private List<String> readHeader(Path path) throws IOException {
    CSVRecord first;
    try {
      first = read();
    } catch (RowProblem e) {
      throw new ImportFailure(path + ":" + line + ": the header cannot be read: " + e.getMessage());
    }
    if (first == null) {
      throw new ImportFailure(path + " is empty; it should start with a header");
    }
    List<String> names = new ArrayList<>();
    for (String name : first.values()) {
      names.add(name.strip());
    }
    return names;
  }

  private static List<String> columnTexts(FileSpec spec) {
    return spec.columns().stream().map(Text::value).toList();
  }

  private static CSVFormat commonsFormat(CsvFormat format) {
    return CSVFormat.Builder.create()
        .setDelimiter(format.delimiter())
        .setQuote(format.quote())
        .setEscape(format.escape())
        .setCommentMarker(format.comment())
        .setIgnoreEmptyLines(true)
        .setIgnoreSurroundingSpaces(format.trim())
        .setTrim(format.trim())
        .get();
  }
}
