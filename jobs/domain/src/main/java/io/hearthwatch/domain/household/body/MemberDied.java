package io.hearthwatch.domain.household.body;

import io.hearthwatch.domain.household.EventBody;
import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.FieldReader;
import io.hearthwatch.domain.household.FieldWriter;
import io.hearthwatch.domain.household.Limits;

/**
 * A member died; this day still counts.
 *
 * @param cause illness, accident, disaster, age, other
 */
public record MemberDied(String cause) implements EventBody {

  public MemberDied {
    Limits.code("cause", cause);
  }

  /** Reads the fields in the order of {@link #write}. */
  public static MemberDied read(FieldReader in) {
    return new MemberDied(in.text());
  }

  @Override
  public EventType type() {
    return EventType.MEMBER_DIED;
  }

  @Override
  public void write(FieldWriter out) {
    out.text("cause", cause);
  }
}
