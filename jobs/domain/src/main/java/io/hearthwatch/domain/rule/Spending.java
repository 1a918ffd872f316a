package io.hearthwatch.domain.rule;

import io.hearthwatch.domain.household.LedgerLine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Money spent, in fen: what the household paid itself, for people who were members on the day. */
final class Spending {

  private final Asked asked;
  private final PovertyLines lines;

  Spending(Asked asked, PovertyLines lines) {
    this.asked = asked;
    this.lines = lines;
  }

  /** Net self-paid medical expense of a member (null: of the household). */
  long medicalFen(String personId, Window window) {
    return sumFen(
        personId == null ? "medical" : "member.medical",
        window,
        asked.view().asOf(),
        spent -> spent.medical() && spent.isOf(personId));
  }

  /** Net rigid expenditure: medical, education, housing, rehabilitation, disaster repair. */
  long rigidFen(Window window) {
    return sumFen("rigid", window, asked.view().asOf(), Spent::rigid);
  }

  /** The same over the window as it was so much earlier. */
  long earlierRigidFen(Window window, Window back) {
    return sumFen("earlierRigid", window, back.firstDay(asked.view().asOf()) - 1, Spent::rigid);
  }

  /**
   * Everything that the household paid itself. Whoever tells nothing of its living costs has not
   * told all.
   */
  long allFen(Window window) {
    int firstDay = asked.firstDay(window);
    boolean living =
        asked.view().spentFrom(firstDay).stream()
            .anyMatch(spent -> spent.day() >= firstDay && spent.living());
    if (!living) {
      throw new NotAssessable("spending-unknown", "");
    }
    return sumFen("spending", window, asked.view().asOf(), spent -> true);
  }

  /** Number of medical bills whose self-paid part is over some dibao lines. */
  long billsOverLines(Window window, long limitInLines) {
    int firstDay = asked.firstDay(window);
    List<LedgerLine> bills = new ArrayList<>();
    for (Spent spent : asked.view().spentFrom(firstDay)) {
      if (spent.day() < firstDay) {
        break;
      }
      if (spent.medical() && lines.moreThan(spent.netFen(), limitInLines)) {
        bills.add(spent.line());
      }
    }
    bills.forEach(asked.evidence()::record);
    asked.measured("medicalBillsOverLines", window, bills.size(), "count");
    return bills.size();
  }

  private long sumFen(String indicator, Window window, int lastDay, Predicate<Spent> counts) {
    int firstDay = window.firstDay(lastDay);
    boolean cited = asked.evidence().wanted();
    long sumFen = 0;
    for (Spent spent : asked.view().spentFrom(firstDay)) {
      if (spent.day() < firstDay) {
        break;
      }
      if (spent.day() <= lastDay && counts.test(spent)) {
        sumFen = Math.addExact(sumFen, spent.netFen());
        if (cited) {
          asked.evidence().record(spent.line());
        }
      }
    }
    asked.measured(indicator, window, firstDay, lastDay, sumFen, "fen");
    return sumFen;
  }
}
