package io.hearthwatch.tables;

/**
 * Stands for a class of another job, which this one cannot see; only {@code KnowsAnotherJob} uses
 * it.
 */
public final class StandsForAnotherJob {

  private StandsForAnotherJob() {}

  /** Anything. */
  public static Object anything() {
    return "";
  }
}
