package io.hearthwatch.cli;

import io.hearthwatch.wire.Hit;
import io.hearthwatch.wire.RiskAlert;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Cases in a table, one line each, as a caseworker reads them. */
final class AlertList {

  /** Enough of a case's id to find it again among millions. */
  static final int SHORT_ID = 13;

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZONE);
  private static final int REASON_COLUMNS = 56;

  private final Language language;

  AlertList(Language language) {
    this.language = language;
  }

  /** An instant as people here read it. */
  static String time(Instant instant) {
    return TIME.format(instant);
  }

  static String shortId(String caseId) {
    return caseId.length() > SHORT_ID ? caseId.substring(0, SHORT_ID) : caseId;
  }

  /**
   * The cases, and how many there are.
   *
   * @param ended whether ended cases are among them
   */
  void print(AlertStore.Cases cases, boolean ended, PrintWriter out) {
    if (cases.first().isEmpty()) {
      out.println(
          ended
              ? language.of("没有符合条件的工单。", "No case matches.")
              : language.of("没有符合条件的在办工单。", "No open case matches."));
      return;
    }
    Table table = new Table(head(ended));
    cases.first().forEach(said -> table.row(cells(said, ended)));
    table.print(out);
    out.println();
    out.println(count(cases, ended));
  }

  private String count(AlertStore.Cases cases, boolean ended) {
    int shown = cases.first().size();
    String noun = cases.total() == 1 ? "case" : "cases";
    String what = language.of(ended ? "工单" : "在办工单", ended ? noun : "open " + noun);
    return shown == cases.total()
        ? language.of("共 %,d 件%s。", "%,d %s.").formatted(shown, what)
        : language
            .of(
                "以上为前 %,d 件，共 %,d 件%s；用 --limit 显示更多。",
                "The first %,d of %,d %s; --limit shows more.")
            .formatted(shown, cases.total(), what);
  }

  private String[] head(boolean ended) {
    List<String> head = new ArrayList<>();
    head.add(language.of("紧急程度", "URGENCY"));
    head.add(language.of("入户时限", "VISIT BY"));
    if (ended) {
      head.add(language.of("状态", "STATUS"));
    }
    head.add(language.of("区划", "REGION"));
    head.add(language.of("家庭", "HOUSEHOLD"));
    head.add(language.of("原因", "WHY"));
    head.add(language.of("开案", "OPENED"));
    head.add(language.of("工单", "CASE"));
    return head.toArray(String[]::new);
  }

  private String[] cells(SaidChange said, boolean ended) {
    RiskAlert alert = said.alert();
    List<String> cells = new ArrayList<>();
    cells.add(Words.of(alert.getUrgency().name(), language));
    cells.add(alert.getEndedOn() == null ? time(alert.getVisitBy()) : "-");
    if (ended) {
      String status = Words.of(alert.getStatus().name(), language);
      cells.add(alert.getEndedOn() == null ? status : status + " " + alert.getEndedOn());
    }
    cells.add(alert.getRegisteredRegion());
    cells.add(alert.getHouseholdId());
    cells.add(DisplayWidth.cut(reasons(said), REASON_COLUMNS));
    cells.add(alert.getOpenedOn().toString());
    cells.add(shortId(alert.getCaseId()));
    return cells.toArray(String[]::new);
  }

  /** A change in one line, for those who follow. */
  String line(SaidChange said) {
    RiskAlert alert = said.alert();
    String when = isLive(said) ? time(said.appendedAt()) : alert.getAsOf().toString();
    String deadline =
        alert.getEndedOn() == null
            ? language.of("须于 ", "visit by ") + time(alert.getVisitBy()) + language.of(" 前入户", "")
            : "";
    List<String> parts =
        new ArrayList<>(
            List.of(
                when,
                DisplayWidth.padded(Words.of("transition." + alert.getTransition(), language), 9),
                DisplayWidth.padded(Words.of(alert.getUrgency().name(), language), 6),
                alert.getRegisteredRegion(),
                alert.getHouseholdId(),
                DisplayWidth.cut(reasons(said), REASON_COLUMNS),
                deadline,
                shortId(alert.getCaseId())));
    parts.removeIf(String::isBlank);
    return String.join("  ", parts);
  }

  /**
   * Whether a change was said on the day that it speaks of; in a replay or a simulation it is not.
   */
  private static boolean isLive(SaidChange said) {
    return said.appendedAt() != null
        && !said.appendedAt()
            .isAfter(said.alert().getAsOf().plusDays(2).atStartOfDay(ZONE).toInstant());
  }

  /** The rules, the most urgent first. */
  private String reasons(SaidChange said) {
    List<String> reasons =
        said.lastHits().stream()
            .sorted(Comparator.comparing(Hit::getUrgency).reversed())
            .map(hit -> hit.getRuleId() + " " + language.of(hit.getRuleName()))
            .distinct()
            .toList();
    return String.join(language.of("；", "; "), reasons);
  }
}
