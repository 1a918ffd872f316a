package io.hearthwatch.assistance.arrow.broken;

import io.hearthwatch.tables.StandsForAnotherJob;

/** The red twin: jobs never see each other. */
public final class KnowsAnotherJob {

  private KnowsAnotherJob() {}

  /** What the module should not know. */
  public static Object foreign() {
    return StandsForAnotherJob.anything();
  }
}
