package io.hearthwatch.domain.rule;

import static io.hearthwatch.domain.household.Lines.day;
import static io.hearthwatch.domain.household.Lines.event;
import static io.hearthwatch.domain.household.Lines.lines;
import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.domain.alert.Urgency;
import io.hearthwatch.domain.household.body.ClassRecognised;
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

/**
 * Grace by bundles of before and after there was a parameter for its length; all else is in the
 * scenarios.
 */
class GraceTest {

  private static final Text NAME = new Text("名", "name");

  /** From 2023-01-01, without an end. */
  private final HouseholdView household =
      new HouseholdView(
          lines(event(1, "2023-01-01", null, new ClassRecognised("dibao", "grace", null))),
          day("2023-07-01"));

  @Test
  void aBundleOfBeforeTheParameterKnowsNoEnd() {
    Assessment said = assess(Map.of());
    assertThat(said.hits()).isEmpty();
    assertThat(said.notAssessable()).isEmpty();
  }

  @Test
  void withTheParameterItEnds() {
    assertThat(assess(Map.of(Grace.MONTHS, months(6))).hits()).hasSize(1);
    assertThat(assess(Map.of(Grace.MONTHS, months(7))).hits()).isEmpty();
  }

  private Assessment assess(Map<String, Parameter> parameters) {
    Rule ended =
        new Rule(
            "C05",
            NAME,
            "exit",
            Rule.Scope.HOUSEHOLD,
            "reached(graceEnds())",
            "1",
            List.of(new Rule.UrgencyCase(null, Urgency.BLUE)),
            List.of("civil-affairs"),
            List.of(),
            null,
            NAME,
            "",
            "rules/C05.yaml:1");
    PolicyBundle bundle =
        new PolicyBundle(
            "v", "", "", parameters, List.of(ended), new WorkingDays(Set.of(), Set.of()));
    return new RuleBook(bundle).assess(household, Completeness.NONE);
  }

  private static Parameter months(long months) {
    return new Parameter(
        Grace.MONTHS,
        Parameter.Unit.MONTHS,
        NAME,
        NAME,
        List.of(
            new Parameter.Entry(
                "", day("2000-01-01"), new ParameterValue.Number(months, false), "law")));
  }
}
