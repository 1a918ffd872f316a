package io.hearthwatch.domain.household.body;

import io.hearthwatch.domain.household.EventBody;
import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.FieldReader;
import io.hearthwatch.domain.household.FieldWriter;
import io.hearthwatch.domain.household.Limits;

/**
 * A member's schooling changed.
 *
 * @param stage kindergarten, primary, junior, senior, vocational, university
 * @param status enrolled, left or graduated
 */
public record SchoolStatusChanged(String stage, String status) implements EventBody {

  public SchoolStatusChanged {
    Limits.code("stage", stage);
    Limits.code("status", status);
  }

  /** Reads the fields in the order of {@link #write}. */
  public static SchoolStatusChanged read(FieldReader in) {
    return new SchoolStatusChanged(in.text(), in.text());
  }

  @Override
  public EventType type() {
    return EventType.SCHOOL_STATUS_CHANGED;
  }

  @Override
  public void write(FieldWriter out) {
    out.text("stage", stage);
    out.text("status", status);
  }
}
