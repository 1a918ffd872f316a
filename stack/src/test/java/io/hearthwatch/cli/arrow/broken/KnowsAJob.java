package io.hearthwatch.cli.arrow.broken;

import io.hearthwatch.risk.StandsForAJob;

/** The red twin: a command that reaches into a job. */
public final class KnowsAJob {

  private KnowsAJob() {}

  /** What the module should not know. */
  public static Object foreign() {
    return StandsForAJob.anything();
  }
}
