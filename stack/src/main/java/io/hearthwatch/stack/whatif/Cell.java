package io.hearthwatch.stack.whatif;

import java.util.Comparator;

/**
 * Of whom something is counted.
 *
 * @param rule the rule, or a class that cannot be assessed
 * @param region that registers the households, at the level to which is added up
 * @param classes in force, in one word
 */
public record Cell(String rule, String region, String classes) implements Comparable<Cell> {

  private static final Comparator<Cell> ORDER =
      Comparator.comparing(Cell::rule).thenComparing(Cell::region).thenComparing(Cell::classes);

  @Override
  public int compareTo(Cell other) {
    return ORDER.compare(this, other);
  }
}
