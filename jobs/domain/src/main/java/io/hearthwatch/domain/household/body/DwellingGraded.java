package io.hearthwatch.domain.household.body;

import io.hearthwatch.domain.household.EventBody;
import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.FieldReader;
import io.hearthwatch.domain.household.FieldWriter;
import io.hearthwatch.domain.household.Limits;

/**
 * The safety of the household's dwelling was graded.
 *
 * @param grade a, b, c or d; d is unsafe as a whole
 */
public record DwellingGraded(String grade) implements EventBody {

  public DwellingGraded {
    Limits.code("grade", grade);
  }

  /** Reads the fields in the order of {@link #write}. */
  public static DwellingGraded read(FieldReader in) {
    return new DwellingGraded(in.text());
  }

  @Override
  public EventType type() {
    return EventType.DWELLING_GRADED;
  }

  @Override
  public void write(FieldWriter out) {
    out.text("grade", grade);
  }
}
