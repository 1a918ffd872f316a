package io.hearthwatch.cli;

import io.hearthwatch.domain.relief.ChangeReason;
import io.hearthwatch.domain.relief.LinePair;
import io.hearthwatch.domain.relief.Statement;
import io.hearthwatch.domain.relief.StatementChange;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** What both pages of a statement say in the same words. */
final class StatementText {

  private final Language language;
  private final PolicyText policies;

  StatementText(Language language) {
    this.language = language;
    policies = new PolicyText(language);
  }

  String programme(Statement.Line line) {
    return name(line.programme());
  }

  String department(Statement.Line line) {
    return Words.of("department." + line.department(), language, line.department());
  }

  String member(Statement.Line line) {
    return line.personId() == null ? language.of("全家", "household") : line.personId();
  }

  String policy(StatementSheet sheet, StatementChange change) {
    return sheet.policy(change).map(policies::of).orElse("-");
  }

  String classes(List<String> codes) {
    return codes.isEmpty()
        ? language.of("无", "none")
        : codes.stream().map(this::name).collect(Collectors.joining(language.of("、", ", ")));
  }

  String classesOf(Statement statement) {
    return statement.lines().isEmpty() ? "-" : classes(statement.classes());
  }

  String region(Statement statement) {
    return statement.region().isEmpty() ? "-" : statement.region();
  }

  /** As known on which day: that of which was asked, and that on which it changed last. */
  String asOf(StatementSheet sheet) {
    LocalDate last = LocalDate.ofEpochDay(sheet.now().knownOn());
    return sheet.asOf() == null || sheet.asOf().equals(last)
        ? last.toString()
        : language.of("%s（最近一次变化 %s）", "%s (last changed on %s)").formatted(sheet.asOf(), last);
  }

  String reasons(StatementChange change) {
    return change.reasons().stream()
        .map(this::reason)
        .collect(Collectors.joining(language.of("；", "; ")));
  }

  private String reason(ChangeReason reason) {
    if (reason instanceof ChangeReason.FirstThisMonth) {
      return language.of("本月新增", "new this month");
    } else if (reason instanceof ChangeReason.SameAsBefore) {
      return language.of("与上月相同", "as last month");
    } else if (reason instanceof ChangeReason.ClassChanged changed) {
      return classesChanged(changed.from(), changed.to());
    } else if (reason instanceof ChangeReason.Corrected corrected) {
      return language
          .of("部门更正：%s → %s", "corrected by the department from %s to %s")
          .formatted(Amount.money(corrected.beforeFen()), Amount.money(corrected.afterFen()));
    } else if (reason instanceof ChangeReason.PolicyChanged changed) {
      return language.of("标准调整：", "the policy changed: ")
          + policies.changed(changed.before(), changed.after());
    } else if (reason instanceof ChangeReason.TakenBack taken) {
      return language
          .of("部门已更正或撤销（此前 %s）", "corrected away or voided by the department (was %s)")
          .formatted(Amount.money(taken.beforeFen()));
    } else if (reason instanceof ChangeReason.NotGivenAgain) {
      return language.of("本月未再核准或发放", "not granted or paid again");
    }
    return language.of("部门调整了金额，未说明原因", "the department set another amount and does not say why");
  }

  String classesChanged(List<String> from, List<String> to) {
    return language
        .of("救助类别变化：%s → %s", "class changed from %s to %s")
        .formatted(classes(from), classes(to));
  }

  /** How the totals of two months differ. */
  String difference(List<StatementChange> changes) {
    long more = StatementChange.afterFen(changes) - StatementChange.beforeFen(changes);
    return more == 0
        ? language.of("合计与上月相同", "in all as last month")
        : language
            .of(
                more > 0 ? "合计比上月增加 %s 元" : "合计比上月减少 %s 元",
                more > 0 ? "in all %s more than last month" : "in all %s less than last month")
            .formatted(Amount.money(Math.abs(more)));
  }

  /** What became of a line on the day of an amendment. */
  String amended(LinePair lines) {
    if (lines.before() == null) {
      return language.of("新增", "new");
    } else if (lines.after() == null) {
      return language.of("更正或撤销", "corrected away or voided");
    }
    return lines.replaces() ? language.of("更正", "corrected") : language.of("补充", "added to");
  }

  /** An amount of a line; a dash where there is no such line. */
  static String granted(Statement.Line line) {
    return line == null ? "-" : Amount.money(line.grantedFen());
  }

  static String paid(Statement.Line line) {
    return line == null ? "-" : Amount.money(line.paidFen());
  }

  private String name(String code) {
    return Words.of("relief." + code, language, code);
  }
}
