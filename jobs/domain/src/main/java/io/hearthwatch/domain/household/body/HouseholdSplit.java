package io.hearthwatch.domain.household.body;

import io.hearthwatch.domain.household.EventBody;
import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.FieldReader;
import io.hearthwatch.domain.household.FieldWriter;
import io.hearthwatch.domain.household.Limits;

/**
 * Part of the household formed a new one; its members leave by their own events.
 *
 * @param newHouseholdId the household that was formed
 */
public record HouseholdSplit(String newHouseholdId) implements EventBody {

  public HouseholdSplit {
    Limits.id("newHouseholdId", newHouseholdId);
  }

  /** Reads the fields in the order of {@link #write}. */
  public static HouseholdSplit read(FieldReader in) {
    return new HouseholdSplit(in.text());
  }

  @Override
  public EventType type() {
    return EventType.HOUSEHOLD_SPLIT;
  }

  @Override
  public void write(FieldWriter out) {
    out.text("newHouseholdId", newHouseholdId);
  }
}
