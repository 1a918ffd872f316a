package io.hearthwatch.bench;

import io.hearthwatch.domain.alert.Cause;
import io.hearthwatch.domain.alert.HouseholdRisk;
import io.hearthwatch.domain.alert.PolicyInForce;
import io.hearthwatch.domain.household.HouseholdProfile;

/** Profiles as the job would have made them of their history. */
final class Preload {

  private Preload() {}

  /** By the domain itself: the whole history in one step. */
  static HouseholdProfile profile(Households households, long household, PolicyInForce policy) {
    Cause history = new Cause.Events(households.history(household));
    return HouseholdRisk.step(Households.id(household), null, history, policy).profile();
  }
}
