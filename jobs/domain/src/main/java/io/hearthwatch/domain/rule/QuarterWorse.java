package io.hearthwatch.domain.rule;

/** When a measure has become worse by so much that it is said again. */
public final class QuarterWorse {

  private QuarterWorse() {}

  /**
   * Whether a measure grew by a quarter of what it was or more. Of its magnitude: a measure may lie
   * below zero, as expenditure less income does, and one that stays where it is never is worse.
   */
  public static boolean is(long before, long now) {
    long quarter = Math.abs(before / 4) + (before % 4 == 0 ? 0 : 1);
    long growth = now - before;
    // What grows beyond 64 bits grew by more than a quarter of anything.
    return now > before && (growth < 0 || growth >= quarter);
  }
}
