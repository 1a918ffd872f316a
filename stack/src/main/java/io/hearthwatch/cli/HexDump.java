package io.hearthwatch.cli;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Bytes as people read them: 16 a line, in hexadecimal and, where they are ASCII, as they are. */
final class HexDump {

  private static final int BYTES_A_LINE = 16;
  private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

  private HexDump() {}

  /** Lines of the first bytes; one more line says how many are left out. */
  static List<String> lines(byte[] bytes, int mostBytes, Language language) {
    List<String> lines = new ArrayList<>();
    int shown = Math.min(bytes.length, mostBytes);
    for (int from = 0; from < shown; from += BYTES_A_LINE) {
      int to = Math.min(shown, from + BYTES_A_LINE);
      String hex = HEX.formatHex(bytes, from, to);
      lines.add(String.format(Locale.ROOT, "%06x  %-47s  %s", from, hex, text(bytes, from, to)));
    }
    if (shown < bytes.length) {
      lines.add(
          language
              .of("……另有 %,d 字节；用 --bytes 显示更多", "... and %,d bytes more; --bytes shows them")
              .formatted(bytes.length - shown));
    }
    return lines;
  }

  private static String text(byte[] bytes, int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      text.append(bytes[i] >= ' ' && bytes[i] < 0x7F ? (char) bytes[i] : '.');
    }
    return text.toString();
  }
}
