package io.hearthwatch.stack.whatif;

import java.util.Comparator;

/**
 * A change of what is proposed for households like these; the class may stay, and the entitlement
 * change.
 *
 * @param before class and way into it by the old policies, in one word
 * @param after likewise by the new ones
 * @param region that registers the households, at the level to which is added up
 * @param classes in force, in one word
 */
public record Move(String before, String after, String region, String classes)
    implements Comparable<Move> {

  private static final Comparator<Move> ORDER =
      Comparator.comparing(Move::before)
          .thenComparing(Move::after)
          .thenComparing(Move::region)
          .thenComparing(Move::classes);

  @Override
  public int compareTo(Move other) {
    return ORDER.compare(this, other);
  }

  /** Both proposals, in one word. */
  public String words() {
    return before.equals(after) ? before : before + " -> " + after;
  }
}
