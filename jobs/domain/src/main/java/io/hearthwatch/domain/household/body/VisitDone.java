package io.hearthwatch.domain.household.body;

import io.hearthwatch.domain.household.EventBody;
import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.FieldReader;
import io.hearthwatch.domain.household.FieldWriter;
import io.hearthwatch.domain.household.Limits;

/**
 * A caseworker visited the household about one rule's hit.
 *
 * @param rule id of the rule that was looked into, or all
 * @param outcome confirmed, not-confirmed or not-met
 * @param caseId or null; the case it belongs to
 */
public record VisitDone(String rule, String outcome, String caseId) implements EventBody {

  public VisitDone {
    Limits.code("rule", rule);
    Limits.code("outcome", outcome);
    Limits.optionalId("caseId", caseId);
  }

  /** Reads the fields in the order of {@link #write}. */
  public static VisitDone read(FieldReader in) {
    return new VisitDone(in.text(), in.text(), in.optionalText());
  }

  @Override
  public EventType type() {
    return EventType.VISIT_DONE;
  }

  @Override
  public void write(FieldWriter out) {
    out.text("rule", rule);
    out.text("outcome", outcome);
    out.optionalText("caseId", caseId);
  }
}
