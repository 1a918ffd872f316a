package io.hearthwatch.domain.rule;

import io.hearthwatch.domain.household.LedgerLine;
import io.hearthwatch.domain.household.Membership;
import java.util.ArrayList;
import java.util.List;

/**
 * The expenses that count, newest first, each read once and only as far back as somebody asks: no
 * rule looks at all of what a profile keeps.
 */
final class NewestSpent {

  private final List<LedgerLine> lines;
  private final Membership membership;
  private final List<Spent> read = new ArrayList<>();
  private int unread;

  /**
   * Over lines of expenses.
   *
   * @param lines by day
   * @param membership says which of them count
   */
  NewestSpent(List<LedgerLine> lines, Membership membership) {
    this.lines = lines;
    this.membership = membership;
    this.unread = lines.size();
  }

  /** At least those from a day on; behind them may stand older ones. */
  List<Spent> from(int firstDay) {
    while (unread > 0 && lines.get(unread - 1).day() >= firstDay) {
      LedgerLine line = lines.get(--unread);
      if (membership.counts(line.personId(), line.day())) {
        read.add(Spent.of(line));
      }
    }
    return read;
  }
}
