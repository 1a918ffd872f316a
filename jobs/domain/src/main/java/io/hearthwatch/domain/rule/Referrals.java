package io.hearthwatch.domain.rule;

import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.LedgerLine;
import io.hearthwatch.domain.household.body.ReferralAnswered;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What became of the referrals of a household. */
final class Referrals {

  private static final String RECEIVED = "received";
  private static final Set<String> RESULTS = Set.of("done", "rejected");

  private final Asked asked;

  Referrals(Asked asked) {
    this.asked = asked;
  }

  /**
   * One referral.
   *
   * @param told everything that was told of it, by day and id; the first told that it was received
   */
  record Referral(List<LedgerLine> told) {

    /** The day since which the department knows of it. */
    int day() {
      return first().day();
    }

    LedgerLine first() {
      return told.get(0);
    }

    /** Whether anything but its receipt was told. */
    boolean accepted() {
      return told.stream().anyMatch(line -> !answer(line).equals(RECEIVED));
    }

    /** Whether it has come to a result. */
    boolean hasResult() {
      return told.stream().anyMatch(line -> RESULTS.contains(answer(line)));
    }

    private static String answer(LedgerLine line) {
      return ((ReferralAnswered) line.body()).answer();
    }
  }

  /** The referrals of a household, in the order in which they were received. */
  static List<Referral> of(HouseholdView view) {
    Map<String, Referral> byId = new LinkedHashMap<>();
    for (LedgerLine line : view.lines(EventType.REFERRAL_ANSWERED)) {
      byId.computeIfAbsent(
              ((ReferralAnswered) line.body()).referralId(), id -> new Referral(new ArrayList<>()))
          .told()
          .add(line);
    }
    return List.copyOf(byId.values());
  }

  /** Whether it was received within the window. */
  boolean within(Referral referral, Window window) {
    boolean within = asked.within(referral.first(), window);
    if (within) {
      referral.told().forEach(asked::happened);
    }
    return within;
  }
}
