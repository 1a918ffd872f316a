package io.hearthwatch.domain.rule;

import static io.hearthwatch.domain.household.Lines.day;
import static io.hearthwatch.domain.household.Lines.event;
import static io.hearthwatch.domain.household.Lines.lines;
import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.domain.alert.Urgency;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.body.HouseholdRegistered;
import io.hearthwatch.domain.policy.Completeness;
import io.hearthwatch.domain.policy.Parameter;
import io.hearthwatch.domain.policy.ParameterValue;
import io.hearthwatch.domain.policy.PolicyBundle;
import io.hearthwatch.domain.policy.RegionCodes;
import io.hearthwatch.domain.policy.Text;
import io.hearthwatch.domain.policy.WorkingDays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One book is asked again and again: what it keeps of one day must not be said of another. */
class RegionLookUpTest {

  private static final Text NAME = new Text("名", "name");

  /** 330104 becomes 330102 on 2021-04-09; parameters speak of 330102 and of the nation alone. */
  private final RuleBook book = new RuleBook(bundle());

  @Test
  void theSameRegionHasOtherParametersOnEitherSideOfTheDay() {
    for (int again = 0; again < 3; again++) {
      assertThat(prefixes("330104", "2021-04-08")).containsExactly("");
      assertThat(prefixes("330104", "2021-04-09")).containsExactly("330102");
      assertThat(prefixes("330102", "2021-04-08")).containsExactly("330102");
      assertThat(prefixes("330103", "2021-04-09")).containsExactly("");
    }
  }

  private List<String> prefixes(String region, String asOf) {
    HouseholdEvent told = event(1, "2020-01-01", null, new HouseholdRegistered("urban"));
    HouseholdEvent there =
        new HouseholdEvent(
            told.eventId(),
            told.kind(),
            told.revision(),
            told.source(),
            told.householdId(),
            null,
            region,
            null,
            told.occurredOn(),
            told.reportedAt(),
            told.body());
    HouseholdView view = new HouseholdView(lines(there), day(asOf));
    return book.assess(view, Completeness.NONE).hits().stream()
        .flatMap(hit -> hit.limits().stream())
        .map(LimitUsed::regionPrefix)
        .toList();
  }

  private static PolicyBundle bundle() {
    Parameter parameter =
        new Parameter(
            "p",
            Parameter.Unit.COUNT,
            NAME,
            NAME,
            List.of(
                new Parameter.Entry(
                    "", day("2000-01-01"), new ParameterValue.Number(1, false), "law"),
                new Parameter.Entry(
                    "330102", day("2000-01-01"), new ParameterValue.Number(2, false), "law")));
    Rule rule =
        new Rule(
            "M01",
            NAME,
            "medical",
            Rule.Scope.HOUSEHOLD,
            "limit('p') > 0",
            "1",
            List.of(new Rule.UrgencyCase(null, Urgency.BLUE)),
            List.of("civil-affairs"),
            List.of(),
            null,
            NAME,
            "",
            "rules/M01.yaml:1");
    return new PolicyBundle(
        "v",
        "",
        "",
        Map.of("p", parameter),
        List.of(rule),
        List.of(),
        new WorkingDays(Set.of(), Set.of()),
        new RegionCodes(
            List.of(),
            List.of(new RegionCodes.Change(day("2021-04-09"), "330104", "330102", "law"))));
  }
}
