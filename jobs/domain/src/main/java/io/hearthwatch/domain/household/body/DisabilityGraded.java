package io.hearthwatch.domain.household.body;

import io.hearthwatch.domain.household.EventBody;
import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.FieldReader;
import io.hearthwatch.domain.household.FieldWriter;
import io.hearthwatch.domain.household.Limits;

/**
 * A disability was graded, upgraded or withdrawn.
 *
 * @param kind visual, hearing, speech, physical, intellectual, mental, multiple
 * @param grade 1 (most severe) to 4; 0 when the grading was withdrawn
 */
public record DisabilityGraded(String kind, long grade) implements EventBody {

  public DisabilityGraded {
    Limits.code("kind", kind);
    Limits.count("grade", grade);
    Limits.atMost("grade", grade, 4);
  }

  /** Reads the fields in the order of {@link #write}. */
  public static DisabilityGraded read(FieldReader in) {
    return new DisabilityGraded(in.text(), in.number());
  }

  @Override
  public EventType type() {
    return EventType.DISABILITY_GRADED;
  }

  @Override
  public void write(FieldWriter out) {
    out.text("kind", kind);
    out.number("grade", grade);
  }
}
