package io.hearthwatch.simulation;

/**
 * How departments fail to tell what they saw, as shares of their events.
 *
 * @param lost never told
 * @param late told weeks later than their rhythm would have it
 * @param twice told again, word for word
 * @param corrected told wrongly first
 * @param mistaken told of a household it never happened to, and taken back
 * @param batches whether some departments tell once a month or a quarter only
 * @param silences whether now and then a department of a province says nothing for up to two months
 */
public record Disorder(
    double lost,
    double late,
    double twice,
    double corrected,
    double mistaken,
    boolean batches,
    boolean silences) {

  public Disorder {
    for (double share : new double[] {lost, late, twice, corrected, mistaken}) {
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException("shares of disorder are from 0 to 1");
      }
    }
    if (twice + corrected > 1) {
      throw new IllegalArgumentException("twice and corrected are more than all together");
    }
  }

  /** Everything is told once, at once, and right. */
  public static final Disorder NONE = new Disorder(0, 0, 0, 0, 0, false, false);

  /** Assumed: no department publishes how often it errs. */
  public static final Disorder USUAL = new Disorder(0.02, 0.03, 0.05, 0.02, 0.002, true, true);
}
