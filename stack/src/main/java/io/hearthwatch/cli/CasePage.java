package io.hearthwatch.cli;

import io.hearthwatch.wire.Hit;
import io.hearthwatch.wire.RiskAlert;
import java.io.PrintWriter;
import java.util.List;

/** The whole case on one page: its history, and everything that shows its hits. */
final class CasePage {

  private static final int NAME_COLUMNS = 16;

  private final Language language;

  CasePage(Language language) {
    this.language = language;
  }

  /** Prints a case from all its changes, in their order. */
  void print(List<SaidChange> history, PrintWriter out) {
    SaidChange last = history.get(history.size() - 1);
    head(last.alert(), out);
    out.println();
    new CaseHistory(language).print(history, history.size(), out);
    hits(last, out);
  }

  private void head(RiskAlert alert, PrintWriter out) {
    out.println(
        language.of("工单 ", "Case ")
            + alert.getCaseId()
            + language.of("，", ", ")
            + Words.of(alert.getStatus().name(), language));
    line(out, language.of("家庭", "household"), alert.getHouseholdId());
    line(out, language.of("户籍地区划", "region"), alert.getRegisteredRegion());
    line(out, language.of("紧急程度", "urgency"), Words.of(alert.getUrgency().name(), language));
    line(out, language.of("开案", "opened"), alert.getOpenedOn().toString());
    line(out, language.of("开案规则", "opened for"), String.join(", ", alert.getOpenedFor()));
    if (alert.getEndedOn() == null) {
      line(out, language.of("须在此前入户", "visit by"), AlertList.time(alert.getVisitBy()));
    } else {
      line(out, language.of("结束", "ended"), alert.getEndedOn().toString());
    }
    line(out, language.of("政策版本", "policy"), alert.getBundleVersion());
  }

  private void hits(SaidChange last, PrintWriter out) {
    out.println();
    boolean ended = last.alert().getEndedOn() != null;
    out.println(
        ended
            ? language.of("结束前触发的规则", "Rules that were true of it before the end")
            : language.of("触发的规则", "Rules that are true of it"));
    HitText text = new HitText(language);
    for (Hit hit : last.lastHits()) {
      out.println("  " + text.heading(hit));
      text.lines(hit).forEach(line -> out.println("      " + line));
    }
  }

  private static void line(PrintWriter out, String name, String value) {
    out.println("  " + DisplayWidth.padded(name, NAME_COLUMNS) + value);
  }
}
