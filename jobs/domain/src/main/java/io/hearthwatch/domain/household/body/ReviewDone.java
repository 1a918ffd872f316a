package io.hearthwatch.domain.household.body;

import io.hearthwatch.domain.household.EventBody;
import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.FieldReader;
import io.hearthwatch.domain.household.FieldWriter;
import io.hearthwatch.domain.household.Limits;

/**
 * A periodic review of the household's entitlement was done.
 *
 * @param result unchanged, raised, lowered or ended
 */
public record ReviewDone(String result) implements EventBody {

  public ReviewDone {
    Limits.code("result", result);
  }

  /** Reads the fields in the order of {@link #write}. */
  public static ReviewDone read(FieldReader in) {
    return new ReviewDone(in.text());
  }

  @Override
  public EventType type() {
    return EventType.REVIEW_DONE;
  }

  @Override
  public void write(FieldWriter out) {
    out.text("result", result);
  }
}
