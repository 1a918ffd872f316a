package io.hearthwatch.domain.rule;

import io.hearthwatch.domain.household.LedgerLine;
import java.util.ArrayList;
import java.util.List;

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
    return sumFen(personId == null ? "medical" : "member.medical", personId, true, window);
  }

  /** Net rigid expenditure: medical, education, housing, rehabilitation, disaster repair. */
  long rigidFen(Window window) {
    return sumFen("rigid", null, false, window);
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

  private long sumFen(String indicator, String personId, boolean medicalOnly, Window window) {
    int firstDay = asked.firstDay(window);
    boolean cited = asked.evidence().wanted();
    long sumFen = 0;
    for (Spent spent : asked.view().spentFrom(firstDay)) {
      if (spent.day() < firstDay) {
        break;
      }
      if ((medicalOnly ? spent.medical() : spent.rigid()) && spent.isOf(personId)) {
        sumFen = Math.addExact(sumFen, spent.netFen());
        if (cited) {
          asked.evidence().record(spent.line());
        }
      }
    }
    asked.measured(indicator, window, sumFen, "fen");
    return sumFen;
  }
}
