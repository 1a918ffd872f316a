package io.hearthwatch.risk;

/**
 * Stands for a class of a job, which neither io nor the stack can see; only their {@code KnowsAJob}
 * uses it.
 */
public final class StandsForAJob {

  private StandsForAJob() {}

  /** Anything. */
  public static Object anything() {
    return "";
  }
}
