package io.hearthwatch.domain.household.body;

import io.hearthwatch.domain.household.EventBody;
import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.FieldReader;
import io.hearthwatch.domain.household.FieldWriter;
import io.hearthwatch.domain.household.Limits;

/**
 * The household is registered in the envelope's registeredRegion from this day on, and was
 * elsewhere before.
 *
 * @param fromRegion or null; where it was registered before, where known
 * @param residence urban or rural, from this day on
 */
public record HouseholdMoved(String fromRegion, String residence) implements EventBody {

  public HouseholdMoved {
    Limits.optionalId("fromRegion", fromRegion);
    Limits.code("residence", residence);
  }

  /** Reads the fields in the order of {@link #write}. */
  public static HouseholdMoved read(FieldReader in) {
    return new HouseholdMoved(in.optionalText(), in.text());
  }

  @Override
  public EventType type() {
    return EventType.HOUSEHOLD_MOVED;
  }

  @Override
  public void write(FieldWriter out) {
    out.optionalText("fromRegion", fromRegion);
    out.text("residence", residence);
  }
}
