package io.hearthwatch.domain.household.body;

import io.hearthwatch.domain.household.EventBody;
import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.FieldReader;
import io.hearthwatch.domain.household.FieldWriter;
import io.hearthwatch.domain.household.Limits;

/**
 * The household was recognised in a class, from this day on.
 *
 * @param householdClass dibao, tekun, marginal, rigid, monitored, other-low-income, or a local one
 * @param variant or null; local variant of the class
 * @param validThrough epoch day or null; last day of validity, where limited
 */
public record ClassRecognised(String householdClass, String variant, Integer validThrough)
    implements EventBody {

  public ClassRecognised {
    Limits.code("householdClass", householdClass);
    Limits.optionalCode("variant", variant);
  }

  /** Reads the fields in the order of {@link #write}. */
  public static ClassRecognised read(FieldReader in) {
    return new ClassRecognised(in.text(), in.optionalText(), in.optionalDay());
  }

  @Override
  public EventType type() {
    return EventType.CLASS_RECOGNISED;
  }

  @Override
  public void write(FieldWriter out) {
    out.text("householdClass", householdClass);
    out.optionalText("variant", variant);
    out.optionalDay("validThrough", validThrough);
  }
}
