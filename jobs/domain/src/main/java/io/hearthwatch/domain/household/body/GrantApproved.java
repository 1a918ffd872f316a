package io.hearthwatch.domain.household.body;

import io.hearthwatch.domain.household.EventBody;
import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.FieldReader;
import io.hearthwatch.domain.household.FieldWriter;
import io.hearthwatch.domain.household.Limits;
import io.hearthwatch.domain.household.Month;
import java.util.Objects;

/**
 * Help was granted. One grant is one person-time.
 *
 * @param programme dibao, tekun, medical-aid, temporary-relief, education-aid, housing-aid,
 *     disaster-emergency, disaster-transition, disability-hardship, disability-nursing, charity ...
 * @param cause illness, disability, schooling, disaster, accident, job-loss, no-labour-ability,
 *     other
 * @param month first month of benefit, as yyyymm
 * @param amountFen fen; amount granted
 * @param disasterId or null; the disaster it is for, where it is for one
 * @param policy or null; key of the policy it was granted under
 */
public record GrantApproved(
    String programme, String cause, Month month, long amountFen, String disasterId, String policy)
    implements EventBody {

  public GrantApproved {
    Limits.code("programme", programme);
    Limits.code("cause", cause);
    Objects.requireNonNull(month, "month");
    Limits.amount("amountFen", amountFen);
    Limits.optionalId("disasterId", disasterId);
    Limits.optionalCode("policy", policy);
  }

  /** Reads the fields in the order of {@link #write}. */
  public static GrantApproved read(FieldReader in) {
    return new GrantApproved(
        in.text(), in.text(), in.month(), in.number(), in.optionalText(), in.optionalText());
  }

  @Override
  public EventType type() {
    return EventType.GRANT_APPROVED;
  }

  @Override
  public void write(FieldWriter out) {
    out.text("programme", programme);
    out.text("cause", cause);
    out.month("month", month);
    out.number("amountFen", amountFen);
    out.optionalText("disasterId", disasterId);
    out.optionalText("policy", policy);
  }
}
