package io.hearthwatch.risk;

import io.hearthwatch.domain.rule.Hit;
import io.hearthwatch.io.contract.SingleObject;
import io.hearthwatch.wire.RuleChange;
import io.hearthwatch.wire.RuleDifference;
import io.hearthwatch.wire.WhatIfDifference;
import io.hearthwatch.wire.WhatIfResult;
import io.hearthwatch.wire.WhatIfTotal;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a what-if says, as lines that can be compared, whoever said it. */
final class WhatIfLines {

  private final Set<String> lines = new TreeSet<>();
  private final Map<String, long[]> totals = new HashMap<>();

  /** The lines of the job's results; a total that is said twice is not added up. */
  static Set<String> of(List<byte[]> results) throws IOException {
    WhatIfLines lines = new WhatIfLines();
    SingleObject<WhatIfResult> codec = new SingleObject<>(WhatIfResult.class);
    for (byte[] bytes : results) {
      WhatIfResult result = codec.decode(bytes);
      int day = (int) result.getAsOf().toEpochDay();
      if (result.getBody() instanceof WhatIfTotal total) {
        lines.add(
            total(
                day,
                total.getRuleId(),
                total.getHouseholdsBefore(),
                total.getHouseholdsAfter(),
                total.getEntitlementFenBefore(),
                total.getEntitlementFenAfter()));
      } else {
        lines.read(day, (WhatIfDifference) result.getBody());
      }
    }
    return lines.lines;
  }

  private void read(int day, WhatIfDifference difference) {
    for (RuleDifference rule : difference.getRules()) {
      for (RuleChange change : rule.getChanges()) {
        add(
            change(
                day,
                difference.getHouseholdId(),
                rule.getRuleId(),
                change.name(),
                wire(rule.getHitsBefore()),
                wire(rule.getHitsAfter())));
      }
    }
    if (difference.getProposalDiffers()) {
      proposal(
          day,
          difference.getHouseholdId(),
          fen(difference.getProposalBefore()),
          fen(difference.getProposalAfter()));
    }
  }

  private static long fen(io.hearthwatch.wire.ClassProposal proposal) {
    return proposal == null || proposal.getEntitlementFen() == null
        ? 0
        : proposal.getEntitlementFen();
  }

  void change(
      int day, String household, String rule, String change, List<Hit> before, List<Hit> after) {
    add(change(day, household, rule, change, domain(before), domain(after)));
  }

  void proposal(int day, String household, long fenBefore, long fenAfter) {
    add(day + " " + household + " proposal " + fenBefore + " -> " + fenAfter);
  }

  void count(int day, String rule, long before, long after, long fenBefore, long fenAfter) {
    long[] sum = totals.computeIfAbsent(day + "/" + rule, key -> new long[4]);
    sum[0] += before;
    sum[1] += after;
    sum[2] += fenBefore;
    sum[3] += fenAfter;
  }

  Set<String> all() {
    Set<String> all = new TreeSet<>(lines);
    totals.forEach(
        (key, sum) -> {
          String[] dayAndRule = key.split("/", 2);
          all.add(
              total(
                  Integer.parseInt(dayAndRule[0]), dayAndRule[1], sum[0], sum[1], sum[2], sum[3]));
        });
    return all;
  }

  private void add(String line) {
    if (!lines.add(line)) {
      throw new AssertionError("said twice: " + line);
    }
  }

  private static String change(
      int day, String household, String rule, String change, String before, String after) {
    return String.join(" ", "" + day, household, rule, change, before, "->", after);
  }

  private static String total(
      int day, String rule, long before, long after, long fenBefore, long fenAfter) {
    return "%d total '%s' %d -> %d, %d -> %d fen"
        .formatted(day, rule, before, after, fenBefore, fenAfter);
  }

  /** Who is hit how urgently, by what measure and how many records: evidence is there. */
  private static String domain(List<Hit> hits) {
    return hits.stream()
        .map(
            hit ->
                "%s %s %d %d %d %d"
                    .formatted(
                        hit.subject(),
                        hit.urgency(),
                        hit.measure(),
                        hit.measured().size(),
                        hit.limits().size(),
                        hit.recordCount()))
        .toList()
        .toString();
  }

  private static String wire(List<io.hearthwatch.wire.Hit> hits) {
    return hits.stream()
        .map(
            hit ->
                "%s %s %d %d %d %d"
                    .formatted(
                        hit.getSubject(),
                        hit.getUrgency(),
                        hit.getMeasure(),
                        hit.getMeasured().size(),
                        hit.getLimits().size(),
                        hit.getRecordCount()))
        .toList()
        .toString();
  }
}
