package io.hearthwatch.tables.arrow.broken;

import io.hearthwatch.domain.household.EventKind;

/** The red twin: a carrier of rows that begins to decide about households. */
public final class KnowsHouseholds {

  private KnowsHouseholds() {}

  /** What the module should not know. */
  public static Object foreign() {
    return EventKind.VOID;
  }
}
