package io.hearthwatch.stack.reconcile;

import io.hearthwatch.domain.household.EventKind;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.Month;
import io.hearthwatch.domain.household.body.ClassEnded;
import io.hearthwatch.domain.household.body.ClassRecognised;
import io.hearthwatch.domain.household.body.DisasterReported;
import io.hearthwatch.domain.household.body.GrantApproved;
import io.hearthwatch.domain.household.body.PaymentMade;

/** The columns of table {@code told} that are made of the body; they are explained there. */
record Told(
    String what,
    String programme,
    String cause,
    String disasterId,
    int yearMonth,
    int benefitMonth,
    long fen,
    String grantId,
    Integer validThrough) {

  /** Of an event; null where it is not about relief, and takes back nothing that was. */
  static Told of(HouseholdEvent event) {
    if (event.body() instanceof GrantApproved grant) {
      int month = grant.month().number();
      return new Told(
          "GRANT",
          grant.programme(),
          grant.cause(),
          grant.disasterId(),
          month,
          month,
          grant.amountFen(),
          null,
          null);
    } else if (event.body() instanceof PaymentMade paid) {
      return new Told(
          "PAYMENT",
          paid.programme(),
          null,
          null,
          Month.of(event.occurredOn()).number(),
          paid.month().number(),
          paid.amountFen(),
          paid.grantId(),
          null);
    } else if (event.body() instanceof ClassRecognised recognised) {
      return withoutMoney("IN", recognised.householdClass(), recognised.validThrough());
    } else if (event.body() instanceof ClassEnded ended) {
      return withoutMoney("OUT", ended.householdClass(), null);
    } else if (event.body() instanceof DisasterReported) {
      return withoutMoney("REPORT", "", null); // may correct what was called a grant
    }
    boolean takesBack = event.revision() > 0 || event.kind() != EventKind.NOTIFY;
    return takesBack ? withoutMoney("OTHER", "", null) : null; // likewise
  }

  private static Told withoutMoney(String what, String programme, Integer validThrough) {
    return new Told(what, programme, null, null, 0, 0, 0, null, validThrough);
  }
}
