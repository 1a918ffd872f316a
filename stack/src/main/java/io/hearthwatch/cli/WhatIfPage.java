package io.hearthwatch.cli;

import io.hearthwatch.stack.whatif.AsOfTally;
import io.hearthwatch.stack.whatif.Cell;
import io.hearthwatch.stack.whatif.Entitled;
import io.hearthwatch.stack.whatif.Move;
import io.hearthwatch.stack.whatif.WhatIfTally;
import io.hearthwatch.wire.RuleChange;
import io.hearthwatch.wire.WhatIfTotal;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a what-if found, as policy staff read it: each date in a line, the last one in full. */
final class WhatIfPage {

  private final Language language;
  private final WhatIfText text;
  private final WhatIfExamples examples;
  private final int limit;

  /**
   * In the words of two bundles.
   *
   * @param limit lines shown of a table by region and class
   */
  WhatIfPage(WhatIfText text, int limit) {
    this.text = text;
    this.limit = limit;
    language = text.language();
    examples = new WhatIfExamples(text);
  }

  void print(WhatIfTally tally, PrintWriter out) {
    SortedMap<LocalDate, AsOfTally> byDate = tally.byDate();
    if (byDate.isEmpty()) {
      out.println(language.of("届时尚无家庭。", "No household was known by then."));
      return;
    }
    if (byDate.size() > 1) {
      dates(byDate, out);
    }
    LocalDate last = byDate.lastKey();
    AsOfTally asOf = byDate.get(last);
    out.printf(
        Locale.ROOT,
        language.of("截至 %s：%,d 户，其中 %,d 户有差异%n", "As of %s: %,d households, %,d of them differ%n"),
        last,
        asOf.asked().households(),
        asOf.differing());
    if (tally.isSame()) {
      out.println(language.of("没有差异。", "No difference."));
      return;
    }
    rules(asOf, out);
    cells(asOf, out);
    moves(asOf, out);
    examples(asOf, out);
  }

  private void dates(SortedMap<LocalDate, AsOfTally> byDate, PrintWriter out) {
    Table table =
        new Table(
            language.of("截至", "AS OF"),
            language.of("户数", "HOUSEHOLDS"),
            language.of("有差异", "DIFFERENT"),
            language.of("新增命中", "NEWLY HIT"),
            language.of("不再命中", "NO LONGER"),
            language.of("建议变化", "PROPOSALS"),
            language.of("每月应发差额", "ENTITLEMENT A MONTH"));
    byDate.forEach(
        (date, asOf) -> {
          Map<RuleChange, Long> all = new TreeMap<>();
          asOf.rules()
              .values()
              .forEach(rule -> rule.forEach((change, n) -> all.merge(change, n, Long::sum)));
          table.row(
              date.toString(),
              WhatIfText.count(asOf.asked().households()),
              WhatIfText.count(asOf.differing()),
              WhatIfText.count(all.get(RuleChange.NEWLY_HIT)),
              WhatIfText.count(all.get(RuleChange.NO_LONGER_HIT)),
              WhatIfText.count(asOf.moved().households()),
              WhatIfText.difference(asOf.asked().moreFen()));
        });
    table.print(out);
    out.println();
  }

  private void rules(AsOfTally asOf, PrintWriter out) {
    if (asOf.rules().isEmpty()) {
      return;
    }
    out.println();
    Table table =
        new Table(
            language.of("规则（户数）", "RULE (HOUSEHOLDS)"),
            language.of("原命中", "HIT BY OLD"),
            language.of("新命中", "BY NEW"),
            language.of("新增", "NEWLY"),
            language.of("不再", "NO LONGER"),
            language.of("更紧急", "MORE URGENT"),
            language.of("较不紧急", "LESS"),
            language.of("对象不同", "OTHERS"),
            language.of("新增无法评估", "NOT ASSESSABLE"),
            language.of("不再无法评估", "AGAIN"));
    asOf.rules()
        .forEach(
            (rule, changes) -> {
              WhatIfTotal total = asOf.total(rule);
              List<String> row = new ArrayList<>();
              row.add(text.rule(rule));
              row.add(WhatIfText.count(total == null ? 0 : total.getHouseholdsBefore()));
              row.add(WhatIfText.count(total == null ? 0 : total.getHouseholdsAfter()));
              for (RuleChange change : RuleChange.values()) {
                row.add(WhatIfText.count(changes.get(change)));
              }
              table.row(row.toArray(String[]::new));
            });
    table.print(out);
  }

  private void cells(AsOfTally asOf, PrintWriter out) {
    if (asOf.cells().isEmpty()) {
      return;
    }
    out.println();
    Table table =
        new Table(
            language.of("规则", "RULE"),
            language.of("区划", "REGION"),
            language.of("现有类别", "CLASS IN FORCE"),
            language.of("变化（户数）", "CHANGES (HOUSEHOLDS)"));
    asOf.cells().entrySet().stream()
        .sorted(
            Comparator.comparingLong(
                    (Map.Entry<Cell, SortedMap<RuleChange, Long>> cell) -> sum(cell.getValue()))
                .reversed())
        .limit(limit)
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            cell ->
                table.row(
                    cell.getKey().rule(),
                    cell.getKey().region(),
                    text.classes(cell.getKey().classes()),
                    changes(cell.getValue())));
    table.print(out);
    more(asOf.cells().size(), out);
  }

  private static long sum(SortedMap<RuleChange, Long> changes) {
    return changes.values().stream().mapToLong(Long::longValue).sum();
  }

  private String changes(SortedMap<RuleChange, Long> changes) {
    List<String> said = new ArrayList<>();
    changes.forEach(
        (change, households) -> said.add(text.change(change) + " " + WhatIfText.count(households)));
    return String.join(language.of("、", ", "), said);
  }

  private void moves(AsOfTally asOf, PrintWriter out) {
    out.println();
    Table table =
        new Table(
            language.of("建议类别", "PROPOSED CLASS"),
            language.of("区划", "REGION"),
            language.of("现有类别", "CLASS IN FORCE"),
            language.of("户数", "HOUSEHOLDS"),
            language.of("原每月应发", "ENTITLED A MONTH BY OLD"),
            language.of("新每月应发", "BY NEW"),
            language.of("差额", "DIFFERENCE"));
    asOf.moves().entrySet().stream()
        .sorted(
            Comparator.comparingLong(
                    (Map.Entry<Move, Entitled> move) -> move.getValue().households())
                .reversed())
        .limit(limit)
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            move ->
                table.row(
                    proposals(move.getKey()),
                    move.getKey().region(),
                    text.classes(move.getKey().classes()),
                    WhatIfText.count(move.getValue().households()),
                    Amount.money(move.getValue().fenBefore()),
                    Amount.money(move.getValue().fenAfter()),
                    WhatIfText.difference(move.getValue().moreFen())));
    entitled(table, language.of("有变化的合计", "all that change"), asOf.moved());
    entitled(table, language.of("全部家庭", "all households"), asOf.asked());
    table.print(out);
    more(asOf.moves().size(), out);
  }

  private static void entitled(Table table, String who, Entitled sum) {
    table.row(
        who,
        "",
        "",
        WhatIfText.count(sum.households()),
        Amount.money(sum.fenBefore()),
        Amount.money(sum.fenAfter()),
        WhatIfText.difference(sum.moreFen()));
  }

  private String proposals(Move move) {
    return move.before().equals(move.after())
        ? text.classes(move.before())
        : text.classes(move.before()) + " -> " + text.classes(move.after());
  }

  private void more(int all, PrintWriter out) {
    if (all > limit) {
      out.printf(
          Locale.ROOT,
          language.of(
              "户数最多的 %,d 行，共 %,d 行；--limit 显示更多，--csv 写出全部。%n",
              "The %,d largest of %,d lines; --limit shows more, --csv writes all.%n"),
          limit,
          all);
    }
  }

  private void examples(AsOfTally asOf, PrintWriter out) {
    asOf.examples()
        .forEach(
            (kind, households) -> {
              long all = asOf.rules().get(kind.rule()).get(kind.change());
              heading(
                  text.rule(kind.rule()) + language.of("，", ", ") + text.change(kind.change()),
                  households.size(),
                  all,
                  out);
              households.forEach(
                  household -> {
                    out.println("  " + examples.heading(household));
                    examples
                        .evidence(household, kind.rule(), kind.change())
                        .forEach(line -> out.println("      " + line));
                  });
            });
    SortedMap<String, Long> moved = new TreeMap<>();
    asOf.moves().forEach((move, sum) -> moved.merge(proposals(move), sum.households(), Long::sum));
    asOf.movers()
        .forEach(
            (move, households) -> {
              String words = proposals(move);
              heading(
                  language.of("建议类别：", "Proposed class: ") + words,
                  households.size(),
                  moved.get(words),
                  out);
              households.forEach(
                  household -> {
                    out.println("  " + examples.heading(household));
                    examples.evidence(household).forEach(line -> out.println("      " + line));
                  });
            });
  }

  private String proposals(String words) {
    String[] both = words.split(" -> ", 2);
    return both.length == 1
        ? text.classes(both[0])
        : text.classes(both[0]) + " -> " + text.classes(both[1]);
  }

  private void heading(String what, int shown, long all, PrintWriter out) {
    out.println();
    out.printf(
        Locale.ROOT,
        language.of("%s（%,d 户中的 %,d 户）%n", "%s (of %,d, these %,d)%n"),
        what,
        all,
        shown);
  }
}
