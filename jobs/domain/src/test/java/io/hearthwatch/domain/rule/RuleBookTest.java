package io.hearthwatch.domain.rule;

import static io.hearthwatch.domain.household.Lines.day;
import static io.hearthwatch.domain.household.Lines.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hearthwatch.domain.alert.Urgency;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.Limits;
import io.hearthwatch.domain.household.Lines;
import io.hearthwatch.domain.household.body.AccidentHappened;
import io.hearthwatch.domain.household.body.ExpenseIncurred;
import io.hearthwatch.domain.household.body.HouseholdRegistered;
import io.hearthwatch.domain.household.body.MemberJoined;
import io.hearthwatch.domain.policy.Completeness;
import io.hearthwatch.domain.policy.PolicyBundle;
import io.hearthwatch.domain.policy.Text;
import io.hearthwatch.domain.policy.WorkingDays;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the book does with the answers of rules; what the rules mean is tested by scenarios. */
class RuleBookTest {

  private static final HouseholdEvent REGISTERED =
      event(1, "2020-01-01", null, new HouseholdRegistered("urban"));

  @Test
  void anOverflowIsReportedAndNeverThrown() {
    List<HouseholdEvent> events = new ArrayList<>(List.of(REGISTERED));
    for (int i = 0; i < 1000; i++) {
      events.add(event(10 + i, "2023-05-10", null, bill(Limits.MAX_AMOUNT_FEN)));
    }
    Rule percent = household("T01", "atLeastPercent(medical(days(30)), 50, 1)");
    Rule arithmetic = household("T02", "medical(days(30)) * 1000 > 0");
    Rule fires = household("T03", "medical(days(30)) > 0");
    Assessment assessment = assess(events, Completeness.NONE, percent, arithmetic, fires);
    assertThat(assessment.hits()).extracting(Hit::ruleId).containsExactly("T03");
    assertThat(assessment.notAssessable())
        .containsExactly(
            new Assessment.Unassessed("T01", "", "overflow", ""),
            new Assessment.Unassessed("T02", "", "overflow", ""));
  }

  @Test
  void citesTheFirstFiftyRecordsAndCountsAll() {
    List<HouseholdEvent> events = new ArrayList<>(List.of(REGISTERED));
    for (int i = 0; i < 60; i++) {
      events.add(event(1000 - i, "2023-05-10", null, bill(1)));
    }
    Hit hit =
        assess(events, Completeness.NONE, household("T01", "medical(days(30)) > 0")).hits().get(0);
    assertThat(hit.recordCount()).isEqualTo(60);
    assertThat(hit.records()).hasSize(50).isSorted().startsWith(941L);
  }

  @Test
  void whileItsSourceIsSilentAnAbsenceIsNotAssessableAndAskedAgainTomorrow() {
    Rule absence =
        new Rule(
            "A01",
            text(),
            "shock",
            Rule.Scope.ACCIDENT,
            // Income is unknown, so this cannot be assessed whatever the source says.
            "accident.within(days(90)) && reached(accident.day() + 3) && income(months(1)) < 1",
            "1",
            List.of(new Rule.UrgencyCase(null, Urgency.RED)),
            List.of("civil-affairs"),
            List.of("civil-affairs"),
            null,
            text(),
            "",
            "rules/A01.yaml:1");
    List<HouseholdEvent> events =
        List.of(
            REGISTERED, event(0xABCL, "2023-05-10", null, new AccidentHappened("fall", true, 0)));
    Assessment silent = assess(events, Completeness.NONE, absence);
    assertThat(silent.notAssessable())
        .containsExactly(
            new Assessment.Unassessed(
                "A01", "0000000000000abc", "source-incomplete", "civil-affairs"));
    assertThat(silent.nextDueDay())
        .as("nobody ever told: the monthly review is enough")
        .isEqualTo(Assessment.NOTHING_DUE);

    Completeness late = Completeness.NONE.with("civil-affairs", "", day("2023-05-12"));
    assertThat(assess(events, late, absence).nextDueDay())
        .as("asked again tomorrow")
        .isEqualTo(day("2023-06-01"));

    Completeness complete = Completeness.NONE.with("civil-affairs", "", day("2023-05-13"));
    Assessment spoken = assess(events, complete, absence);
    assertThat(spoken.notAssessable())
        .containsExactly(
            new Assessment.Unassessed(
                "A01", "0000000000000abc", "parameter-missing", "income-sources"));
    assertThat(spoken.nextDueDay()).isEqualTo(Assessment.NOTHING_DUE);
  }

  @Test
  void hitsAndUnknownsComeByRuleThenSubject() {
    List<HouseholdEvent> events =
        List.of(
            event(5, "2020-01-01", "zoe", new MemberJoined("birth", null, null)),
            event(6, "2020-01-02", "anna", new MemberJoined("birth", null, null)));
    Assessment assessment =
        assess(
            events,
            Completeness.NONE,
            member("T02", "member.medical(days(30)) == 0"),
            member("T01", "member.medical(days(30)) == limit('absent')"));
    assertThat(assessment.hits()).extracting(Hit::subject).containsExactly("anna", "zoe");
    assertThat(assessment.notAssessable())
        .containsExactly(
            new Assessment.Unassessed("T01", "anna", "parameter-missing", "absent"),
            new Assessment.Unassessed("T01", "zoe", "parameter-missing", "absent"));
  }

  @Test
  void anotherHouseholdLeavesNoTrace() {
    RuleBook book = new RuleBook(bundle(household("T01", "medical(days(30)) > 0")));
    List<HouseholdEvent> ill = List.of(REGISTERED, event(2, "2023-05-10", null, bill(1)));
    Assessment first = book.assess(view(ill), Completeness.NONE);
    assertThat(book.assess(view(List.of(REGISTERED)), Completeness.NONE).hits()).isEmpty();
    assertThat(book.assess(view(ill), Completeness.NONE)).isEqualTo(first);
  }

  @Test
  void aRuleThatIsWrongSaysWhere() {
    assertThatThrownBy(() -> new RuleBook(bundle(household("T01", "medical(30) > 0"))))
        .isInstanceOf(RuleBook.RuleException.class)
        .hasMessageStartingWith("rules/T01.yaml:5: T01 when: ERROR: <input>:1:8:");
  }

  @Test
  void needsAreReadOffARule() {
    RuleNeeds needs =
        RuleNeeds.of(
            household(
                "T01",
                "moreThanLines(medical(days(30)), limit('a')) && classLimit('b') > 0"
                    + " && perCapitaUnder('c', 150)"));
    assertThat(needs.problems()).isEmpty();
    assertThat(needs.windows()).containsExactly(Window.days(30));
    assertThat(needs.parameters())
        .containsExactlyInAnyOrder(
            new RuleNeeds.Need("dibao-line-urban", RuleNeeds.Shape.LINE),
            new RuleNeeds.Need("dibao-line-rural", RuleNeeds.Shape.LINE),
            new RuleNeeds.Need("a", RuleNeeds.Shape.NUMBER),
            new RuleNeeds.Need("b", RuleNeeds.Shape.BY_CLASS),
            new RuleNeeds.Need("c-urban", RuleNeeds.Shape.LINE),
            new RuleNeeds.Need("c-rural", RuleNeeds.Shape.LINE),
            new RuleNeeds.Need("income-sources", RuleNeeds.Shape.CODES));
  }

  private static ExpenseIncurred bill(long fen) {
    return new ExpenseIncurred("medical", fen, 0, 0, 0, 0, 0, 0);
  }

  private static Assessment assess(
      List<HouseholdEvent> events, Completeness completeness, Rule... rules) {
    return new RuleBook(bundle(rules)).assess(view(events), completeness);
  }

  private static HouseholdView view(List<HouseholdEvent> events) {
    return new HouseholdView(Lines.lines(events.toArray(HouseholdEvent[]::new)), day("2023-05-31"));
  }

  private static PolicyBundle bundle(Rule... rules) {
    return new PolicyBundle(
        "v", "", "", Map.of(), List.of(rules), new WorkingDays(Set.of(), Set.of()));
  }

  private static Rule household(String id, String when) {
    return rule(id, Rule.Scope.HOUSEHOLD, when);
  }

  private static Rule member(String id, String when) {
    return rule(id, Rule.Scope.MEMBER, when);
  }

  private static Rule rule(String id, Rule.Scope scope, String when) {
    return new Rule(
        id,
        text(),
        "medical",
        scope,
        when,
        "1",
        List.of(new Rule.UrgencyCase(null, Urgency.ORANGE)),
        List.of("civil-affairs"),
        List.of(),
        null,
        text(),
        "",
        "rules/" + id + ".yaml:5");
  }

  private static Text text() {
    return new Text("名", "name");
  }
}
