package io.hearthwatch.cli;

import io.hearthwatch.domain.relief.LinePair;
import io.hearthwatch.domain.relief.Statement;
import io.hearthwatch.domain.relief.StatementAmendment;
import io.hearthwatch.domain.relief.StatementChange;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;

/** A statement in the terminal: what, from whom, under which policy, what changed and why. */
final class StatementPage {

  private static final String[] HEAD_ZH = {"救助项目", "发放部门", "对象", "核准（元）", "发放（元）", "上月（元）"};
  private static final String[] HEAD_EN = {
    "PROGRAMME", "FROM", "FOR", "GRANTED", "PAID", "LAST MONTH"
  };
  private static final String[] AMENDED_ZH = {"知悉日期", "救助项目", "发放部门", "对象", "核准（元）", "发放（元）", "变动"};
  private static final String[] AMENDED_EN = {
    "KNOWN ON", "PROGRAMME", "FROM", "FOR", "GRANTED", "PAID", "WHAT"
  };

  private final Language language;
  private final StatementText text;

  StatementPage(Language language) {
    this.language = language;
    text = new StatementText(language);
  }

  /** Prints it; the sheet is not empty. */
  void print(StatementSheet sheet, PrintWriter out) {
    Statement now = sheet.now();
    out.printf(
        language.of(
            "%s 救助清单  %s  区划 %s  类别 %s  截至 %s%n",
            "%s  statement of %s  region %s  class %s  as known on %s%n"),
        sheet.householdId(),
        now.month(),
        text.region(now),
        text.classesOf(now),
        text.asOf(sheet));
    out.println();
    lines(sheet, out);
    if (sheet.known().size() > 1) {
      out.println();
      amendments(sheet.amendments(), out);
    }
  }

  private void lines(StatementSheet sheet, PrintWriter out) {
    Table table = new Table(language == Language.zh ? HEAD_ZH : HEAD_EN);
    List<StatementChange> changes = sheet.changes();
    for (StatementChange change : changes) {
      Statement.Line line = change.lines().line();
      table.row(
          text.programme(line),
          text.department(line),
          text.member(line),
          StatementText.granted(change.lines().after()),
          StatementText.paid(change.lines().after()),
          Amount.money(change.lines().beforeFen()));
      if (line.policy() != null) {
        table.note(language.of("政策  ", "policy  ") + text.policy(sheet, change));
      }
      table.note(language.of("原因  ", "why     ") + text.reasons(change));
    }
    table.row(
        language.of("合计", "total"),
        "",
        "",
        Amount.money(sheet.now().grantedFen()),
        Amount.money(sheet.now().paidFen()),
        Amount.money(StatementChange.beforeFen(changes)));
    table.note(text.difference(changes));
    sheet
        .classesChanged()
        .ifPresent(changed -> table.note(text.classesChanged(changed.from(), changed.to())));
    table.print(out);
  }

  /** Both values of what was said otherwise before, by day. */
  private void amendments(List<StatementAmendment> amendments, PrintWriter out) {
    Table table = new Table(language == Language.zh ? AMENDED_ZH : AMENDED_EN);
    for (StatementAmendment amendment : amendments) {
      String day = LocalDate.ofEpochDay(amendment.knownOn()).toString();
      for (LinePair lines : amendment.lines()) {
        table.row(
            day,
            text.programme(lines.line()),
            text.department(lines.line()),
            text.member(lines.line()),
            both(StatementText.granted(lines.before()), StatementText.granted(lines.after())),
            both(StatementText.paid(lines.before()), StatementText.paid(lines.after())),
            text.amended(lines));
      }
      table.row(
          day,
          language.of("合计", "total"),
          "",
          "",
          both(
              Amount.money(amendment.before().grantedFen()),
              Amount.money(amendment.after().grantedFen())),
          both(
              Amount.money(amendment.before().paidFen()),
              Amount.money(amendment.after().paidFen())),
          amendment.changesClasses()
              ? text.classesChanged(amendment.before().classes(), amendment.after().classes())
              : "");
    }
    table.print(out);
  }

  private static String both(String was, String is) {
    return was.equals(is) ? is : was + " → " + is;
  }
}
