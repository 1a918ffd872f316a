package io.hearthwatch.risk;

import io.hearthwatch.domain.alert.Cause;
import io.hearthwatch.domain.alert.HouseholdRisk;
import io.hearthwatch.domain.alert.PolicyInForce;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.HouseholdProfile;
import io.hearthwatch.domain.policy.Completeness;
import io.hearthwatch.domain.policy.PolicyBundle;
import io.hearthwatch.domain.rule.Assessment;
import io.hearthwatch.domain.rule.Hit;
import io.hearthwatch.domain.rule.HouseholdView;
import io.hearthwatch.domain.rule.Proposed;
import io.hearthwatch.domain.rule.RuleBook;
import io.hearthwatch.reference.DomainEvents;
import io.hearthwatch.reference.SourceSaid;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What two bundles say of a random nation, one household after the other, slowly and obviously: the
 * lines that {@link WhatIfLines} reads from the job's results.
 */
record WhatIfNation(RiskNation nation, List<Integer> days) {

  /** Every difference and every total, a line each. */
  Set<String> compared(PolicyBundle before, PolicyBundle after) {
    WhatIfLines lines = new WhatIfLines();
    RuleBook one = new RuleBook(before);
    RuleBook other = new RuleBook(after);
    for (String id : nation.householdIds()) {
      HouseholdProfile profile = profile(id);
      for (int day : days) {
        HouseholdView view =
            new HouseholdView(
                profile.ledger().lines(),
                profile.elsewhere().lines(),
                day,
                RiskFixtures.RETENTION.firstDay(day));
        if (!view.region().isEmpty()) {
          compare(lines, id, new Said(one, view), new Said(other, view));
        }
      }
    }
    return lines.all();
  }

  /** What one bundle says, with all evidence. */
  private final class Said {
    private final int day;
    private final Assessment assessment;
    private final Proposed proposed;

    Said(RuleBook rules, HouseholdView view) {
      day = view.asOf();
      assessment = rules.assess(view, completeness());
      proposed = rules.propose(view, completeness());
    }

    Set<String> rules() {
      Set<String> rules = new TreeSet<>();
      assessment.hits().forEach(hit -> rules.add(hit.ruleId()));
      assessment.notAssessable().forEach(unknown -> rules.add(unknown.ruleId()));
      proposed.notAssessable().forEach(unknown -> rules.add(unknown.ruleId()));
      return rules;
    }

    List<Hit> hits(String rule) {
      return assessment.hits().stream().filter(hit -> hit.ruleId().equals(rule)).toList();
    }

    Set<String> subjects(String rule) {
      Set<String> subjects = new TreeSet<>();
      hits(rule).forEach(hit -> subjects.add(hit.subject()));
      return subjects;
    }

    int urgency(String rule) {
      return hits(rule).stream().mapToInt(hit -> hit.urgency().ordinal()).max().orElse(-1);
    }

    boolean isUnknown(String rule) {
      return hits(rule).isEmpty() && rules().contains(rule);
    }

    String proposal() {
      return proposed
          .proposal()
          .map(of -> of.householdClass() + " " + of.variant() + " " + of.entitlementFen())
          .orElse("none");
    }

    long fen() {
      return proposed.proposal().map(of -> of.entitlementFen().orElse(0)).orElse(0L);
    }
  }

  private static void compare(WhatIfLines lines, String id, Said before, Said after) {
    lines.count(before.day, "", 1, 1, before.fen(), after.fen());
    Set<String> rules = new TreeSet<>(before.rules());
    rules.addAll(after.rules());
    for (String rule : rules) {
      boolean was = before.urgency(rule) >= 0;
      boolean is = after.urgency(rule) >= 0;
      if (was || is) {
        lines.count(before.day, rule, was ? 1 : 0, is ? 1 : 0, 0, 0);
      }
      if (!was && is) {
        lines.change(before.day, id, rule, "NEWLY_HIT", before.hits(rule), after.hits(rule));
      }
      if (was && !is) {
        lines.change(before.day, id, rule, "NO_LONGER_HIT", before.hits(rule), after.hits(rule));
      }
      if (was && is && after.urgency(rule) > before.urgency(rule)) {
        lines.change(before.day, id, rule, "MORE_URGENT", before.hits(rule), after.hits(rule));
      }
      if (was && is && after.urgency(rule) < before.urgency(rule)) {
        lines.change(before.day, id, rule, "LESS_URGENT", before.hits(rule), after.hits(rule));
      }
      if (was && is && !after.subjects(rule).equals(before.subjects(rule))) {
        lines.change(before.day, id, rule, "OTHERS_HIT", before.hits(rule), after.hits(rule));
      }
      if (!before.isUnknown(rule) && after.isUnknown(rule)) {
        lines.change(
            before.day, id, rule, "NEWLY_NOT_ASSESSABLE", before.hits(rule), after.hits(rule));
      }
      if (before.isUnknown(rule) && !after.isUnknown(rule)) {
        lines.change(
            before.day, id, rule, "NO_LONGER_NOT_ASSESSABLE", before.hits(rule), after.hits(rule));
      }
    }
    if (!before.proposal().equals(after.proposal())) {
      lines.proposal(before.day, id, before.fen(), after.fen());
    }
  }

  private HouseholdProfile profile(String id) {
    List<HouseholdEvent> inOrder =
        nation.nation().events().get(id).stream()
            .map(DomainEvents::of)
            .sorted(Comparator.comparingLong(HouseholdEvent::reportedAt))
            .toList();
    PolicyInForce none = new PolicyInForce(null, Completeness.NONE, RiskFixtures.RETENTION);
    return HouseholdRisk.step(id, null, new Cause.Events(inOrder), none).profile();
  }

  private Completeness completeness() {
    Completeness completeness = Completeness.NONE;
    for (SourceSaid said : nation.nation().completeness()) {
      int day = (int) said.completeThrough().toEpochDay();
      completeness = completeness.with(said.source(), said.regionPrefix(), day);
    }
    return completeness;
  }
}
