package io.hearthwatch.domain.rule;

import static io.hearthwatch.domain.household.Lines.day;
import static io.hearthwatch.domain.household.Lines.event;
import static io.hearthwatch.domain.household.Lines.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.Month;
import io.hearthwatch.domain.household.body.ExpenseIncurred;
import io.hearthwatch.domain.household.body.HouseholdRegistered;
import io.hearthwatch.domain.household.body.IncomeReceived;
import io.hearthwatch.domain.household.body.MemberJoined;
import io.hearthwatch.domain.policy.Completeness;
import io.hearthwatch.domain.policy.Parameter;
import io.hearthwatch.domain.policy.ParameterValue;
import io.hearthwatch.domain.policy.PolicyBundle;
import io.hearthwatch.domain.policy.RegionCodes;
import io.hearthwatch.domain.policy.Text;
import io.hearthwatch.domain.policy.WorkingDays;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which class the figures suggest, and how much a month, to the fen. As of 2023-05-31. */
class ClassProposalTest {

  private static final Text NAME = new Text("名", "name");
  private static final int APRIL = 202304;

  /** Dividing first would give 3: 632 - 1,894 / 3. */
  @Test
  void theEntitlementIsMultipliedBeforeItIsDivided() {
    Proposed proposed = propose("110101", 63_200, false, 3, 189_400, 0);
    assertThat(proposed.proposal()).isPresent();
    ClassProposal proposal = proposed.proposal().get();
    assertThat(proposal.householdClass()).isEqualTo("dibao");
    assertThat(proposal.variant()).isEqualTo("income");
    assertThat(proposal.entitlementFen()).isEqualTo(OptionalLong.of(200));
    assertThat(proposal.limits()).extracting(LimitUsed::parameter).contains("dibao-line-urban");
    assertThat(proposal.recordCount()).isPositive();
  }

  /** 6,000.00 a year for 3 less 12 x 1,499.99 = 0.12, a month 0.01. */
  @Test
  void aLineAYearIsComparedWithTwelveMonthsAndRoundedOnce() {
    assertThat(entitlement(propose("110101", 600_000, true, 3, 149_999, 0)))
        .isEqualTo(OptionalLong.of(1));
    // 6,000.06 x 3 = 18,000.18 - 18,000.00 = 0.18; a twelfth is 0.015: half-up is 0.02.
    assertThat(entitlement(propose("110101", 600_006, true, 3, 150_000, 0)))
        .isEqualTo(OptionalLong.of(2));
  }

  @Test
  void atTheLineItIsTheNextClassAndThatPaysNone() {
    Proposed proposed = propose("110101", 63_200, false, 3, 189_600, 0);
    assertThat(proposed.proposal().get().householdClass()).isEqualTo("marginal");
    assertThat(proposed.proposal().get().entitlementFen()).isEmpty();
  }

  @Test
  void overAllLinesNothingIsSuggested() {
    assertThat(propose("110101", 63_200, false, 3, 284_400, 0).proposal()).isEmpty();
  }

  /** Marginal by income; 12 x 2,000.00 - 6,000.00 leaves 1,500.00 a month: 1,896.00 - 1,500.00. */
  @Test
  void aRegionHasItsOwnWaysAndSaysWhichOne() {
    Proposed proposed = propose("330106", 63_200, false, 3, 200_000, 600_000);
    ClassProposal proposal = proposed.proposal().get();
    assertThat(proposal.householdClass()).isEqualTo("dibao");
    assertThat(proposal.variant()).isEqualTo("expenditure");
    assertThat(proposal.regionPrefix()).isEqualTo("3301");
    assertThat(proposal.entitlementFen()).isEqualTo(OptionalLong.of(39_600));
    assertThat(propose("110101", 63_200, false, 3, 200_000, 600_000).proposal().get())
        .as("elsewhere it is marginal")
        .extracting(ClassProposal::householdClass)
        .isEqualTo("marginal");
  }

  /** 110101 becomes 330199 on the day before, on the day, and the day after. */
  @Test
  void theWaysOfARegionAreThoseOfItsCodeOnTheDay() {
    for (String from : List.of("2023-05-30", "2023-05-31")) {
      assertThat(propose(becomes330199(from), "110101", 3, 200_000, 600_000).proposal().get())
          .as(from)
          .extracting(ClassProposal::householdClass, ClassProposal::regionPrefix)
          .containsExactly("dibao", "3301");
    }
    assertThat(propose(becomes330199("2023-06-01"), "110101", 3, 200_000, 600_000).proposal().get())
        .extracting(ClassProposal::householdClass, ClassProposal::regionPrefix)
        .containsExactly("marginal", "");
  }

  private static PolicyBundle becomes330199(String from) {
    PolicyBundle bundle = bundle(63_200, false);
    return new PolicyBundle(
        bundle.version(),
        "",
        "",
        bundle.parameters(),
        bundle.rules(),
        bundle.classes(),
        bundle.workingDays(),
        new RegionCodes(
            List.of(), List.of(new RegionCodes.Change(day(from), "110101", "330199", "assumed"))));
  }

  /** More than all that is earned is spent: the line for everybody, no more. */
  @Test
  void whatIsLeftIsNeverLessThanNothing() {
    assertThat(entitlement(propose("330106", 63_200, false, 3, 200_000, 9_000_000)))
        .isEqualTo(OptionalLong.of(189_600));
  }

  @Test
  void whatIsNotKnownIsSaidAndNothingIsGuessed() {
    Proposed proposed =
        new RuleBook(bundle(63_200, false))
            .propose(
                new HouseholdView(
                    lines(event(1, "2020-01-01", null, new HouseholdRegistered("urban"))),
                    day("2023-05-31")),
                Completeness.NONE);
    assertThat(proposed.proposal()).isEmpty();
    assertThat(proposed.notAssessable())
        .extracting(Assessment.Unassessed::ruleId, Assessment.Unassessed::code)
        .startsWith(tuple("class dibao", "parameter-missing"));
  }

  private static OptionalLong entitlement(Proposed proposed) {
    return proposed.proposal().get().entitlementFen();
  }

  private static Proposed propose(
      String region, long lineFen, boolean perYear, int members, long monthlyFen, long rigidFen) {
    return propose(bundle(lineFen, perYear), region, members, monthlyFen, rigidFen);
  }

  private static Proposed propose(
      PolicyBundle bundle, String region, int members, long monthlyFen, long rigidFen) {
    List<HouseholdEvent> events = new ArrayList<>();
    events.add(event(1, "2020-01-01", null, new HouseholdRegistered("urban")));
    for (int i = 0; i < members; i++) {
      events.add(event(2 + i, "2020-01-01", "person-" + i, new MemberJoined("birth", null, null)));
    }
    for (int back = 0; back < 12; back++) {
      Month month = Month.ofNumber(APRIL).plus(-back);
      events.add(
          event(
              100 + back,
              month.lastDay().toString(),
              null,
              new IncomeReceived(month, "wage", monthlyFen)));
    }
    events.add(
        event(200, "2023-03-01", null, new ExpenseIncurred("medical", rigidFen, 0, 0, 0, 0, 0, 0)));
    HouseholdView view =
        new HouseholdView(
            lines(events.stream().map(event -> in(region, event)).toArray(HouseholdEvent[]::new)),
            day("2023-05-31"));
    return new RuleBook(bundle).propose(view, Completeness.NONE);
  }

  private static HouseholdEvent in(String region, HouseholdEvent event) {
    return new HouseholdEvent(
        event.eventId(),
        event.kind(),
        event.revision(),
        event.source(),
        event.householdId(),
        event.personId(),
        region,
        null,
        event.occurredOn(),
        event.reportedAt(),
        event.body());
  }

  private static PolicyBundle bundle(long lineFen, boolean perYear) {
    Parameter line =
        new Parameter(
            "dibao-line-urban",
            Parameter.Unit.FEN,
            NAME,
            NAME,
            List.of(
                new Parameter.Entry(
                    "",
                    day("2020-01-01"),
                    new ParameterValue.Number(lineFen, perYear),
                    "assumed")));
    ClassRule.Variant income =
        new ClassRule.Variant(
            "income", "perCapitaUnder('dibao-line', 100)", "entitlement('dibao-line', 100)");
    ClassRule.Variant expenditure =
        new ClassRule.Variant(
            "expenditure",
            "perCapitaUnder('dibao-line', 150)"
                + " && lessThanLines(income(months(12)) - rigid(months(12)), 12 * members())",
            "entitlementAfterRigid('dibao-line', 100)");
    ClassRule dibao =
        new ClassRule(
            "dibao",
            NAME,
            1,
            List.of(
                new ClassRule.Entry("", day("2020-01-01"), List.of(income), "assumed"),
                new ClassRule.Entry(
                    "3301", day("2021-01-01"), List.of(income, expenditure), "assumed")),
            "classes/dibao.yaml:1");
    ClassRule marginal =
        new ClassRule(
            "marginal",
            NAME,
            2,
            List.of(
                new ClassRule.Entry(
                    "",
                    day("2020-01-01"),
                    List.of(
                        new ClassRule.Variant("income", "perCapitaUnder('dibao-line', 150)", null)),
                    "assumed")),
            "classes/marginal.yaml:1");
    return new PolicyBundle(
        "v",
        "",
        "",
        Map.of(line.id(), line),
        List.of(),
        List.of(marginal, dibao),
        new WorkingDays(Set.of(), Set.of()));
  }
}
