package io.hearthwatch.domain.household.body;

import io.hearthwatch.domain.household.EventBody;
import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.FieldReader;
import io.hearthwatch.domain.household.FieldWriter;
import io.hearthwatch.domain.household.Limits;

/**
 * A department answered a referral.
 *
 * @param referralId the referral
 * @param answer accepted, done or rejected
 * @param note or null; reason code of a rejection
 */
public record ReferralAnswered(String referralId, String answer, String note) implements EventBody {

  public ReferralAnswered {
    Limits.id("referralId", referralId);
    Limits.code("answer", answer);
    Limits.optionalCode("note", note);
  }

  /** Reads the fields in the order of {@link #write}. */
  public static ReferralAnswered read(FieldReader in) {
    return new ReferralAnswered(in.text(), in.text(), in.optionalText());
  }

  @Override
  public EventType type() {
    return EventType.REFERRAL_ANSWERED;
  }

  @Override
  public void write(FieldWriter out) {
    out.text("referralId", referralId);
    out.text("answer", answer);
    out.optionalText("note", note);
  }
}
