package io.hearthwatch.simulation;

import io.hearthwatch.domain.household.EventBody;
import io.hearthwatch.domain.household.body.ExpenseIncurred;
import io.hearthwatch.domain.household.body.GrantApproved;
import io.hearthwatch.domain.household.body.IncomeReceived;
import io.hearthwatch.domain.household.body.PaymentMade;

/**
 * What a clerk types instead of the truth: an amount that is a digit longer, or a little more
 * (assumed).
 */
final class Mistakes {

  private static final long WRITTEN_TEN_TIMES = 3;

  private Mistakes() {}

  /** The same with a wrong amount; null where there is no amount to be wrong. */
  static EventBody wrong(EventBody body, long bits) {
    if (body instanceof ExpenseIncurred right) {
      return new ExpenseIncurred(
          right.category(),
          amount(right.grossFen(), bits),
          right.basicInsuranceFen(),
          right.seriousIllnessFen(),
          right.medicalAidFen(),
          right.commercialFen(),
          right.subsidyFen(),
          right.charityFen());
    } else if (body instanceof IncomeReceived right) {
      return new IncomeReceived(right.monthEarned(), right.kind(), amount(right.amountFen(), bits));
    } else if (body instanceof GrantApproved right) {
      return new GrantApproved(
          right.programme(),
          right.cause(),
          right.month(),
          amount(right.amountFen(), bits),
          right.disasterId(),
          right.policy());
    } else if (body instanceof PaymentMade right) {
      return new PaymentMade(
          right.programme(), right.grantId(), right.month(), amount(right.amountFen(), bits));
    }
    return null;
  }

  private static long amount(long fen, long bits) {
    return (bits & 15) < WRITTEN_TEN_TIMES ? fen * 10 : fen + fen * ((bits >>> 4) & 63) / 100 + 1;
  }
}
