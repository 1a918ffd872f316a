package io.hearthwatch.domain.rule;

import io.hearthwatch.domain.household.EventId;
import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.LedgerLine;
import io.hearthwatch.domain.household.Month;
import io.hearthwatch.domain.household.body.GrantApproved;
import io.hearthwatch.domain.household.body.PaymentMade;
import java.util.Objects;

/** One grant, and whether it was paid. */
final class Grants {

  private final Asked asked;

  Grants(Asked asked) {
    this.asked = asked;
  }

  /** Whether it was made within the window. */
  boolean within(LedgerLine grant, Window window) {
    return asked.happenedWithin(grant, window);
  }

  static long amountFen(LedgerLine grant) {
    return body(grant).amountFen();
  }

  /** That day of the month after the one in which it was granted and its first of benefit. */
  static long payableOn(LedgerLine grant, long dayOfMonth) {
    Month granted = Month.of(grant.day());
    Month first = body(grant).month();
    return (granted.compareTo(first) > 0 ? granted : first).plus(1).firstEpochDay()
        + dayOfMonth
        - 1;
  }

  /** Whether anything was paid on it. */
  boolean paid(LedgerLine grant) {
    return asked.view().lines(EventType.PAYMENT_MADE).stream().anyMatch(on -> pays(on, grant));
  }

  private static boolean pays(LedgerLine line, LedgerLine grant) {
    PaymentMade payment = (PaymentMade) line.body();
    if (payment.grantId() != null) {
      EventId named = EventId.written(payment.grantId());
      return named != null && named.high() == grant.id();
    }
    return payment.programme().equals(body(grant).programme())
        && Objects.equals(line.personId(), grant.personId())
        && payment.month().compareTo(body(grant).month()) >= 0;
  }

  private static GrantApproved body(LedgerLine grant) {
    return (GrantApproved) grant.body();
  }
}
