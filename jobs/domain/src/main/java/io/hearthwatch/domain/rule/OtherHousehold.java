package io.hearthwatch.domain.rule;

import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.LedgerLine;
import io.hearthwatch.domain.household.Membership;
import java.util.List;

/** What another household tells of people of this one, as of a day. */
final class OtherHousehold {

  private final List<LedgerLine> surviving;

  OtherHousehold(List<LedgerLine> lines, int asOf, int firstKept) {
    surviving = lines.stream().filter(line -> HouseholdView.seen(line, asOf, firstKept)).toList();
  }

  /** Surviving lines of a type, by day and id. */
  List<LedgerLine> lines(EventType type) {
    return surviving.stream().filter(line -> line.type() == type).toList();
  }

  Membership membership() {
    return new Membership(
        lines(EventType.MEMBER_JOINED), lines(EventType.MEMBER_LEFT), lines(EventType.MEMBER_DIED));
  }
}
