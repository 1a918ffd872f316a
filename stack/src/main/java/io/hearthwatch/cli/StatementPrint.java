package io.hearthwatch.cli;

import io.hearthwatch.domain.relief.LinePair;
import io.hearthwatch.domain.relief.Statement;
import io.hearthwatch.domain.relief.StatementAmendment;
import io.hearthwatch.domain.relief.StatementChange;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/** A statement as a page to be printed on A4: one file that fetches nothing. */
final class StatementPrint {

  private static final String NOTHING_FROM_OUTSIDE =
      "default-src 'none'; style-src 'unsafe-inline'";
  private static final String[] NUMBER = {"class", "number"};
  private static final String[] CODE = {"class", "code"};
  private static final String[] LONG = {"class", "long"};
  private static final String[] DAY = {"class", "day"};

  private final Language language;
  private final StatementText text;

  StatementPrint(Language language) {
    this.language = language;
    text = new StatementText(language);
  }

  /** The page; the sheet is not empty. */
  String page(StatementSheet sheet) {
    Xhtml page = new Xhtml();
    page.open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", language.of("zh-CN", "en"));
    page.open("head");
    page.only("meta", "charset", "utf-8");
    page.only("meta", "http-equiv", "Content-Security-Policy", "content", NOTHING_FROM_OUTSIDE);
    page.leaf("title", title() + " " + sheet.householdId() + " " + sheet.month());
    page.leaf("style", style()).close();
    page.open("body");
    page.leaf("h1", title());
    about(page, sheet);
    lines(page, sheet);
    amendments(page, sheet.amendments());
    foot(page, sheet);
    return page.close().close().page();
  }

  private String title() {
    return language.of("救助清单", "Relief statement");
  }

  private void about(Xhtml page, StatementSheet sheet) {
    Statement now = sheet.now();
    page.open("dl");
    fact(page, "household", language.of("家庭编号", "Household"), sheet.householdId());
    fact(page, "month", language.of("救助月份", "Month"), sheet.month().toString());
    fact(page, "region", language.of("户籍地区划", "Region"), text.region(now));
    fact(page, "classes", language.of("救助类别", "Class"), text.classesOf(now));
    fact(page, "as-of", language.of("截至", "As known on"), text.asOf(sheet));
    page.close();
  }

  private static void fact(Xhtml page, String id, String name, String value) {
    page.open("div").leaf("dt", name).leaf("dd", value, "id", id).close();
  }

  private void lines(Xhtml page, StatementSheet sheet) {
    List<StatementChange> changes = sheet.changes();
    page.open("table", "id", "lines").open("thead").open("tr");
    head(page, language.of("救助项目", "Programme"));
    head(page, language.of("发放部门", "Department"));
    head(page, language.of("政策依据", "Policy"));
    head(page, language.of("对象", "For"));
    head(page, language.of("核准（元）", "Granted"), NUMBER);
    head(page, language.of("发放（元）", "Paid"), NUMBER);
    head(page, language.of("上月（元）", "Last month"), NUMBER);
    head(page, language.of("变动原因", "Why"));
    page.close().close().open("tbody");
    for (StatementChange change : changes) {
      Statement.Line line = change.lines().line();
      page.open("tr", "class", change.lines().after() == null ? "gone" : "given");
      page.leaf("td", text.programme(line), CODE);
      page.leaf("td", text.department(line), CODE);
      page.leaf("td", text.policy(sheet, change), LONG);
      page.leaf("td", text.member(line), CODE);
      page.leaf("td", StatementText.granted(change.lines().after()), NUMBER);
      page.leaf("td", StatementText.paid(change.lines().after()), NUMBER);
      page.leaf("td", Amount.money(change.lines().beforeFen()), NUMBER);
      page.leaf("td", text.reasons(change), LONG).close();
    }
    page.close().open("tfoot").open("tr");
    page.leaf("th", language.of("合计", "Total"), "colspan", "4", "scope", "row");
    page.leaf("td", Amount.money(sheet.now().grantedFen()), NUMBER);
    page.leaf("td", Amount.money(sheet.now().paidFen()), NUMBER);
    page.leaf("td", Amount.money(StatementChange.beforeFen(changes)), NUMBER);
    page.leaf("td", text.difference(changes));
    page.close().close().close();
    sheet
        .classesChanged()
        .ifPresent(
            changed ->
                page.leaf(
                    "p",
                    text.classesChanged(changed.from(), changed.to()),
                    "id",
                    "classes-changed"));
  }

  private void amendments(Xhtml page, List<StatementAmendment> amendments) {
    if (amendments.isEmpty()) {
      return;
    }
    page.leaf("h2", language.of("此前所知与其后变更", "What was known before, and how it changed"));
    page.open("table", "id", "amendments").open("thead").open("tr");
    head(page, language.of("知悉日期", "Known on"));
    head(page, language.of("救助项目", "Programme"));
    head(page, language.of("发放部门", "Department"));
    head(page, language.of("对象", "For"));
    head(page, language.of("原核准", "Granted, was"), NUMBER);
    head(page, language.of("现核准", "is"), NUMBER);
    head(page, language.of("原发放", "Paid, was"), NUMBER);
    head(page, language.of("现发放", "is"), NUMBER);
    head(page, language.of("变动", "What"));
    page.close().close().open("tbody");
    amendments.forEach(amendment -> amendment(page, amendment));
    page.close().close();
  }

  private void amendment(Xhtml page, StatementAmendment amendment) {
    String day = LocalDate.ofEpochDay(amendment.knownOn()).toString();
    for (LinePair lines : amendment.lines()) {
      page.open("tr").leaf("td", day, DAY);
      page.leaf("td", text.programme(lines.line()), CODE);
      page.leaf("td", text.department(lines.line()), CODE);
      page.leaf("td", text.member(lines.line()), CODE);
      page.leaf("td", StatementText.granted(lines.before()), NUMBER);
      page.leaf("td", StatementText.granted(lines.after()), NUMBER);
      page.leaf("td", StatementText.paid(lines.before()), NUMBER);
      page.leaf("td", StatementText.paid(lines.after()), NUMBER);
      page.leaf("td", text.amended(lines)).close();
    }
    Statement was = amendment.before();
    Statement is = amendment.after();
    page.open("tr", "class", "total").leaf("td", day, DAY);
    page.leaf("td", language.of("合计", "Total"), "colspan", "3");
    page.leaf("td", Amount.money(was.grantedFen()), NUMBER);
    page.leaf("td", Amount.money(is.grantedFen()), NUMBER);
    page.leaf("td", Amount.money(was.paidFen()), NUMBER);
    page.leaf("td", Amount.money(is.paidFen()), NUMBER);
    page.leaf(
        "td", amendment.changesClasses() ? text.classesChanged(was.classes(), is.classes()) : "");
    page.close();
  }

  private void foot(Xhtml page, StatementSheet sheet) {
    page.open("footer");
    page.leaf(
        "p",
        language.of(
            "“核准”为当月核准的金额；“发放”为归属当月的发放金额，不论实际支付日期；“上月”为归属上月的发放金额，尚未发放的按核准金额列示。政策数值为该地区当月最后一日执行的标准。",
            "Granted: by grants of the month. Paid: for the month, whenever it was paid. Last month:"
                + " what was paid for it, or granted where nothing was paid yet. A policy's value"
                + " is that of the region on the last day of the month."));
    page.leaf(
        "p",
        language
            .of(
                "本清单反映截至 %s 已知的情况；此后的更正见后续清单。",
                "This statement is what was known on %s; what is corrected later stands in a later"
                    + " statement.")
            .formatted(text.asOf(sheet)));
    page.close();
  }

  private static void head(Xhtml page, String name, String... attributes) {
    page.leaf("th", name, attributes);
  }

  /** Read as text, so it must hold none of the characters that markup escapes. */
  private static String style() {
    try (InputStream in = StatementPrint.class.getResourceAsStream("/cli/statement.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
