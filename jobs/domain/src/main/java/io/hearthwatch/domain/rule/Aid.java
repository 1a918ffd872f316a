package io.hearthwatch.domain.rule;

import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.LedgerLine;
import io.hearthwatch.domain.household.Membership;
import io.hearthwatch.domain.household.Month;
import io.hearthwatch.domain.household.body.GrantApproved;
import io.hearthwatch.domain.household.body.PaymentMade;
import java.util.List;
import java.util.function.Predicate;

/** What was granted and paid to the household and its members. */
final class Aid {

  private final Asked asked;

  Aid(Asked asked) {
    this.asked = asked;
  }

  /** Whether any of these programmes was granted or paid from a day on, whoever it was about. */
  boolean since(List<String> programmes, long day) {
    return since(programmes, day, line -> true);
  }

  /** The same about a member, or about nobody in particular. */
  boolean since(String personId, List<String> programmes, long day) {
    return since(
        programmes, day, line -> line.personId() == null || line.personId().equals(personId));
  }

  private boolean since(List<String> programmes, long day, Predicate<LedgerLine> counts) {
    for (EventType type : List.of(EventType.GRANT_APPROVED, EventType.PAYMENT_MADE)) {
      for (LedgerLine line : asked.view().lines(type)) {
        if (line.day() >= day && programmes.contains(programme(line)) && counts.test(line)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Day of the first grant of these programmes within the window. */
  long firstOn(List<String> programmes, Window window) {
    for (LedgerLine line : asked.view().lines(EventType.GRANT_APPROVED)) {
      if (asked.within(line, window) && programmes.contains(programme(line))) {
        return asked.dayOf(line);
      }
    }
    return Days.NONE;
  }

  /**
   * What was paid for months after that of the member's death: to the member, or, where nobody was
   * left by that death, to a household in which nobody was when the month began.
   */
  long paidAfterDeath(String personId) {
    LedgerLine died = asked.view().latest(EventType.MEMBER_DIED, personId);
    boolean last = died != null && asked.view().membership().countOn(died.day() + 1) == 0;
    return paidAfter(
        "member.paidAfterDeath",
        EventType.MEMBER_DIED,
        personId,
        line ->
            personId.equals(line.personId()) || last && line.personId() == null && toNobody(line));
  }

  private boolean toNobody(LedgerLine payment) {
    Membership membership = asked.view().membership();
    int monthBegan = ((PaymentMade) payment.body()).month().firstEpochDay();
    return membership.known() && membership.countOn(monthBegan) == 0;
  }

  /** What was paid to the member for months after that of leaving. */
  long paidAfterLeaving(String personId) {
    return paidAfter(
        "member.paidAfterLeaving",
        EventType.MEMBER_LEFT,
        personId,
        line -> personId.equals(line.personId()));
  }

  private long paidAfter(
      String indicator, EventType going, String personId, Predicate<LedgerLine> counts) {
    LedgerLine gone = asked.view().latest(going, personId);
    long sumFen = 0;
    if (gone != null) {
      Month last = Month.of(gone.day());
      for (LedgerLine line : asked.view().lines(EventType.PAYMENT_MADE)) {
        PaymentMade payment = (PaymentMade) line.body();
        if (payment.month().compareTo(last) > 0 && counts.test(line)) {
          sumFen = Math.addExact(sumFen, payment.amountFen());
          asked.evidence().record(line);
        }
      }
    }
    asked.at(indicator, asked.view().asOf(), sumFen, "fen");
    return sumFen;
  }

  private static String programme(LedgerLine line) {
    return line.body() instanceof GrantApproved grant
        ? grant.programme()
        : ((PaymentMade) line.body()).programme();
  }
}
