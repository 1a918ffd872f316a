package io.hearthwatch.domain.household.body;

import io.hearthwatch.domain.household.EventBody;
import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.FieldReader;
import io.hearthwatch.domain.household.FieldWriter;
import io.hearthwatch.domain.household.Limits;

/**
 * The household applied for a programme.
 *
 * @param programme the programme applied for
 */
public record ApplicationMade(String programme) implements EventBody {

  public ApplicationMade {
    Limits.code("programme", programme);
  }

  /** Reads the fields in the order of {@link #write}. */
  public static ApplicationMade read(FieldReader in) {
    return new ApplicationMade(in.text());
  }

  @Override
  public EventType type() {
    return EventType.APPLICATION_MADE;
  }

  @Override
  public void write(FieldWriter out) {
    out.text("programme", programme);
  }
}
