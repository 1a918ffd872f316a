package io.hearthwatch.domain.household.body;

import io.hearthwatch.domain.household.EventBody;
import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.FieldReader;
import io.hearthwatch.domain.household.FieldWriter;
import io.hearthwatch.domain.household.Limits;

/**
 * A sudden accident hit the household.
 *
 * @param kind traffic, work, fire, drowning, other
 * @param hospitalStay somebody was taken into hospital
 * @param deaths people who died of it
 */
public record AccidentHappened(String kind, boolean hospitalStay, long deaths)
    implements EventBody {

  public AccidentHappened {
    Limits.code("kind", kind);
    Limits.count("deaths", deaths);
  }

  /** Reads the fields in the order of {@link #write}. */
  public static AccidentHappened read(FieldReader in) {
    return new AccidentHappened(in.text(), in.flag(), in.number());
  }

  @Override
  public EventType type() {
    return EventType.ACCIDENT_HAPPENED;
  }

  @Override
  public void write(FieldWriter out) {
    out.text("kind", kind);
    out.flag("hospitalStay", hospitalStay);
    out.number("deaths", deaths);
  }
}
