package io.hearthwatch.domain.household.body;

import io.hearthwatch.domain.household.EventBody;
import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.FieldReader;
import io.hearthwatch.domain.household.FieldWriter;
import io.hearthwatch.domain.household.Limits;

/**
 * The household was merged into another; its members leave by their own events.
 *
 * @param intoHouseholdId the household that goes on
 */
public record HouseholdMerged(String intoHouseholdId) implements EventBody {

  public HouseholdMerged {
    Limits.id("intoHouseholdId", intoHouseholdId);
  }

  /** Reads the fields in the order of {@link #write}. */
  public static HouseholdMerged read(FieldReader in) {
    return new HouseholdMerged(in.text());
  }

  @Override
  public EventType type() {
    return EventType.HOUSEHOLD_MERGED;
  }

  @Override
  public void write(FieldWriter out) {
    out.text("intoHouseholdId", intoHouseholdId);
  }
}
