package io.hearthwatch.cli;

import io.hearthwatch.wire.RiskAlert;
import java.io.PrintWriter;
import java.util.List;

/** What happened to a case, a line a change. */
final class CaseHistory {

  private final Language language;

  CaseHistory(Language language) {
    this.language = language;
  }

  /**
   * Prints the last changes, in their order.
   *
   * @param most how many; where there are more, a line says where they are
   */
  void print(List<SaidChange> history, int most, PrintWriter out) {
    out.println(language.of("经过", "What happened"));
    int earlier = Math.max(0, history.size() - most);
    if (earlier > 0) {
      out.println(
          language
              .of(
                  "  此前 %d 次见 `hearthwatch alerts --case %s`",
                  "  %d earlier: `hearthwatch alerts --case %s`")
              .formatted(earlier, history.get(0).alert().getCaseId()));
    }
    Table table =
        new Table(
            "  #",
            language.of("评估日期", "AS OF"),
            language.of("变更", "CHANGE"),
            language.of("紧急程度", "URGENCY"),
            language.of("入户时限", "VISIT BY"),
            language.of("起因", "CAUSE"));
    history.stream().skip(earlier).forEach(said -> table.row(cells(said.alert())));
    table.print(out);
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
}
