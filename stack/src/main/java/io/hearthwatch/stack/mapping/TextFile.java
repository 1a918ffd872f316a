package io.hearthwatch.stack.mapping;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;

/** Opens a file as text: unpacks gzip by what the file is, not by its name, and drops a BOM. */
final class TextFile {

  private static final int BUFFER_BYTES = 1 << 16;
  private static final int GZIP_FIRST = 0x1f;
  private static final int GZIP_SECOND = 0x8b;
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private TextFile() {}

  /** Bytes that are not of the charset become U+FFFD, which the reader of rows refuses. */
  static Reader open(Path path, Charset charset, LongConsumer bytesRead) throws IOException {
    InputStream in =
        new BufferedInputStream(new ByteCount(Files.newInputStream(path), bytesRead), BUFFER_BYTES);
    try {
      in.mark(2);
      boolean gzip = in.read() == GZIP_FIRST && in.read() == GZIP_SECOND;
      in.reset();
      InputStream unpacked = gzip ? new GZIPInputStream(in, BUFFER_BYTES) : in;
      Reader text = new BufferedReader(new InputStreamReader(unpacked, charset), BUFFER_BYTES);
      text.mark(1);
      if (text.read() != BYTE_ORDER_MARK) {
        text.reset();
      }
      return text;
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }
}
