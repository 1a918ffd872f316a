package io.hearthwatch.domain.relief;

import io.hearthwatch.domain.household.EventId;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.body.ClassEnded;
import io.hearthwatch.domain.household.body.ClassRecognised;
import io.hearthwatch.domain.household.body.GrantApproved;
import io.hearthwatch.domain.household.body.PaymentMade;

/**
 * What a version can change among all that a household was told: its own event; where that is or
 * was a grant, the payments for it; where it speaks or spoke of a class, all that does.
 */
final class Touched {

  private final EventId id;
  private final boolean grant;
  private final boolean ofClass;

  private Touched(EventId id, boolean grant, boolean ofClass) {
    this.id = id;
    this.grant = grant;
    this.ofClass = ofClass;
  }

  static Touched by(HouseholdEvent version, ReliefLedger after) {
    boolean grant = false;
    boolean ofClass = false;
    for (HouseholdEvent told : after.versionsOf(version.eventId())) {
      grant |= told.body() instanceof GrantApproved;
      ofClass |= isOfClass(told);
    }
    return new Touched(version.eventId(), grant, ofClass);
  }

  /** Whether what an event counts as may have changed. */
  boolean changes(HouseholdEvent event) {
    return event.eventId().equals(id)
        || ofClass && isOfClass(event)
        || grant && event.body() instanceof PaymentMade payment && id.equals(payment.grant());
  }

  /** Whether it is a grant that did not change, beside which a household counts once. */
  boolean standsBeside(HouseholdEvent event) {
    return grant && event.body() instanceof GrantApproved && !event.eventId().equals(id);
  }

  /** What else there is says nothing of relief, and only takes back what was said before. */
  static boolean isOfClass(HouseholdEvent event) {
    return event.body() instanceof ClassRecognised || event.body() instanceof ClassEnded;
  }
}
