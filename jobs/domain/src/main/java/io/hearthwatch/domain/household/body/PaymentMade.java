package io.hearthwatch.domain.household.body;

import io.hearthwatch.domain.household.EventBody;
import io.hearthwatch.domain.household.EventId;
import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.FieldReader;
import io.hearthwatch.domain.household.FieldWriter;
import io.hearthwatch.domain.household.Limits;
import io.hearthwatch.domain.household.Month;
import java.util.Objects;

/**
 * Money of a grant was paid out.
 *
 * @param programme as in GrantApproved
 * @param grantId or null; event id of the grant, where known
 * @param month month of benefit, as yyyymm
 * @param amountFen fen; amount paid
 */
public record PaymentMade(String programme, String grantId, Month month, long amountFen)
    implements EventBody {

  public PaymentMade {
    Limits.code("programme", programme);
    Limits.optionalId("grantId", grantId);
    Objects.requireNonNull(month, "month");
    Limits.amount("amountFen", amountFen);
  }

  /** Reads the fields in the order of {@link #write}. */
  public static PaymentMade read(FieldReader in) {
    return new PaymentMade(in.text(), in.optionalText(), in.month(), in.number());
  }

  /** The grant, or null where nobody could be meant. */
  public EventId grant() {
    return grantId == null ? null : EventId.written(grantId);
  }

  @Override
  public EventType type() {
    return EventType.PAYMENT_MADE;
  }

  @Override
  public void write(FieldWriter out) {
    out.text("programme", programme);
    out.optionalText("grantId", grantId);
    out.month("month", month);
    out.number("amountFen", amountFen);
  }
}
