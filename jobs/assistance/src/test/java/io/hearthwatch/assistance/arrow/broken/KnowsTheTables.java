package io.hearthwatch.assistance.arrow.broken;

import io.hearthwatch.io.tables.UnreadableRow;

/** The red twin: a job that writes topics only, and knows the tables. */
public final class KnowsTheTables {

  private KnowsTheTables() {}

  /** What the module should not know. */
  public static Object foreign() {
    return UnreadableRow.class;
  }
}
