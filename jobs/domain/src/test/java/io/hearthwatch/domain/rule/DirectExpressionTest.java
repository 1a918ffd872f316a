package io.hearthwatch.domain.rule;

import static io.hearthwatch.domain.household.Lines.day;
import static io.hearthwatch.domain.household.Lines.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.domain.alert.Urgency;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.Limits;
import io.hearthwatch.domain.household.Lines;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the direct evaluation against CEL's own runtime. */
class DirectExpressionTest {

  private static final String UNKNOWN = "income(months(1)) > 0";
  private static final String OVERFLOW = "medical(days(30)) * 100000 > 0";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "medical(days(30)) > 0",
        "medical(days(30)) - 2 * rigid(months(12)) <= -3",
        "medical(days(30)) == rigid(months(1)) && medical(days(30)) != 1",
        "!(medical(days(30)) < 5) && !(medical(days(30)) >= 5)",
        "-medical(days(30)) + 5 > 0",
        "inClass(['dibao', 'tekun']) || !inAnyClass()",
        "atLeastPercent(medical(days(30)), 50, 1000)",
        UNKNOWN,
        OVERFLOW,
        "false && " + UNKNOWN,
        UNKNOWN + " && false",
        UNKNOWN + " && true",
        UNKNOWN + " || true",
        "false || " + UNKNOWN,
        UNKNOWN + " && " + OVERFLOW,
        OVERFLOW + " && " + UNKNOWN,
        "true && (" + OVERFLOW + " || " + UNKNOWN + ") && true",
        "!(" + UNKNOWN + ")",
        "limit('absent') > 0 || " + UNKNOWN,
        "income(days(3)) > 0",
        "days(-1) == days(1)",
        // Left to CEL: a conditional, texts, a list searched.
        "medical(days(30)) > 5 ? true : " + UNKNOWN,
        "'a' < 'b'",
        "medical(days(30)) in [0, 7]",
      })
  void saysWhatCelSays(String when) {
    Rule rule = rule(Rule.Scope.HOUSEHOLD, when);
    for (List<HouseholdEvent> events : households()) {
      HouseholdView view =
          new HouseholdView(Lines.lines(events.toArray(HouseholdEvent[]::new)), day("2023-05-31"));
      assertThat(new RuleBook(bundle(rule)).assess(view, Completeness.NONE))
          .isEqualTo(RuleBook.byCel(bundle(rule)).assess(view, Completeness.NONE));
    }
  }

  @Test
  void asksOfTheMember() {
    Rule rule = rule(Rule.Scope.MEMBER, "member.present() && member.medical(days(30)) > 0");
    HouseholdView view =
        new HouseholdView(
            Lines.lines(households().get(1).toArray(HouseholdEvent[]::new)), day("2023-05-31"));
    Assessment direct = new RuleBook(bundle(rule)).assess(view, Completeness.NONE);
    assertThat(direct.hits()).extracting(Hit::subject).containsExactly("anna");
    assertThat(direct).isEqualTo(RuleBook.byCel(bundle(rule)).assess(view, Completeness.NONE));
  }

  /** Red twin: one that asked strictly would call a rule unknown that is known not to hold. */
  @Test
  void strictLogicWouldBeSeen() {
    Rule rule = rule(Rule.Scope.HOUSEHOLD, UNKNOWN + " && false");
    Rule strict = rule(Rule.Scope.HOUSEHOLD, UNKNOWN);
    HouseholdView view =
        new HouseholdView(
            Lines.lines(households().get(0).toArray(HouseholdEvent[]::new)), day("2023-05-31"));
    assertThat(new RuleBook(bundle(strict)).assess(view, Completeness.NONE))
        .isNotEqualTo(RuleBook.byCel(bundle(rule)).assess(view, Completeness.NONE));
  }

  private static List<List<HouseholdEvent>> households() {
    HouseholdEvent registered = event(1, "2020-01-01", null, new HouseholdRegistered("urban"));
    List<HouseholdEvent> small =
        List.of(
            registered,
            event(2, "2020-01-01", "anna", new MemberJoined("birth", null, null)),
            event(3, "2020-01-01", "zoe", new MemberJoined("birth", null, null)),
            event(4, "2023-05-10", "anna", bill(7)));
    List<HouseholdEvent> large = new ArrayList<>(List.of(registered));
    for (int i = 0; i < 100; i++) {
      large.add(event(10 + i, "2023-05-10", null, bill(Limits.MAX_AMOUNT_FEN)));
    }
    return List.of(List.of(registered), small, large);
  }

  private static ExpenseIncurred bill(long fen) {
    return new ExpenseIncurred("medical", fen, 0, 0, 0, 0, 0, 0);
  }

  private static PolicyBundle bundle(Rule rule) {
    return new PolicyBundle(
        "v", "", "", Map.of(), List.of(rule), new WorkingDays(Set.of(), Set.of()));
  }

  private static Rule rule(Rule.Scope scope, String when) {
    return new Rule(
        "T01",
        new Text("名", "name"),
        "medical",
        scope,
        when,
        "1",
        List.of(
            new Rule.UrgencyCase("members() > 1", Urgency.RED),
            new Rule.UrgencyCase(null, Urgency.ORANGE)),
        List.of("civil-affairs"),
        List.of(),
        null,
        new Text("名", "name"),
        "",
        "rules/T01.yaml:5");
  }
}
