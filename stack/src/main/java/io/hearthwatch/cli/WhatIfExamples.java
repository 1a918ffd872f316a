package io.hearthwatch.cli;

import io.hearthwatch.stack.whatif.AsOfTally;
import io.hearthwatch.wire.ClassProposal;
import io.hearthwatch.wire.Hit;
import io.hearthwatch.wire.NotAssessable;
import io.hearthwatch.wire.RuleChange;
import io.hearthwatch.wire.RuleDifference;
import io.hearthwatch.wire.WhatIfDifference;
import java.util.ArrayList;
import java.util.List;

/** Households that show a change, each with its evidence. */
final class WhatIfExamples {

  private final Language language;
  private final WhatIfText text;
  private final HitText hits;

  WhatIfExamples(WhatIfText text) {
    this.text = text;
    language = text.language();
    hits = new HitText(language);
  }

  /** The household in a line. */
  String heading(WhatIfDifference household) {
    return household.getHouseholdId()
        + "  "
        + household.getRegisteredRegion()
        + "  "
        + text.classes(AsOfTally.classes(household));
  }

  /** What shows that a rule says something different; of both where both hit. */
  List<String> evidence(WhatIfDifference household, String ruleId, RuleChange change) {
    List<String> lines = new ArrayList<>();
    household.getRules().stream()
        .filter(rule -> rule.getRuleId().equals(ruleId))
        .forEach(rule -> lines.addAll(evidence(rule, change)));
    return lines;
  }

  private List<String> evidence(RuleDifference rule, RuleChange change) {
    return switch (change) {
      case NEWLY_HIT -> hits("", rule.getHitsAfter());
      case NO_LONGER_HIT -> hits("", rule.getHitsBefore());
      case NEWLY_NOT_ASSESSABLE -> unknown(rule.getNotAssessableAfter());
      case NO_LONGER_NOT_ASSESSABLE -> unknown(rule.getNotAssessableBefore());
      case MORE_URGENT, LESS_URGENT, OTHERS_HIT -> {
        List<String> both = new ArrayList<>(hits(before(), rule.getHitsBefore()));
        both.addAll(hits(after(), rule.getHitsAfter()));
        yield both;
      }
    };
  }

  /** What both propose, and why. */
  List<String> evidence(WhatIfDifference household) {
    List<String> lines = new ArrayList<>();
    lines.addAll(proposal(before(), household.getProposalBefore()));
    lines.addAll(proposal(after(), household.getProposalAfter()));
    return lines;
  }

  private List<String> hits(String whose, List<Hit> said) {
    List<String> lines = new ArrayList<>();
    for (Hit hit : said) {
      String raised =
          hit.getRaisedBy().isEmpty()
              ? ""
              : language.of("（由 %s 上调）", " (raised by %s)").formatted(hit.getRaisedBy());
      lines.add(
          (whose + Words.of(hit.getUrgency().name(), language) + raised + " " + hit.getSubject())
              .strip());
      hits.evidence(hit).forEach(line -> lines.add("  " + line));
    }
    return lines;
  }

  private List<String> unknown(List<NotAssessable> reasons) {
    return reasons.stream()
        .map(
            reason ->
                (Words.of(reason.getCode(), language)
                        + " "
                        + reason.getDetail()
                        + " "
                        + reason.getSubject())
                    .strip())
        .toList();
  }

  private List<String> proposal(String whose, ClassProposal proposal) {
    if (proposal == null) {
      return List.of(whose + language.of("无建议", "no class"));
    }
    List<String> lines = new ArrayList<>();
    String entitlement =
        proposal.getEntitlementFen() == null
            ? ""
            : language.of("，每月应发 ", ", entitled a month to ")
                + Amount.money(proposal.getEntitlementFen());
    lines.add(
        whose
            + text.classes(proposal.getHouseholdClass() + "/" + proposal.getVariant())
            + entitlement);
    proposal.getMeasured().forEach(value -> lines.add("  " + hits.found(value)));
    proposal.getLimits().forEach(limit -> lines.add("  " + hits.held(limit)));
    return lines;
  }

  private String before() {
    return language.of("原政策：", "old: ");
  }

  private String after() {
    return language.of("新政策：", "new: ");
  }
}
