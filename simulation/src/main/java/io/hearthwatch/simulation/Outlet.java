package io.hearthwatch.simulation;

import io.hearthwatch.domain.household.HouseholdEvent;

/**
 * Where events go. Households are told in lanes, each by one thread; a household has one lane for
 * ever, so what comes out of a lane is the same in every run of one seed.
 */
public interface Outlet {

  /** How many lanes there are. */
  int lanes();

  /** The lane of a household, from 0. */
  int lane(String householdId);

  /** One event; called by the thread of its lane only, or by nobody else at that time. */
  void tell(int lane, HouseholdEvent event);

  /** A lane has told all of some days. */
  void flush(int lane);
}
