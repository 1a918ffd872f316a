package io.hearthwatch.cli;

import io.hearthwatch.wire.CaseView;
import io.hearthwatch.wire.ClassProposal;
import io.hearthwatch.wire.Hit;
import io.hearthwatch.wire.HouseholdAnswer;
import io.hearthwatch.wire.Measured;
import io.hearthwatch.wire.MutedHit;
import io.hearthwatch.wire.NotAssessable;
import io.hearthwatch.wire.Text;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One household on one page, as a caseworker reads it. */
final class HouseholdPage {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** The history of a case that goes on for a year is a page of its own. */
  private static final int MOST_CHANGES = 12;

  /** Begins the name of a class among what cannot be assessed. */
  private static final String CLASS = "class ";

  private final Language language;

  HouseholdPage(Language language) {
    this.language = language;
  }

  /**
   * Prints it.
   *
   * @param history of its last case; empty where the tables do not answer
   */
  void print(HouseholdAnswer answer, Optional<List<SaidChange>> history, PrintWriter out) {
    out.println(
        language.of("家庭 ", "Household ")
            + answer.getHouseholdId()
            + language.of("，截至 ", " as of ")
            + answer.getAsOf());
    line(out, language.of("户籍地区划", "region"), answer.getRegisteredRegion());
    line(
        out,
        language.of("居住类型", "residence"),
        answer.getResidence().isEmpty()
            ? language.of("尚未登记（临时档案）", "not registered yet (provisional)")
            : Words.of(answer.getResidence(), language));
    line(
        out,
        language.of("成员", "members"),
        answer.getMembers().isEmpty()
            ? language.of("未知", "not known")
            : answer.getMembers().size()
                + language.of(" 人：", ": ")
                + String.join(language.of("、", ", "), answer.getMembers()));
    line(
        out,
        language.of("救助类别", "classes"),
        answer.getClasses().isEmpty()
            ? language.of("无", "none")
            : answer.getClasses().stream()
                .map(this::relief)
                .collect(Collectors.joining(language.of("、", ", "))));
    line(out, language.of("记录数", "records"), String.valueOf(answer.getLineCount()));
    money(answer, out);
    proposal(answer.getProposal(), out);
    hits(answer, out);
    unknown(answer, out);
    lastCase(answer.getLastCase(), history, out);
  }

  private void money(HouseholdAnswer answer, PrintWriter out) {
    out.println();
    out.println(language.of("收支", "Money"));
    for (Measured measured : answer.getIndicators()) {
      line(
          out,
          Words.of(measured.getIndicator(), language),
          "%15s  %s %s %s"
              .formatted(
                  Amount.of(measured.getValue(), measured.getUnit()),
                  measured.getFromDate(),
                  language.of("至", "to"),
                  measured.getToDate()));
    }
  }

  private void proposal(ClassProposal proposal, PrintWriter out) {
    out.println();
    if (proposal == null) {
      out.println(language.of("数据未显示符合任何救助类别", "Its figures suggest no class"));
      return;
    }
    Text name = proposal.getClassName();
    out.println(
        language.of("数据显示可能符合：", "Its figures suggest the class: ")
            + language.of(name.getZh(), name.getEn())
            + language.of("（须经人工审核确认）", " (a person decides)"));
    line(
        out,
        language.of("依据", "by"),
        Words.of("variant." + proposal.getVariant(), language, proposal.getVariant())
            + language.of("，地区 ", ", region ")
            + (proposal.getRegionPrefix().isEmpty()
                ? language.of("全国", "the nation")
                : proposal.getRegionPrefix())
            + language.of("，自 ", ", since ")
            + proposal.getFromDate());
    if (proposal.getEntitlementFen() != null) {
      line(
          out,
          language.of("每月应发（元）", "entitled a month"),
          Amount.of(proposal.getEntitlementFen(), "fen"));
    }
    HitText text = new HitText(language);
    proposal.getMeasured().forEach(value -> out.println("      " + text.measured(value)));
    proposal.getLimits().forEach(limit -> out.println("      " + text.limit(limit)));
  }

  private void hits(HouseholdAnswer answer, PrintWriter out) {
    out.println();
    out.println(
        answer.getHits().isEmpty()
            ? language.of("没有触发的规则", "No rule is true of it")
            : language.of("触发的规则", "Rules that are true of it"));
    HitText text = new HitText(language);
    for (Hit hit : answer.getHits()) {
      out.println("  " + text.heading(hit));
      MutedHits.of(hit, answer).ifPresent(muted -> out.println("      " + inWords(muted)));
      text.lines(hit).forEach(line -> out.println("      " + line));
    }
  }

  private String inWords(MutedHit muted) {
    return language
        .of(
            "静默至 %s（%s 入户走访认定不属实，不计入工单）",
            "muted through %s: the visit of %s did not confirm it, and no case is about it")
        .formatted(muted.getMutedThrough(), muted.getVisitedOn());
  }

  private void unknown(HouseholdAnswer answer, PrintWriter out) {
    if (answer.getNotAssessable().isEmpty()) {
      return;
    }
    out.println();
    out.println(language.of("无法评估", "What cannot be assessed"));
    for (NotAssessable unknown : answer.getNotAssessable()) {
      line(
          out,
          about(unknown),
          (Words.of(unknown.getCode(), language) + " " + unknown.getDetail()).strip());
    }
  }

  /** A rule and its member or record, or an indicator; of a class in Chinese the words. */
  private String about(NotAssessable unknown) {
    String about = unknown.getAbout();
    String subject = unknown.getSubject();
    if (language == Language.zh && about.startsWith(CLASS)) {
      about = "类别建议 " + relief(about.substring(CLASS.length()));
      subject = Words.of("variant." + subject, language, subject);
    }
    return (about + "  " + subject).strip();
  }

  private String relief(String householdClass) {
    return Words.of("relief." + householdClass, language, householdClass);
  }

  private void lastCase(CaseView view, Optional<List<SaidChange>> history, PrintWriter out) {
    out.println();
    if (view == null) {
      out.println(language.of("从未开案", "It never had a case"));
      return;
    }
    out.println(
        language.of("工单 ", "Case ")
            + view.getCaseId()
            + language.of("，", ", ")
            + Words.of(view.getStatus().name(), language));
    line(out, language.of("紧急程度", "urgency"), Words.of(view.getUrgency().name(), language));
    line(out, language.of("开案", "opened"), view.getOpenedOn().toString());
    line(out, language.of("起因", "opened for"), String.join(", ", view.getOpenedFor()));
    if (view.getEndedOn() == null) {
      line(out, language.of("须在此前入户", "visit by"), TIME.format(view.getVisitBy().atZone(ZONE)));
    } else {
      line(out, language.of("结束", "ended"), view.getEndedOn().toString());
    }
    line(out, language.of("变更次数", "changes"), changes(view, history));
    history
        .filter(changes -> !changes.isEmpty())
        .ifPresent(
            changes -> {
              out.println();
              new CaseHistory(language).print(changes, MOST_CHANGES, out);
            });
  }

  private String changes(CaseView view, Optional<List<SaidChange>> history) {
    if (history.isEmpty()) {
      return view.getSequence() + language.of("；数据表没有应答", "; the tables do not answer");
    }
    int missing = view.getSequence() - history.get().size();
    return view.getSequence()
        + (missing > 0
            ? language
                .of("，其中 %d 次尚未入表", ", of which %d are not in the tables yet")
                .formatted(missing)
            : "");
  }

  /** Chinese characters are two columns wide. */
  private static void line(PrintWriter out, String name, String value) {
    int width = name.codePoints().map(c -> c >= 0x2E80 ? 2 : 1).sum();
    out.println("  " + name + " ".repeat(Math.max(1, 28 - width)) + value);
  }
}
