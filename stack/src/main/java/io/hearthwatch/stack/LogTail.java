package io.hearthwatch.stack;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds in the end of a log the one line that most likely says why its program has ended. */
final class LogTail {
  private static final int READ_BYTES = 64 * 1024;
  private static final int LONGEST_CAUSE = 240;
  private static final Pattern ROOT_CAUSE = Pattern.compile("^Caused by: \\S+.*");
  private static final Pattern COMPLAINT =
      Pattern.compile(
          ".*(\\b(ERROR|FATAL)\\b|\\S(Exception|Error)\\b|[Ee]rror:|[Uu]nrecognized).*");
  private static final Pattern FRAME = Pattern.compile("^\\s+(at |\\.\\.\\. ).*");

  private LogTail() {}

  /** The innermost cause, else the last complaint, else the last line, of all the logs together. */
  static Optional<String> cause(Path... logs) {
    List<String> lines =
        Stream.of(logs)
            .flatMap(log -> tail(log).lines())
            .filter(line -> !line.isBlank() && !FRAME.matcher(line).matches())
            .toList();
    return last(lines, ROOT_CAUSE)
        .or(() -> last(lines, COMPLAINT))
        .or(() -> lines.isEmpty() ? Optional.empty() : Optional.of(lines.get(lines.size() - 1)))
        .map(String::strip)
        .map(
            line -> line.length() <= LONGEST_CAUSE ? line : line.substring(0, LONGEST_CAUSE) + "…");
  }

  private static Optional<String> last(List<String> lines, Pattern pattern) {
    return lines.stream()
        .filter(line -> pattern.matcher(line).matches())
        .reduce((earlier, later) -> later);
  }

  private static String tail(Path log) {
    if (!Files.isReadable(log)) {
      return "";
    }
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      long from = Math.max(0, file.length() - READ_BYTES);
      file.seek(from);
      byte[] bytes = new byte[(int) (file.length() - from)];
      file.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}
