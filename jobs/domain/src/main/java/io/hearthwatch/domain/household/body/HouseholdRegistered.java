package io.hearthwatch.domain.household.body;

import io.hearthwatch.domain.household.EventBody;
import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.FieldReader;
import io.hearthwatch.domain.household.FieldWriter;
import io.hearthwatch.domain.household.Limits;

/**
 * The household is registered in the envelope's registeredRegion, from this day on.
 *
 * @param residence urban or rural
 */
public record HouseholdRegistered(String residence) implements EventBody {

  public HouseholdRegistered {
    Limits.code("residence", residence);
  }

  /** Reads the fields in the order of {@link #write}. */
  public static HouseholdRegistered read(FieldReader in) {
    return new HouseholdRegistered(in.text());
  }

  @Override
  public EventType type() {
    return EventType.HOUSEHOLD_REGISTERED;
  }

  @Override
  public void write(FieldWriter out) {
    out.text("residence", residence);
  }
}
