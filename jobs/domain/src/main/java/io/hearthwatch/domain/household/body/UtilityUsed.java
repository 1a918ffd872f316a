package io.hearthwatch.domain.household.body;

import io.hearthwatch.domain.household.EventBody;
import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.FieldReader;
import io.hearthwatch.domain.household.FieldWriter;
import io.hearthwatch.domain.household.Limits;

/**
 * Use of power or water over a reading period that ended this day.
 *
 * @param utility power or water
 * @param quantity watt-hours or litres
 * @param unpaidBills bills open on this day
 */
public record UtilityUsed(String utility, long quantity, long unpaidBills) implements EventBody {

  public UtilityUsed {
    Limits.code("utility", utility);
    Limits.count("quantity", quantity);
    Limits.count("unpaidBills", unpaidBills);
  }

  /** Reads the fields in the order of {@link #write}. */
  public static UtilityUsed read(FieldReader in) {
    return new UtilityUsed(in.text(), in.number(), in.number());
  }

  @Override
  public EventType type() {
    return EventType.UTILITY_USED;
  }

  @Override
  public void write(FieldWriter out) {
    out.text("utility", utility);
    out.number("quantity", quantity);
    out.number("unpaidBills", unpaidBills);
  }
}
