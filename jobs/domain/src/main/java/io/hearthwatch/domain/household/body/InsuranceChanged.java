package io.hearthwatch.domain.household.body;

import io.hearthwatch.domain.household.EventBody;
import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.FieldReader;
import io.hearthwatch.domain.household.FieldWriter;
import io.hearthwatch.domain.household.Limits;

/**
 * A member entered or left an insurance scheme.
 *
 * @param scheme basic-medical, work-injury, unemployment, pension, commercial
 * @param insured true from this day on, false from this day on not
 * @param validThrough epoch day or null; last insured day, where known
 */
public record InsuranceChanged(String scheme, boolean insured, Integer validThrough)
    implements EventBody {

  public InsuranceChanged {
    Limits.code("scheme", scheme);
  }

  /** Reads the fields in the order of {@link #write}. */
  public static InsuranceChanged read(FieldReader in) {
    return new InsuranceChanged(in.text(), in.flag(), in.optionalDay());
  }

  @Override
  public EventType type() {
    return EventType.INSURANCE_CHANGED;
  }

  @Override
  public void write(FieldWriter out) {
    out.text("scheme", scheme);
    out.flag("insured", insured);
    out.optionalDay("validThrough", validThrough);
  }
}
