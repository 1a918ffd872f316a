package io.hearthwatch.domain.rule;

import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.LedgerLine;
import io.hearthwatch.domain.household.Month;
import io.hearthwatch.domain.household.body.GrantApproved;
import io.hearthwatch.domain.household.body.PaymentMade;
import io.hearthwatch.domain.policy.Compatibility;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What one person gets twice, in this household or in another one as well. */
final class Duplicates {

  private final Asked asked;

  Duplicates(Asked asked) {
    this.asked = asked;
  }

  /**
   * A grant of somebody, and what was paid by its programme in the household that tells of it.
   *
   * @param payments of that household
   */
  private record Held(LedgerLine grant, List<LedgerLine> payments) {

    GrantApproved body() {
      return (GrantApproved) grant.body();
    }

    /** Payments to the same person by the same programme. */
    List<LedgerLine> paid() {
      return payments.stream()
          .filter(line -> Objects.equals(line.personId(), grant.personId()))
          .filter(line -> payment(line).programme().equals(body().programme()))
          .toList();
    }

    Map<Month, Long> fenByMonth() {
      Map<Month, Long> fenByMonth = new HashMap<>();
      for (LedgerLine line : paid()) {
        fenByMonth.merge(payment(line).month(), payment(line).amountFen(), Math::addExact);
      }
      return fenByMonth;
    }
  }

  /** Whether another grant of the same person may not be held, or paid, beside this one. */
  boolean clashes(LedgerLine grant, String parameter, Window window) {
    List<Held> clashing = clashing(grant, parameter, window);
    clashing.forEach(other -> asked.happened(other.grant()));
    return !clashing.isEmpty();
  }

  /** What was paid twice: of each month that both were paid for the lower amount. */
  long excessFen(LedgerLine grant, String parameter, Window window) {
    Held own = new Held(grant, asked.view().lines(EventType.PAYMENT_MADE));
    Map<Month, Long> ownFen = own.fenByMonth();
    long sumFen = 0;
    for (Held other : clashing(grant, parameter, window)) {
      for (Map.Entry<Month, Long> paid : other.fenByMonth().entrySet()) {
        long bothFen = Math.min(paid.getValue(), ownFen.getOrDefault(paid.getKey(), 0L));
        sumFen = Math.addExact(sumFen, bothFen);
      }
      other.paid().forEach(asked.evidence()::record);
    }
    own.paid().forEach(asked.evidence()::record);
    asked.at("grant.excess", asked.view().asOf(), sumFen, "fen");
    return sumFen;
  }

  /** Whether the same programme was granted to the person for the same cause shortly before. */
  boolean repeats(LedgerLine grant, String parameter, Window window) {
    GrantApproved own = (GrantApproved) grant.body();
    Compatibility withItself =
        asked
            .parameters()
            .compatibility(parameter, own.programme(), own.programme(), asked.evidence());
    if (withItself != Compatibility.SAME_CAUSE_ONCE) {
      return false;
    }
    LedgerLine latest = null;
    for (Held other : others(grant)) {
      boolean before =
          HouseholdView.before(other.grant(), grant)
              && other.grant().day() >= window.firstDay(grant.day())
              && other.body().programme().equals(own.programme())
              && other.body().cause().equals(own.cause());
      if (before && (latest == null || HouseholdView.before(latest, other.grant()))) {
        latest = other.grant();
      }
    }
    if (latest != null) {
      asked.happened(latest);
    }
    return latest != null;
  }

  /**
   * Whether the member is a member of another household too, and none of the two is being left
   * today: who moves is in both for a day.
   */
  boolean memberElsewhere(String personId) {
    int tomorrow = asked.view().asOf() + 1;
    if (!asked.view().membership().isMember(personId, tomorrow)) {
      return false;
    }
    for (OtherHousehold other : asked.view().others()) {
      if (other.membership().isMember(personId, tomorrow)) {
        LedgerLine joined = null;
        for (LedgerLine line : other.lines(EventType.MEMBER_JOINED)) {
          joined = personId.equals(line.personId()) ? line : joined;
        }
        asked.happened(joined);
        return true;
      }
    }
    return false;
  }

  /** Whether the member was paid by a programme here and elsewhere for the same month. */
  boolean paidElsewhereToo(String personId, String programme, Window window) {
    Month first = Month.of(asked.firstDay(window));
    Set<Month> here = new HashSet<>();
    for (LedgerLine line : asked.view().linesOf(EventType.PAYMENT_MADE, personId)) {
      if (payment(line).programme().equals(programme)) {
        here.add(payment(line).month());
      }
    }
    for (OtherHousehold other : asked.view().others()) {
      for (LedgerLine line : other.lines(EventType.PAYMENT_MADE)) {
        Month month = payment(line).month();
        if (personId.equals(line.personId())
            && payment(line).programme().equals(programme)
            && month.compareTo(first) >= 0
            && here.contains(month)) {
          asked.happened(line);
          return true;
        }
      }
    }
    return false;
  }

  private List<Held> clashing(LedgerLine grant, String parameter, Window window) {
    String programme = ((GrantApproved) grant.body()).programme();
    List<Held> clashing = new ArrayList<>();
    for (Held other : others(grant)) {
      if (!asked.within(other.grant(), window)) {
        continue;
      }
      Compatibility together =
          asked
              .parameters()
              .compatibility(parameter, programme, other.body().programme(), asked.evidence());
      if (together == Compatibility.EXCLUDE
          || together == Compatibility.HIGHER_OF && bothPaid(grant, other)) {
        clashing.add(other);
      }
    }
    return clashing;
  }

  private boolean bothPaid(LedgerLine grant, Held other) {
    Set<Month> months =
        new HashSet<>(
            new Held(grant, asked.view().lines(EventType.PAYMENT_MADE)).fenByMonth().keySet());
    months.retainAll(other.fenByMonth().keySet());
    return !months.isEmpty();
  }

  /** All other grants of the same person; of grants to the household those that it got itself. */
  private List<Held> others(LedgerLine grant) {
    List<Held> others = new ArrayList<>();
    List<LedgerLine> ownPayments = asked.view().lines(EventType.PAYMENT_MADE);
    for (LedgerLine line : asked.view().lines(EventType.GRANT_APPROVED)) {
      if (line.id() != grant.id() && Objects.equals(line.personId(), grant.personId())) {
        others.add(new Held(line, ownPayments));
      }
    }
    if (grant.personId() != null) {
      for (OtherHousehold other : asked.view().others()) {
        List<LedgerLine> payments = other.lines(EventType.PAYMENT_MADE);
        for (LedgerLine line : other.lines(EventType.GRANT_APPROVED)) {
          if (grant.personId().equals(line.personId())) {
            others.add(new Held(line, payments));
          }
        }
      }
    }
    return others;
  }

  private static PaymentMade payment(LedgerLine line) {
    return (PaymentMade) line.body();
  }
}
