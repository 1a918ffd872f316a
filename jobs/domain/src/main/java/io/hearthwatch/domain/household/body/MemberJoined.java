package io.hearthwatch.domain.household.body;

import io.hearthwatch.domain.household.EventBody;
import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.FieldReader;
import io.hearthwatch.domain.household.FieldWriter;
import io.hearthwatch.domain.household.Limits;

/**
 * A person became a member of the household, from this day on.
 *
 * @param reason registration, birth, marriage, return, other
 * @param role or null; head, spouse, child, parent, other
 * @param birthDate epoch day or null; day of birth, where known
 */
public record MemberJoined(String reason, String role, Integer birthDate) implements EventBody {

  public MemberJoined {
    Limits.code("reason", reason);
    Limits.optionalCode("role", role);
  }

  /** Reads the fields in the order of {@link #write}. */
  public static MemberJoined read(FieldReader in) {
    return new MemberJoined(in.text(), in.optionalText(), in.optionalDay());
  }

  @Override
  public EventType type() {
    return EventType.MEMBER_JOINED;
  }

  @Override
  public void write(FieldWriter out) {
    out.text("reason", reason);
    out.optionalText("role", role);
    out.optionalDay("birthDate", birthDate);
  }
}
