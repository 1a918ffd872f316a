package io.hearthwatch.domain.whatif;

import io.hearthwatch.domain.household.HouseholdProfile;
import io.hearthwatch.domain.household.Retention;
import io.hearthwatch.domain.policy.Completeness;
import io.hearthwatch.domain.rule.Assessment;
import io.hearthwatch.domain.rule.Hit;
import io.hearthwatch.domain.rule.HouseholdView;
import io.hearthwatch.domain.rule.Proposed;
import io.hearthwatch.domain.rule.RuleBook;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Asks two bundles about the same household. Pure as they are; like them it is of one thread.
 *
 * <p>Both are asked about the household as its events are known now, as of a date.
 */
public final class WhatIf {

  private final RuleBook before;
  private final RuleBook after;

  public WhatIf(RuleBook before, RuleBook after) {
    this.before = before;
    this.after = after;
  }

  /** Compares as of a day; empty where nothing had happened by then that survives. */
  public Optional<HouseholdComparison> compare(
      HouseholdProfile profile, int asOf, Retention retention, Completeness completeness) {
    HouseholdView view =
        new HouseholdView(
            profile.ledger().lines(), profile.elsewhere().lines(), asOf, retention.firstDay(asOf));
    return view.region().isEmpty() ? Optional.empty() : Optional.of(compare(view, completeness));
  }

  private HouseholdComparison compare(HouseholdView view, Completeness completeness) {
    Proposed proposedBefore = before.propose(view, completeness);
    Proposed proposedAfter = after.propose(view, completeness);
    ProposalDifference proposal =
        new ProposalDifference(proposedBefore.proposal(), proposedAfter.proposal());
    Assessment was = before.judge(view, completeness).with(proposedBefore.notAssessable());
    Assessment is = after.judge(view, completeness).with(proposedAfter.notAssessable());
    List<RuleDifference> rules = differences(was, is);
    if (!rules.isEmpty()) { // mostly there is none; writing evidence costs as much as judging
      rules =
          differences(
              before.assess(view, completeness).with(proposedBefore.notAssessable()),
              after.assess(view, completeness).with(proposedAfter.notAssessable()));
    }
    return new HouseholdComparison(
        view.asOf(),
        view.region(),
        view.classes(),
        hitRules(was),
        hitRules(is),
        ProposalDifference.entitlementFen(proposal.before()),
        ProposalDifference.entitlementFen(proposal.after()),
        rules,
        proposal.differs() ? Optional.of(proposal) : Optional.empty());
  }

  private static List<RuleDifference> differences(Assessment was, Assessment is) {
    Map<String, RuleVerdict> verdictsBefore = verdicts(was);
    Map<String, RuleVerdict> verdictsAfter = verdicts(is);
    List<RuleDifference> differences = new ArrayList<>();
    for (String rule : union(verdictsBefore.keySet(), verdictsAfter.keySet())) {
      RuleVerdict one = verdictsBefore.getOrDefault(rule, RuleVerdict.SILENT);
      RuleVerdict other = verdictsAfter.getOrDefault(rule, RuleVerdict.SILENT);
      Set<RuleChange> changes = one.changesTo(other);
      if (!changes.isEmpty()) {
        differences.add(new RuleDifference(rule, changes, one, other));
      }
    }
    return differences;
  }

  private static Map<String, RuleVerdict> verdicts(Assessment assessment) {
    Map<String, List<Hit>> hits =
        assessment.hits().stream().collect(Collectors.groupingBy(Hit::ruleId));
    Map<String, List<Assessment.Unassessed>> unassessed =
        assessment.notAssessable().stream()
            .collect(Collectors.groupingBy(Assessment.Unassessed::ruleId));
    return union(hits.keySet(), unassessed.keySet()).stream()
        .collect(
            Collectors.toMap(
                Function.identity(),
                rule ->
                    new RuleVerdict(
                        hits.getOrDefault(rule, List.of()),
                        unassessed.getOrDefault(rule, List.of()))));
  }

  private static SortedSet<String> union(Collection<String> one, Collection<String> other) {
    SortedSet<String> all = new TreeSet<>(one);
    all.addAll(other);
    return all;
  }

  private static SortedSet<String> hitRules(Assessment assessment) {
    return assessment.hits().stream()
        .map(Hit::ruleId)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
