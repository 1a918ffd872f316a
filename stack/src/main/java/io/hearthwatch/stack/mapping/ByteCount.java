package io.hearthwatch.stack.mapping;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Tells how many bytes of a file were read, before they are unpacked, for the progress. */
final class ByteCount extends FilterInputStream {

  private final LongConsumer read;

  ByteCount(InputStream in, LongConsumer read) {
    super(in);
    this.read = read;
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    read.accept(b < 0 ? 0 : 1);
    return b;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    read.accept(Math.max(count, 0));
    return count;
  }
}
