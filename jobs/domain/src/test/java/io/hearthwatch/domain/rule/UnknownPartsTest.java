package io.hearthwatch.domain.rule;

import static io.hearthwatch.domain.household.Lines.day;
import static io.hearthwatch.domain.household.Lines.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.domain.alert.Urgency;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.Lines;
import io.hearthwatch.domain.household.Month;
import io.hearthwatch.domain.household.body.AccidentHappened;
import io.hearthwatch.domain.household.body.ExpenseIncurred;
import io.hearthwatch.domain.household.body.GrantApproved;
import io.hearthwatch.domain.household.body.HouseholdRegistered;
import io.hearthwatch.domain.household.body.IncomeReceived;
import io.hearthwatch.domain.policy.Completeness;
import io.hearthwatch.domain.policy.Parameter;
import io.hearthwatch.domain.policy.ParameterValue;
import io.hearthwatch.domain.policy.PolicyBundle;
import io.hearthwatch.domain.policy.Text;
import io.hearthwatch.domain.policy.WorkingDays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not known neither decides nor hides what is known. */
class UnknownPartsTest {

  private static final Text NAME = new Text("名", "name");
  private static final long LINE_FEN = 70_000;

  /** A rule that compares with the line, asked of a household of which nobody said where. */
  @Nested
  class WhileResidenceIsUnknown {

    private final Rule overTheLine = household("T01", "moreThanLines(medical(days(30)), 1)");

    @ParameterizedTest
    @CsvSource({"rural, urban", "urban, rural"})
    void aLineThatIsMissingIsNamed(String missing, String given) {
      Assessment assessment =
          assess(List.of(bill(2, LINE_FEN)), List.of(line("dibao-line-" + given)), overTheLine);

      assertThat(assessment.hits()).isEmpty();
      assertThat(assessment.notAssessable())
          .containsExactly(
              new Assessment.Unassessed("T01", "", "parameter-missing", "dibao-line-" + missing));
    }

    @ParameterizedTest
    @CsvSource({"urban", "rural"})
    void theLineThatHoldsIsNotHidden(String given) {
      Assessment assessment =
          assess(List.of(bill(2, LINE_FEN + 1)), List.of(line("dibao-line-" + given)), overTheLine);

      assertThat(assessment.notAssessable()).isEmpty();
      assertThat(assessment.hits()).hasSize(1);
      assertThat(assessment.hits().get(0).limits())
          .extracting(LimitUsed::parameter)
          .containsExactly("dibao-line-" + given);
    }

    @Test
    void ofTwoMissingLinesTheUrbanIsNamed() {
      assertThat(assess(List.of(bill(2, 1)), List.of(), overTheLine).notAssessable())
          .extracting(Assessment.Unassessed::detail)
          .containsExactly("dibao-line-urban");
    }

    @Test
    void onceItIsKnownTheOtherLineIsNotAskedFor() {
      HouseholdEvent registered = event(1, "2020-01-01", null, new HouseholdRegistered("urban"));
      Assessment assessment =
          assess(
              List.of(registered, bill(2, LINE_FEN)),
              List.of(line("dibao-line-urban")),
              overTheLine);
      assertThat(assessment.hits()).isEmpty();
      assertThat(assessment.notAssessable()).isEmpty();
    }
  }

  @Nested
  class RecordsOfAnUnknownSum {

    private final HouseholdEvent april =
        event(3, "2023-04-30", null, new IncomeReceived(Month.ofNumber(202304), "wage", 5));
    private final HouseholdEvent march =
        event(4, "2023-03-31", null, new IncomeReceived(Month.ofNumber(202303), "wage", 5));
    private final Parameter sources =
        parameter(
            "income-sources",
            Parameter.Unit.CODES,
            new ParameterValue.Codes(List.of("human-resources")));

    @Test
    void areNotCited() {
      Rule either = household("T01", "income(months(2)) < 1 || medical(days(30)) > 0");
      Hit hit = assess(List.of(bill(2, 1), april), List.of(sources), either).hits().get(0);
      assertThat(hit.records()).containsExactly(2L);
      assertThat(hit.measured()).extracting(Measured::indicator).containsExactly("medical");
    }

    @Test
    void areCitedOnceTheSumIsKnown() {
      Rule either = household("T01", "income(months(2)) < 1 || medical(days(30)) > 0");
      Hit hit = assess(List.of(bill(2, 1), april, march), List.of(sources), either).hits().get(0);
      assertThat(hit.records()).containsExactly(2L, 3L, 4L);
      assertThat(hit.measured())
          .extracting(Measured::indicator)
          .containsExactly("income", "medical");
    }

    @Test
    void doNotMakeItKnown() {
      Assessment assessment =
          assess(List.of(april), List.of(sources), household("T01", "income(months(2)) >= 5"));
      assertThat(assessment.hits()).isEmpty();
      assertThat(assessment.notAssessable())
          .containsExactly(new Assessment.Unassessed("T01", "", "income-unknown", "2023-03"));
    }
  }

  /** Where several parts are unknown, one reason is told: see docs/definitions.md. */
  @Nested
  class TheReasonThatIsTold {

    @ParameterizedTest
    @CsvSource(
        delimiter = ';',
        value = {
          "members() > 1 && limit('absent') > 1; members-unknown",
          "limit('absent') > 1 && members() > 1; parameter-missing",
          "members() > 1 || limit('absent') > 1; members-unknown",
          "limit('absent') > 1 || members() > 1; parameter-missing",
          "medical(days(30)) >= 0 && limit('absent') > 1 && members() > 1; parameter-missing",
        })
    void isTheFirstInTheOrderOfTheText(String when, String code) {
      assertThat(assess(List.of(bill(2, 1)), List.of(), household("T01", when)).notAssessable())
          .extracting(Assessment.Unassessed::code)
          .containsExactly(code);
    }
  }

  /** The rule of accidents, while nobody said within how many days help is due. */
  @Nested
  class AnAccidentWithoutItsDeadline {

    private final Rule accident =
        new Rule(
            "A01",
            NAME,
            "shock",
            Rule.Scope.ACCIDENT,
            "accident.within(days(90)) && (accident.hospitalStay() || accident.deaths() > 0)"
                + " && !accident.followedBy('temporary-relief', limit('temporary-relief-days'))"
                + " && reached(accident.day() + limit('temporary-relief-days'))",
            "1",
            List.of(new Rule.UrgencyCase(null, Urgency.RED)),
            List.of("civil-affairs"),
            List.of("civil-affairs"),
            null,
            NAME,
            "",
            "rules/A01.yaml:1");

    @Test
    void cannotBeAssessedAndNamesTheParameter() {
      HouseholdEvent fall = event(9, "2023-05-10", null, new AccidentHappened("fall", true, 0));
      Assessment assessment = assess(List.of(fall), List.of(), accident);
      assertThat(assessment.hits()).isEmpty();
      assertThat(assessment.notAssessable())
          .containsExactly(
              new Assessment.Unassessed(
                  "A01", "0000000000000009", "parameter-missing", "temporary-relief-days"));
      assertThat(assessment.nextDueDay()).isEqualTo(Assessment.NOTHING_DUE);
    }

    @ParameterizedTest
    @CsvSource({
      "2023-05-10, false, 0", // nobody was hurt
      "2023-03-02, true, 0", // 90 days ago
    })
    void isNoRiskWhereThatIsKnownWithoutIt(String date, boolean hospitalStay, int deaths) {
      HouseholdEvent fall =
          event(9, date, null, new AccidentHappened("fall", hospitalStay, deaths));
      Assessment assessment = assess(List.of(fall), List.of(), accident);
      assertThat(assessment.hits()).isEmpty();
      assertThat(assessment.notAssessable()).isEmpty();
    }

    @Test
    void aGrantDoesNotSayWhetherItCameInTime() {
      List<HouseholdEvent> events =
          List.of(
              event(9, "2023-05-10", null, new AccidentHappened("fall", true, 0)),
              event(
                  10,
                  "2023-05-11",
                  null,
                  new GrantApproved(
                      "temporary-relief", "accident", Month.ofNumber(202305), 1, null, null)));
      assertThat(assess(events, List.of(), accident).notAssessable())
          .extracting(Assessment.Unassessed::code)
          .containsExactly("parameter-missing");
    }
  }

  private static HouseholdEvent bill(long id, long fen) {
    return event(id, "2023-05-20", null, new ExpenseIncurred("medical", fen, 0, 0, 0, 0, 0, 0));
  }

  private static Parameter line(String id) {
    return parameter(id, Parameter.Unit.FEN, new ParameterValue.Number(LINE_FEN, false));
  }

  private static Parameter parameter(String id, Parameter.Unit unit, ParameterValue value) {
    return new Parameter(
        id,
        unit,
        NAME,
        NAME,
        List.of(new Parameter.Entry("", day("2020-01-01"), value, "assumed")));
  }

  private static Rule household(String id, String when) {
    return new Rule(
        id,
        NAME,
        "medical",
        Rule.Scope.HOUSEHOLD,
        when,
        "1",
        List.of(new Rule.UrgencyCase(null, Urgency.ORANGE)),
        List.of("civil-affairs"),
        List.of(),
        null,
        NAME,
        "",
        "rules/" + id + ".yaml:5");
  }

  private static Assessment assess(
      List<HouseholdEvent> events, List<Parameter> parameters, Rule rule) {
    PolicyBundle bundle =
        new PolicyBundle(
            "v",
            "",
            "",
            parameters.stream().collect(Collectors.toMap(Parameter::id, Function.identity())),
            List.of(rule),
            new WorkingDays(Set.of(), Set.of()));
    return new RuleBook(bundle)
        .assess(
            new HouseholdView(
                Lines.lines(events.toArray(HouseholdEvent[]::new)), day("2023-05-31")),
            Completeness.NONE);
  }
}
