package io.hearthwatch.domain.household.body;

import io.hearthwatch.domain.household.EventBody;
import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.FieldReader;
import io.hearthwatch.domain.household.FieldWriter;
import io.hearthwatch.domain.household.Limits;

/**
 * A disease was diagnosed.
 *
 * @param diseaseCode code of the regional disease list
 */
public record DiagnosisMade(String diseaseCode) implements EventBody {

  public DiagnosisMade {
    Limits.code("diseaseCode", diseaseCode);
  }

  /** Reads the fields in the order of {@link #write}. */
  public static DiagnosisMade read(FieldReader in) {
    return new DiagnosisMade(in.text());
  }

  @Override
  public EventType type() {
    return EventType.DIAGNOSIS_MADE;
  }

  @Override
  public void write(FieldWriter out) {
    out.text("diseaseCode", diseaseCode);
  }
}
