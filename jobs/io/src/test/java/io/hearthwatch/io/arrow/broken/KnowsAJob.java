package io.hearthwatch.io.arrow.broken;

import io.hearthwatch.risk.StandsForAJob;

/** The red twin of the arrow from jobs to io: it goes the other way. */
public final class KnowsAJob {

  private KnowsAJob() {}

  /** What the module should not know. */
  public static Object foreign() {
    return StandsForAJob.anything();
  }
}
