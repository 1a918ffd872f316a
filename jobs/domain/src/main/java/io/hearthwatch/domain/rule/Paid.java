package io.hearthwatch.domain.rule;

import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.LedgerLine;
import io.hearthwatch.domain.household.Month;
import io.hearthwatch.domain.household.body.PaymentMade;
import java.util.OptionalLong;

/** What a programme paid a household for a month. */
final class Paid {

  private final Asked asked;

  Paid(Asked asked) {
    this.asked = asked;
  }

  /**
   * All payments of a programme for a month, each of them cited.
   *
   * @return their sum in fen; nothing where none is known
   */
  OptionalLong fen(String programme, Month month) {
    long sumFen = 0;
    boolean known = false;
    for (LedgerLine line : asked.view().lines(EventType.PAYMENT_MADE)) {
      PaymentMade payment = (PaymentMade) line.body();
      if (payment.programme().equals(programme) && payment.month().equals(month)) {
        sumFen = Math.addExact(sumFen, payment.amountFen());
        asked.evidence().record(line);
        known = true;
      }
    }
    return known ? OptionalLong.of(sumFen) : OptionalLong.empty();
  }
}
