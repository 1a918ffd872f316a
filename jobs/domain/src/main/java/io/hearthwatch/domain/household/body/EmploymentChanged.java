package io.hearthwatch.domain.household.body;

import io.hearthwatch.domain.household.EventBody;
import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.FieldReader;
import io.hearthwatch.domain.household.FieldWriter;
import io.hearthwatch.domain.household.Limits;

/**
 * A member's employment changed.
 *
 * @param status employed, self-employed, unemployed, retired, student, unable
 */
public record EmploymentChanged(String status) implements EventBody {

  public EmploymentChanged {
    Limits.code("status", status);
  }

  /** Reads the fields in the order of {@link #write}. */
  public static EmploymentChanged read(FieldReader in) {
    return new EmploymentChanged(in.text());
  }

  @Override
  public EventType type() {
    return EventType.EMPLOYMENT_CHANGED;
  }

  @Override
  public void write(FieldWriter out) {
    out.text("status", status);
  }
}
