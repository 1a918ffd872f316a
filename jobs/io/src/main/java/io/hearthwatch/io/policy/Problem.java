package io.hearthwatch.io.policy;

import java.util.Comparator;

/**
 * Something wrong with a policy file.
 *
 * @param file path within the bundle
 * @param line from 1
 * @param reason what is wrong, for the person who wrote it
 */
public record Problem(String file, int line, String reason) implements Comparable<Problem> {

  private static final Comparator<Problem> BY_PLACE =
      Comparator.comparing(Problem::file)
          .thenComparing(Problem::line)
          .thenComparing(Problem::reason);

  @Override
  public int compareTo(Problem other) {
    return BY_PLACE.compare(this, other);
  }

  @Override
  public String toString() {
    return file + ":" + line + ": " + reason;
  }
}
