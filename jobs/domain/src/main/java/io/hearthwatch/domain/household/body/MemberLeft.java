package io.hearthwatch.domain.household.body;

import io.hearthwatch.domain.household.EventBody;
import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.FieldReader;
import io.hearthwatch.domain.household.FieldWriter;
import io.hearthwatch.domain.household.Limits;

/**
 * A person ceased to be a member; this day still counts.
 *
 * @param reason marriage, army, prison, moved, other
 */
public record MemberLeft(String reason) implements EventBody {

  public MemberLeft {
    Limits.code("reason", reason);
  }

  /** Reads the fields in the order of {@link #write}. */
  public static MemberLeft read(FieldReader in) {
    return new MemberLeft(in.text());
  }

  @Override
  public EventType type() {
    return EventType.MEMBER_LEFT;
  }

  @Override
  public void write(FieldWriter out) {
    out.text("reason", reason);
  }
}
