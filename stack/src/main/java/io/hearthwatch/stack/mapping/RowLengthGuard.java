package io.hearthwatch.stack.mapping;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Stops a row that does not end. One quote that is never closed makes the rest of a file a single
 * value, and would fill the memory before anybody learns why.
 */
final class RowLengthGuard extends FilterReader {

  static final int MOST_CHARACTERS = 1 << 20;

  private long sinceRow;

  RowLengthGuard(Reader in) {
    super(in);
  }

  /** A row is complete; the next may have as much again. */
  void rowEnded() {
    sinceRow = 0;
  }

  @Override
  public int read() throws IOException {
    count(1);
    return super.read();
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    count(Math.max(count, 0));
    return count;
  }

  private void count(int characters) throws IOException {
    sinceRow += characters;
    if (sinceRow > MOST_CHARACTERS) {
      throw new IOException(
          "a row is longer than "
              + MOST_CHARACTERS
              + " characters: is a quote never closed? Set 'quote: none' if quotes mean nothing");
    }
  }
}
