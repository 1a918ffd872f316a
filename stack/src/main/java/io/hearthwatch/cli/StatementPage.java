package io.hearthwatch.cli;

import io.hearthwatch.domain.relief.Statement;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** A statement as a household reads it: what, from whom, under which policy, and what changed. */
final class StatementPage {

  private static final String[] HEAD_ZH = {"救助项目", "发放部门", "政策依据", "对象", "核准（元）", "发放（元）", "变动"};
  private static final String[] HEAD_EN = {
    "PROGRAMME", "FROM", "POLICY", "FOR", "GRANTED", "PAID", "CHANGED"
  };

  private final Language language;
  private final String householdId;

  StatementPage(Language language, String householdId) {
    this.language = language;
    this.householdId = householdId;
  }

  /**
   * Prints it.
   *
   * @param known all that was said of the month, the last first; at least one
   * @param before the statement of the month before, as known on the same day
   */
  void print(List<Statement> known, Optional<Statement> before, PrintWriter out) {
    Statement now = known.get(0);
    out.printf(
        language.of(
            "%s 救助清单  %s  区划 %s  类别 %s  截至 %s%n",
            "%s  statement of %s  region %s  class %s  as known on %s%n"),
        householdId,
        now.month(),
        now.region().isEmpty() ? "-" : now.region(),
        names(now.classes()),
        LocalDate.ofEpochDay(now.knownOn()));
    out.println();
    Table table = new Table(language == Language.zh ? HEAD_ZH : HEAD_EN);
    for (Statement.Line line : now.lines()) {
      table.row(
          name(line.programme()),
          line.department(),
          line.policy() == null ? "-" : line.policy(),
          line.personId() == null ? language.of("全家", "household") : line.personId(),
          Amount.money(line.grantedFen()),
          Amount.money(line.paidFen()),
          changed(line, before));
    }
    table.row(
        language.of("合计", "total"),
        "",
        "",
        "",
        Amount.money(now.grantedFen()),
        Amount.money(now.paidFen()),
        before.map(last -> since(last.paidFen(), now.paidFen())).orElse(""));
    table.print(out);
    reason(now, before, out);
    if (known.size() > 1) {
      amendments(known, out);
    }
  }

  private String changed(Statement.Line line, Optional<Statement> before) {
    Optional<Statement.Line> last = before.flatMap(statement -> same(line, statement));
    if (last.isEmpty()) {
      return before.isEmpty() ? "" : language.of("上月无", "not last month");
    }
    return since(last.get().paidFen(), line.paidFen());
  }

  private String since(long before, long now) {
    return before == now
        ? language.of("与上月相同", "as last month")
        : language.of("上月 ", "last month ") + Amount.money(before);
  }

  private void reason(Statement now, Optional<Statement> before, PrintWriter out) {
    if (before.isPresent() && !before.get().classes().equals(now.classes())) {
      out.printf(
          language.of("%n救助类别变化：%s → %s%n", "%nThe class changed: %s to %s%n"),
          names(before.get().classes()),
          names(now.classes()));
    }
    if (now.lines().stream().anyMatch(Statement.Line::corrected)) {
      out.printf(language.of("%n有部门更正过数据。%n", "%nA department has corrected what it said.%n"));
    }
  }

  /** Both values of what was said otherwise before. */
  private void amendments(List<Statement> known, PrintWriter out) {
    Table table =
        new Table(
            language.of("知悉日期", "KNOWN ON"),
            language.of("核准（元）", "GRANTED"),
            language.of("发放（元）", "PAID"));
    for (Statement statement : known) {
      table.row(
          LocalDate.ofEpochDay(statement.knownOn()).toString(),
          Amount.money(statement.grantedFen()),
          Amount.money(statement.paidFen()));
    }
    out.println();
    table.print(out);
  }

  private static Optional<Statement.Line> same(Statement.Line line, Statement in) {
    return in.lines().stream()
        .filter(
            other ->
                other.programme().equals(line.programme())
                    && other.department().equals(line.department())
                    && Objects.equals(other.policy(), line.policy())
                    && Objects.equals(other.personId(), line.personId()))
        .findFirst();
  }

  private String names(List<String> codes) {
    return codes.isEmpty() ? "-" : codes.stream().map(this::name).collect(Collectors.joining(", "));
  }

  private String name(String code) {
    return Words.of("relief." + code, language, code);
  }
}
