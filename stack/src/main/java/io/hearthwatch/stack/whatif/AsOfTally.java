package io.hearthwatch.stack.whatif;

import io.hearthwatch.wire.ClassProposal;
import io.hearthwatch.wire.RuleChange;
import io.hearthwatch.wire.RuleDifference;
import io.hearthwatch.wire.WhatIfDifference;
import io.hearthwatch.wire.WhatIfTotal;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** What two bundles say as of one date, added up by rule, region and class in force. */
public final class AsOfTally {

  /** Stands for no class. */
  public static final String NO_CLASS = "none";

  /** Of no rule: the total of all households. */
  private static final String ALL = "";

  private final Function<String, String> level;
  private final Examples<Kind> examples;
  private final Examples<String> movers;
  private final SortedMap<String, WhatIfTotal> totals = new TreeMap<>();
  private final SortedMap<Cell, SortedMap<RuleChange, Long>> cells = new TreeMap<>();
  private final SortedMap<Move, Entitled> moves = new TreeMap<>();
  private long differing;

  /**
   * An empty one.
   *
   * @param level shortens a region to the level to which is added up
   * @param most examples of each kind
   */
  AsOfTally(Function<String, String> level, int most) {
    this.level = level;
    examples = new Examples<>(most);
    movers = new Examples<>(most);
  }

  void add(WhatIfTotal total) {
    totals.put(total.getRuleId(), total);
  }

  void add(WhatIfDifference household) {
    differing++;
    String region = level.apply(household.getRegisteredRegion());
    for (RuleDifference rule : household.getRules()) {
      SortedMap<RuleChange, Long> cell =
          cells.computeIfAbsent(
              new Cell(rule.getRuleId(), region, classes(household)), key -> new TreeMap<>());
      for (RuleChange change : rule.getChanges()) {
        cell.merge(change, 1L, Long::sum);
        examples.add(new Kind(rule.getRuleId(), change), household);
      }
    }
    if (household.getProposalDiffers()) {
      ClassProposal before = household.getProposalBefore();
      ClassProposal after = household.getProposalAfter();
      Move move = new Move(proposed(before), proposed(after), region, classes(household));
      moves.merge(move, new Entitled(1, fen(before), fen(after)), Entitled::plus);
      movers.add(move.words(), household);
    }
  }

  /** Households of which anything differs. */
  public long differing() {
    return differing;
  }

  /** Households that were asked about, and what all of them are entitled to. */
  public Entitled asked() {
    WhatIfTotal all = totals.get(ALL);
    return all == null
        ? Entitled.NOBODY
        : new Entitled(
            all.getHouseholdsBefore(), all.getEntitlementFenBefore(), all.getEntitlementFenAfter());
  }

  /** Households that a rule hits by both; null where it hits none by either. */
  public WhatIfTotal total(String rule) {
    return totals.get(rule);
  }

  /** Rules that say something different, each with how many households it is. */
  public SortedMap<String, SortedMap<RuleChange, Long>> rules() {
    SortedMap<String, SortedMap<RuleChange, Long>> rules = new TreeMap<>();
    cells.forEach(
        (cell, changes) ->
            changes.forEach(
                (change, households) ->
                    rules
                        .computeIfAbsent(cell.rule(), rule -> new TreeMap<>())
                        .merge(change, households, Long::sum)));
    return rules;
  }

  /** The same by region and class. */
  public SortedMap<Cell, SortedMap<RuleChange, Long>> cells() {
    return Collections.unmodifiableSortedMap(cells);
  }

  /** Changes of what is proposed, by region and class. */
  public SortedMap<Move, Entitled> moves() {
    return Collections.unmodifiableSortedMap(moves);
  }

  /** All of them together. */
  public Entitled moved() {
    return moves.values().stream().reduce(Entitled.NOBODY, Entitled::plus);
  }

  /** A few households of each kind of change. */
  public SortedMap<Kind, List<WhatIfDifference>> examples() {
    return examples.all();
  }

  /** A few households of each change of what is proposed. */
  public SortedMap<String, List<WhatIfDifference>> movers() {
    return movers.all();
  }

  /** The classes in force of a household, in one word. */
  public static String classes(WhatIfDifference household) {
    return household.getClasses().isEmpty() ? NO_CLASS : String.join("+", household.getClasses());
  }

  /** Class and way into it, in one word. */
  static String proposed(ClassProposal proposal) {
    return proposal == null ? NO_CLASS : proposal.getHouseholdClass() + "/" + proposal.getVariant();
  }

  /** Entitlement a month, in fen; 0 where there is none or it is not known. */
  static long fen(ClassProposal proposal) {
    return proposal == null || proposal.getEntitlementFen() == null
        ? 0
        : proposal.getEntitlementFen();
  }
}
