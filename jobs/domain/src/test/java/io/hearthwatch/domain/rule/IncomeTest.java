package io.hearthwatch.domain.rule;

import static io.hearthwatch.domain.household.Lines.day;
import static io.hearthwatch.domain.household.Lines.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.Lines;
import io.hearthwatch.domain.household.Month;
import io.hearthwatch.domain.household.body.IncomeReceived;
import io.hearthwatch.domain.household.body.MemberJoined;
import io.hearthwatch.domain.household.body.MemberLeft;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncomeTest {

  private static final ParameterValue SOURCES =
      new ParameterValue.Codes(List.of("human-resources", "civil-affairs"));

  @ParameterizedTest
  @CsvSource({
    "2023-05-14, 202303",
    "2023-05-15, 202304",
    "2023-05-31, 202304",
    "2023-06-01, 202304",
    "2023-01-14, 202211",
    "2023-01-15, 202212",
    "2024-02-29, 202401",
  })
  void aMonthClosesOnThe15thOfTheNext(String asOf, int month) {
    assertThat(Income.latestClosed(day(asOf))).isEqualTo(Month.ofNumber(month));
  }

  @Test
  void addsByMonthEarnedWhateverTheDayPaid() {
    HouseholdEvent[] events = {
      income(1, "2023-05-20", 202304, "wage", 100), // paid late
      income(2, "2023-04-05", 202304, "wage", 30), // paid early
      income(3, "2023-04-28", 202303, "wage", 7),
    };
    assertThat(sum(Completeness.NONE, 202304, 1, events)).isEqualTo(130);
    assertThat(sum(Completeness.NONE, 202304, 2, events)).isEqualTo(137);
    assertThat(sum(Completeness.NONE, 202303, 1, events)).isEqualTo(7);
  }

  @Test
  void aMonthWithoutRecordIsUnknownUntilEverySourceIsComplete() {
    HouseholdEvent april = income(1, "2023-04-30", 202304, "wage", 100);
    assertThat(unknown(Completeness.NONE, 202304, 2, april)).isEqualTo("income-unknown 2023-03");
    Completeness one = Completeness.NONE.with("human-resources", "", day("2023-04-14"));
    assertThat(unknown(one, 202304, 2, april)).isEqualTo("income-unknown 2023-03");
    Completeness short1 = one.with("civil-affairs", "11", day("2023-04-13"));
    assertThat(unknown(short1, 202304, 2, april)).isEqualTo("income-unknown 2023-03");
    Completeness elsewhere = one.with("civil-affairs", "22", day("2023-04-14"));
    assertThat(unknown(elsewhere, 202304, 2, april)).isEqualTo("income-unknown 2023-03");
    Completeness both = one.with("civil-affairs", "11", day("2023-04-14"));
    assertThat(sum(both, 202304, 2, april)).isEqualTo(100);
  }

  @Test
  void dibaoAndReliefNeitherAddNorMakeKnown() {
    assertThat(unknown(Completeness.NONE, 202304, 1, income(1, "2023-04-30", 202304, "dibao", 9)))
        .isEqualTo("income-unknown 2023-04");
    assertThat(
            sum(
                Completeness.NONE,
                202304,
                1,
                income(1, "2023-04-30", 202304, "dibao", 9),
                income(2, "2023-04-30", 202304, "relief", 9),
                income(3, "2023-04-30", 202304, "pension", 5)))
        .isEqualTo(5);
  }

  @Test
  void aRecordOfNothingMakesAMonthKnown() {
    assertThat(sum(Completeness.NONE, 202304, 1, income(1, "2023-04-30", 202304, "wage", 0)))
        .isZero();
  }

  @Test
  void whatAStrangerEarnsNeitherAddsNorMakesKnown() {
    HouseholdEvent[] events = {
      event(1, "2020-01-01", "anna", new MemberJoined("birth", null, null)),
      event(2, "2020-01-01", "ben", new MemberJoined("birth", null, null)),
      event(3, "2023-03-31", "ben", new MemberLeft("work")),
      paid(4, "2023-04-30", "ben", 50),
    };
    assertThat(unknown(Completeness.NONE, 202304, 1, events)).isEqualTo("income-unknown 2023-04");
  }

  @Test
  void aMonthIsKnownForTheHouseholdAsAWhole() {
    HouseholdEvent[] events = {
      event(1, "2020-01-01", "anna", new MemberJoined("birth", null, null)),
      event(2, "2020-01-01", "ben", new MemberJoined("birth", null, null)),
      paid(3, "2023-04-30", "ben", 50),
    };
    Income income = income(Completeness.NONE, Evidence.NONE, events);
    assertThat(income.fen("income", "anna", Month.ofNumber(202304), 1)).isZero();
    assertThat(income.fen("income", "ben", Month.ofNumber(202304), 1)).isEqualTo(50);
  }

  @Test
  void tellsEveryRecordThatWasAdded() {
    Evidence evidence = new Evidence();
    income(
            Completeness.NONE,
            evidence,
            income(1, "2023-04-30", 202304, "wage", 1),
            income(2, "2023-04-30", 202304, "dibao", 1),
            income(3, "2023-04-30", 202303, "wage", 1))
        .fen("income", null, Month.ofNumber(202304), 1);
    assertThat(evidence.firstRecords()).containsExactly(1L);
    assertThat(evidence.allMeasured())
        .containsExactly(
            new Measured("income", "months(1)", day("2023-04-01"), day("2023-04-30"), 1, "fen"));
  }

  private static HouseholdEvent income(long id, String date, int month, String kind, long fen) {
    return event(id, date, null, new IncomeReceived(Month.ofNumber(month), kind, fen));
  }

  private static HouseholdEvent paid(long id, String date, String person, long fen) {
    return event(id, date, person, new IncomeReceived(Month.ofNumber(202304), "wage", fen));
  }

  private static long sum(
      Completeness completeness, int last, int count, HouseholdEvent... events) {
    return income(completeness, Evidence.NONE, events)
        .fen("income", null, Month.ofNumber(last), count);
  }

  private static String unknown(
      Completeness completeness, int last, int count, HouseholdEvent... events) {
    NotAssessable unknown =
        catchThrowableOfType(NotAssessable.class, () -> sum(completeness, last, count, events));
    assertThat(unknown).isNotNull();
    return unknown.reason().code() + " " + unknown.reason().detail();
  }

  private static Income income(
      Completeness completeness, Evidence evidence, HouseholdEvent... events) {
    HouseholdView view = new HouseholdView(Lines.lines(events), day("2023-06-30"));
    Parameter sources =
        new Parameter(
            "income-sources",
            Parameter.Unit.CODES,
            new Text("来源", "sources"),
            new Text("来源", "sources"),
            List.of(new Parameter.Entry("", day("2020-01-01"), SOURCES, "assumed")));
    PolicyBundle bundle =
        new PolicyBundle(
            "v",
            "",
            "",
            Map.of(sources.id(), sources),
            List.of(),
            new WorkingDays(Set.of(), Set.of()));
    ParametersInForce parameters =
        new ParametersInForce(
            bundle, new ParametersInForce.Place(view.region(), view.residence(), view.asOf()));
    return new Income(
        new Asked(view, view.region(), parameters, completeness, new Deadlines(), evidence));
  }
}
