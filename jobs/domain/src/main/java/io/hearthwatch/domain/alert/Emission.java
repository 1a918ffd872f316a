package io.hearthwatch.domain.alert;

import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.Refusal;

/** What a step says to the world. */
public sealed interface Emission
    permits CaseChange, Emission.Refused, Emission.NewHousehold, Answer {

  /** State refused an event. */
  record Refused(HouseholdEvent event, Refusal reason) implements Emission {}

  /** A household was heard of for the first time. */
  record NewHousehold(String householdId) implements Emission {}
}
