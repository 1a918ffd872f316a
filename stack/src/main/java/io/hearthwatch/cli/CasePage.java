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
    out.println(language.of("经过", "What happened"));
    Table table =
        new Table(
            "  #",
            language.of("评估日期", "AS OF"),
            language.of("变更", "CHANGE"),
            language.of("紧急程度", "URGENCY"),
            language.of("入户时限", "VISIT BY"),
            language.of("起因", "CAUSE"));
    history.forEach(said -> table.row(cells(said.alert())));
    table.print(out);
    hits(last, out);
  }

  private void head(RiskAlert alert, PrintWriter out) {
    out.println(
        language.of("工单 ", "Case ")
            + alert.getCaseId()
            + language.of("，", ", ")
            + Words.of(alert.getStatus().name(), language));
    line(out, language.of("家庭", "household"), alert.getHouseholdId());
    line(out, language.of("登记地区", "region"), alert.getRegisteredRegion());
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

  private String[] cells(RiskAlert alert) {
    return new String[] {
      "%3d".formatted(alert.getSequence()),
      alert.getAsOf().toString(),
      Words.of("transition." + alert.getTransition(), language),
      Words.of(alert.getUrgency().name(), language),
      alert.getEndedOn() == null ? AlertList.time(alert.getVisitBy()) : "-",
      cause(alert.getCause())
    };
  }

  /**
   * "event 6f1c...", "deadline 2024-03-18": the first word is ours, the rest is an id or a date.
   */
  private String cause(String cause) {
    int space = cause.indexOf(' ');
    return space < 0
        ? cause
        : Words.of("cause." + cause.substring(0, space), language) + cause.substring(space);
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
