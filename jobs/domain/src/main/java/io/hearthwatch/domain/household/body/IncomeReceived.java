package io.hearthwatch.domain.household.body;

import io.hearthwatch.domain.household.EventBody;
import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.FieldReader;
import io.hearthwatch.domain.household.FieldWriter;
import io.hearthwatch.domain.household.Limits;
import io.hearthwatch.domain.household.Month;
import java.util.Objects;

/**
 * Money that a member or the household earned or was given, by the month it was earned for.
 *
 * @param monthEarned month the money was earned for, as yyyymm
 * @param kind wage, business, pension, property, transfer, other; dibao and relief are recorded but
 *     are not income
 * @param amountFen fen; amount after tax
 */
public record IncomeReceived(Month monthEarned, String kind, long amountFen) implements EventBody {

  public IncomeReceived {
    Objects.requireNonNull(monthEarned, "monthEarned");
    Limits.code("kind", kind);
    Limits.amount("amountFen", amountFen);
  }

  /** Reads the fields in the order of {@link #write}. */
  public static IncomeReceived read(FieldReader in) {
    return new IncomeReceived(in.month(), in.text(), in.number());
  }

  @Override
  public EventType type() {
    return EventType.INCOME_RECEIVED;
  }

  @Override
  public void write(FieldWriter out) {
    out.month("monthEarned", monthEarned);
    out.text("kind", kind);
    out.number("amountFen", amountFen);
  }
}
