package io.hearthwatch.domain.rule;

import static io.hearthwatch.domain.household.Lines.day;
import static io.hearthwatch.domain.household.Lines.event;
import static io.hearthwatch.domain.household.Lines.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hearthwatch.domain.alert.Urgency;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.Month;
import io.hearthwatch.domain.household.body.GrantApproved;
import io.hearthwatch.domain.household.body.HouseholdRegistered;
import io.hearthwatch.domain.household.body.MemberJoined;
import io.hearthwatch.domain.household.body.MemberLeft;
import io.hearthwatch.domain.household.body.PaymentMade;
import io.hearthwatch.domain.policy.Compatibility;
import io.hearthwatch.domain.policy.Completeness;
import io.hearthwatch.domain.policy.Parameter;
import io.hearthwatch.domain.policy.ParameterValue;
import io.hearthwatch.domain.policy.PolicyBundle;
import io.hearthwatch.domain.policy.Text;
import io.hearthwatch.domain.policy.WorkingDays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What one person gets twice: here, and here and in another household. As of 2023-05-31. */
class DuplicatesTest {

  private static final HouseholdEvent HOME =
      event(1, "2020-01-01", null, new HouseholdRegistered("urban"));
  private static final HouseholdEvent ANNA =
      event(2, "2020-01-01", "anna", new MemberJoined("birth", null, null));
  private static final Text NAME = new Text("名", "name");

  @Test
  void grantsThatExcludeEachOtherClashInBothHouseholds() {
    HouseholdEvent tekun = grant(10, "2023-02-01", "anna", "tekun", "other");
    HouseholdEvent dibao = grant(11, "2023-03-01", "anna", "dibao", "other");
    assertThat(subjects(X01, List.of(HOME, ANNA, tekun), List.of(dibao))).containsExactly(10L);
    assertThat(subjects(X01, List.of(HOME, ANNA, dibao), List.of(tekun))).containsExactly(11L);
    assertThat(subjects(X01, List.of(HOME, ANNA, tekun, dibao), List.of()))
        .as("each of two in one household")
        .containsExactly(10L, 11L);
  }

  @Test
  void otherPeopleOtherPairsAndOldGrantsDoNotClash() {
    HouseholdEvent tekun = grant(10, "2023-02-01", "anna", "tekun", "other");
    HouseholdEvent ofBen = grant(11, "2023-03-01", "ben", "dibao", "other");
    HouseholdEvent charity = grant(12, "2023-03-01", "anna", "charity", "other");
    HouseholdEvent old = grant(13, "2022-05-31", "anna", "dibao", "other");
    HouseholdEvent ofAll = grant(14, "2023-03-01", null, "dibao", "other");
    assertThat(subjects(X01, List.of(HOME, ANNA, tekun), List.of(ofBen, charity, old, ofAll)))
        .isEmpty();
  }

  @Test
  void ofTheHigherOneTheLowerIsExcessWhereBothWerePaid() {
    HouseholdEvent orphan = grant(10, "2023-02-01", "anna", "orphan", "other");
    HouseholdEvent dibao = grant(11, "2023-02-01", "anna", "dibao", "other");
    List<HouseholdEvent> here =
        List.of(
            HOME, ANNA, orphan, paid(20, "orphan", 202302, 900), paid(21, "orphan", 202303, 500));
    assertThat(subjects(X01, here, List.of(dibao, paid(30, "dibao", 202304, 600))))
        .as("never for one month")
        .isEmpty();
    List<HouseholdEvent> there =
        List.of(
            dibao,
            paid(30, "dibao", 202302, 600),
            paid(31, "dibao", 202303, 600),
            paid(32, "dibao", 202303, 100),
            paid(33, "dibao", 202304, 600));
    List<Hit> hits = assess(X01, here, there).hits();
    assertThat(hits).singleElement().extracting(Hit::measure).isEqualTo(600L + 500L);
    assertThat(hits.get(0).limits())
        .extracting(LimitUsed::key, LimitUsed::unit)
        .containsExactly(tuple("dibao+orphan", "higher-of"));
    assertThat(hits.get(0).records()).contains(10L, 11L, 20L, 21L, 30L, 31L, 32L);
  }

  @Test
  void theLaterOfTwoForTheSameCauseRepeats() {
    HouseholdEvent first = grant(10, "2022-07-01", "anna", "temporary-relief", "illness");
    HouseholdEvent again = grant(11, "2023-05-01", "anna", "temporary-relief", "illness");
    assertThat(subjects(X02, List.of(HOME, ANNA, again), List.of(first))).containsExactly(11L);
    assertThat(subjects(X02, List.of(HOME, ANNA, first), List.of(again))).isEmpty();
    HouseholdEvent otherCause = grant(12, "2022-07-01", "anna", "temporary-relief", "disaster");
    HouseholdEvent longAgo = grant(13, "2022-05-01", "anna", "temporary-relief", "illness");
    assertThat(subjects(X02, List.of(HOME, ANNA, again), List.of(otherCause, longAgo))).isEmpty();
    HouseholdEvent yearless = grant(14, "2022-05-02", "anna", "temporary-relief", "illness");
    assertThat(subjects(X02, List.of(HOME, ANNA, again), List.of(yearless)))
        .as("the first day of the twelve months")
        .containsExactly(11L);
    HouseholdEvent charity = grant(15, "2023-05-02", "anna", "charity", "illness");
    HouseholdEvent more = grant(16, "2023-05-03", "anna", "charity", "illness");
    assertThat(subjects(X02, List.of(HOME, ANNA, charity, more), List.of())).isEmpty();
  }

  @Test
  void aMemberOfTwoHouseholdsIsFoundUntilOneLetsHerGo() {
    HouseholdEvent there =
        event(10, "2021-01-01", "anna", new MemberJoined("marriage", null, null));
    assertThat(assess(X03, List.of(HOME, ANNA), List.of(there)).hits()).hasSize(1);
    HouseholdEvent left = event(11, "2023-05-30", "anna", new MemberLeft("moved"));
    assertThat(assess(X03, List.of(HOME, ANNA), List.of(there, left)).hits()).isEmpty();
    HouseholdEvent today = event(12, "2023-05-31", "anna", new MemberLeft("moved"));
    assertThat(assess(X03, List.of(HOME, ANNA), List.of(there, today)).hits())
        .as("who leaves today does not stay")
        .isEmpty();
    HouseholdEvent leaves = event(13, "2023-05-31", "anna", new MemberLeft("moved"));
    assertThat(assess(X03, List.of(HOME, ANNA, leaves), List.of(there)).hits()).isEmpty();
  }

  @Test
  void aMonthOfDibaoInTwoHouseholdsIsFound() {
    List<HouseholdEvent> here = List.of(HOME, ANNA, paid(20, "dibao", 202303, 900));
    assertThat(assess(X03, here, List.of(paid(30, "dibao", 202303, 1))).hits()).hasSize(1);
    assertThat(assess(X03, here, List.of(paid(30, "dibao", 202304, 1))).hits()).isEmpty();
    assertThat(assess(X03, here, List.of(paid(30, "charity", 202303, 1))).hits()).isEmpty();
  }

  private static final Rule X01 =
      rule(
          "X01",
          Rule.Scope.GRANT,
          "grant.within(months(12)) && grant.clashes('matrix', months(12))",
          "grant.excess('matrix', months(12))");
  private static final Rule X02 =
      rule(
          "X02",
          Rule.Scope.GRANT,
          "grant.within(months(12)) && grant.repeats('matrix', months(12))",
          "grant.amount()");
  private static final Rule X03 =
      rule(
          "X03",
          Rule.Scope.MEMBER,
          "member.present() && member.memberElsewhere()"
              + " || member.paidElsewhereToo('dibao', months(12))",
          "1");

  private static List<Long> subjects(
      Rule rule, List<HouseholdEvent> here, List<HouseholdEvent> there) {
    return assess(rule, here, there).hits().stream()
        .map(hit -> Long.parseUnsignedLong(hit.subject(), 16))
        .toList();
  }

  private static Assessment assess(
      Rule rule, List<HouseholdEvent> here, List<HouseholdEvent> there) {
    HouseholdView view =
        new HouseholdView(
            lines(here.toArray(HouseholdEvent[]::new)),
            List.of(lines(there.toArray(HouseholdEvent[]::new))),
            day("2023-05-31"),
            HouseholdView.EVERYTHING);
    Assessment assessment = new RuleBook(bundle(rule)).assess(view, Completeness.NONE);
    assertThat(assessment.notAssessable()).isEmpty();
    return assessment;
  }

  private static PolicyBundle bundle(Rule rule) {
    Parameter matrix =
        new Parameter(
            "matrix",
            Parameter.Unit.COMPATIBILITY,
            NAME,
            NAME,
            List.of(
                new Parameter.Entry(
                    "",
                    day("2020-01-01"),
                    new ParameterValue.Pairs(
                        Map.of(
                            "dibao+tekun", Compatibility.EXCLUDE,
                            "dibao+orphan", Compatibility.HIGHER_OF,
                            "temporary-relief+temporary-relief", Compatibility.SAME_CAUSE_ONCE)),
                    "assumed")));
    return new PolicyBundle(
        "v", "", "", Map.of("matrix", matrix), List.of(rule), new WorkingDays(Set.of(), Set.of()));
  }

  private static Rule rule(String id, Rule.Scope scope, String when, String measure) {
    return new Rule(
        id,
        NAME,
        "duplicate",
        scope,
        when,
        measure,
        List.of(new Rule.UrgencyCase(null, Urgency.YELLOW)),
        List.of("civil-affairs"),
        List.of(),
        null,
        NAME,
        "",
        "rules/" + id + ".yaml:5");
  }

  private static HouseholdEvent grant(
      long id, String on, String person, String programme, String cause) {
    return event(
        id,
        on,
        person,
        new GrantApproved(programme, cause, Month.ofNumber(202301), 1_000, null, null));
  }

  private static HouseholdEvent paid(long id, String programme, int month, long fen) {
    return event(
        id, "2023-05-10", "anna", new PaymentMade(programme, null, Month.ofNumber(month), fen));
  }
}
