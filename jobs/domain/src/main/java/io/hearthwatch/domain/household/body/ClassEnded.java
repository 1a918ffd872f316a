package io.hearthwatch.domain.household.body;

import io.hearthwatch.domain.household.EventBody;
import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.FieldReader;
import io.hearthwatch.domain.household.FieldWriter;
import io.hearthwatch.domain.household.Limits;

/**
 * A recognition ended; this day no longer counts.
 *
 * @param householdClass as in ClassRecognised
 * @param reason income, property, death, moved, expired, other
 */
public record ClassEnded(String householdClass, String reason) implements EventBody {

  public ClassEnded {
    Limits.code("householdClass", householdClass);
    Limits.code("reason", reason);
  }

  /** Reads the fields in the order of {@link #write}. */
  public static ClassEnded read(FieldReader in) {
    return new ClassEnded(in.text(), in.text());
  }

  @Override
  public EventType type() {
    return EventType.CLASS_ENDED;
  }

  @Override
  public void write(FieldWriter out) {
    out.text("householdClass", householdClass);
    out.text("reason", reason);
  }
}
