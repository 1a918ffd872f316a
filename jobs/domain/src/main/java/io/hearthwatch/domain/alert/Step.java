package io.hearthwatch.domain.alert;

import io.hearthwatch.domain.household.HouseholdProfile;
import java.util.List;

/**
 * What follows from a cause.
 *
 * @param profile the household after it; null where there is none
 * @param emissions what is said to the world, in order
 * @param nextDeadline epoch day of the next deadline, or {@link HouseholdProfile#NO_DEADLINE}
 */
public record Step(HouseholdProfile profile, List<Emission> emissions, int nextDeadline) {
  public Step {
    emissions = List.copyOf(emissions);
  }
}
