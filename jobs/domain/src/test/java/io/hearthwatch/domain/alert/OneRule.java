package io.hearthwatch.domain.alert;

import io.hearthwatch.domain.household.Lines;
import io.hearthwatch.domain.household.Retention;
import io.hearthwatch.domain.policy.Completeness;
import io.hearthwatch.domain.policy.PolicyBundle;
import io.hearthwatch.domain.policy.Text;
import io.hearthwatch.domain.policy.WorkingDays;
import io.hearthwatch.domain.rule.Rule;
import io.hearthwatch.domain.rule.RuleBook;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A policy of one YELLOW rule of a household, without parameters. */
final class OneRule {

  private OneRule() {}

  /** In force where nothing is complete; what is older than 36 months is forgotten. */
  static PolicyInForce where(String condition) {
    Text text = new Text("名", "name");
    Rule rule =
        new Rule(
            "T01",
            text,
            "missed",
            Rule.Scope.HOUSEHOLD,
            condition,
            "1",
            List.of(new Rule.UrgencyCase(null, Urgency.YELLOW)),
            List.of("housing"),
            List.of(),
            null,
            text,
            "",
            "rules/T01.yaml:5");
    PolicyBundle bundle =
        new PolicyBundle("v", "", "", Map.of(), List.of(rule), new WorkingDays(Set.of(), Set.of()));
    return new PolicyInForce(
        new RuleBook(bundle), Completeness.NONE, new Retention(Lines.ZONE, 36));
  }
}
