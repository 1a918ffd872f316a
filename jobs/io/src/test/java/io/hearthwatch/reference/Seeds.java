package io.hearthwatch.reference;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Seeds to try: some new ones, and always those that ever failed. */
public final class Seeds {

  private Seeds() {}

  /** Seeds 1 to count, and those that a file of resources lists. */
  public static List<Long> upTo(long count, String failedBefore) {
    return Stream.concat(LongStream.rangeClosed(1, count).boxed(), listed(failedBefore).stream())
        .distinct()
        .toList();
  }

  /** One seed a line; what follows a # is why. */
  private static List<Long> listed(String file) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Seeds.class.getClassLoader().getResourceAsStream("reference/" + file),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .map(line -> line.replaceAll("#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .map(Long::valueOf)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
