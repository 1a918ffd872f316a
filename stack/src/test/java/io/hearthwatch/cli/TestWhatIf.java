package io.hearthwatch.cli;

import io.hearthwatch.stack.whatif.WhatIfTally;
import io.hearthwatch.wire.ClassProposal;
import io.hearthwatch.wire.Hit;
import io.hearthwatch.wire.HouseholdAnswer;
import io.hearthwatch.wire.NotAssessable;
import io.hearthwatch.wire.RuleChange;
import io.hearthwatch.wire.RuleDifference;
import io.hearthwatch.wire.Urgency;
import io.hearthwatch.wire.WhatIfDifference;
import io.hearthwatch.wire.WhatIfResult;
import io.hearthwatch.wire.WhatIfTotal;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/** Results of a what-if, made of what the step says of a small household. */
final class TestWhatIf {

  private static final LocalDate NOVEMBER = LocalDate.parse("2023-11-30");
  private static final LocalDate DECEMBER = LocalDate.parse("2023-12-31");

  private TestWhatIf() {}

  /** Two dates: as of the first all is the same, as of the second three households differ. */
  static WhatIfTally differences() throws IOException {
    WhatIfTally tally = new WhatIfTally(2, 6);
    add(tally, NOVEMBER, new WhatIfTotal("", 100L, 100L, 1_000_000L, 1_000_000L));
    add(tally, DECEMBER, new WhatIfTotal("", 100L, 100L, 1_000_000L, 1_064_401L));
    add(tally, DECEMBER, new WhatIfTotal("M01", 12L, 14L, 0L, 0L));
    add(tally, DECEMBER, new WhatIfTotal("M04", 5L, 5L, 0L, 0L));
    Hit hit = hit("M01");
    for (int household = 1; household <= 3; household++) {
      add(
          tally,
          DECEMBER,
          household(
              "h-000" + household,
              household == 3 ? List.of() : List.of("dibao", "monitored"),
              household == 3
                  ? rule("M01", RuleChange.NO_LONGER_HIT, List.of(hit), List.of())
                  : rule("M01", RuleChange.NEWLY_HIT, List.of(), List.of(hit))));
    }
    Hit red = hit("M04");
    Hit orange = Hit.newBuilder(red).setUrgency(Urgency.ORANGE).build();
    add(
        tally,
        DECEMBER,
        household(
            "h-0004",
            List.of("marginal"),
            rule("M04", RuleChange.LESS_URGENT, List.of(red), List.of(orange))));
    RuleDifference unknown = rule("M03", RuleChange.NEWLY_NOT_ASSESSABLE, List.of(), List.of());
    unknown.setNotAssessableAfter(
        List.of(new NotAssessable("M03", "", "income-unknown", "2023-10")));
    WhatIfDifference moved = household("h-0005", List.of(), unknown);
    moved.setProposalDiffers(true);
    moved.setProposalAfter(dibao());
    add(tally, DECEMBER, moved);
    return tally;
  }

  /** Households, and no difference. */
  static WhatIfTally same() {
    WhatIfTally tally = new WhatIfTally(2, 6);
    add(tally, DECEMBER, new WhatIfTotal("", 1_000L, 1_000L, 5L, 5L));
    return tally;
  }

  private static Hit hit(String rule) throws IOException {
    HouseholdAnswer answer = TestAnswers.bigBills();
    return answer.getHits().stream()
        .filter(each -> each.getRuleId().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  private static ClassProposal dibao() {
    return ClassProposal.newBuilder()
        .setHouseholdClass("dibao")
        .setClassName(new io.hearthwatch.wire.Text("低保", "dibao"))
        .setVariant("income")
        .setRegionPrefix("")
        .setFromDate(LocalDate.parse("2020-01-01"))
        .setSource("assumed")
        .setEntitlementFen(64_401L)
        .setMeasured(List.of())
        .setLimits(List.of())
        .setRecords(List.of())
        .setRecordCount(0)
        .build();
  }

  private static RuleDifference rule(
      String id, RuleChange change, List<Hit> before, List<Hit> after) {
    return new RuleDifference(id, List.of(change), before, after, List.of(), List.of());
  }

  private static WhatIfDifference household(
      String id, List<String> classes, RuleDifference difference) {
    return new WhatIfDifference(id, "330102001", classes, List.of(difference), false, null, null);
  }

  private static void add(WhatIfTally tally, LocalDate asOf, Object body) {
    tally.add(new WhatIfResult("r", asOf, body));
  }
}
