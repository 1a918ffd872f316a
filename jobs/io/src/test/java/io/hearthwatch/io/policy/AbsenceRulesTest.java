package io.hearthwatch.io.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.domain.rule.Rule;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A rule of something that did not happen waits for whoever would have told of it. */
class AbsenceRulesTest {

  private static final Set<String> OF_ABSENCE = Set.of("missed", "process", "sign-of-life");

  @Test
  void everyOneOfThemWaits() {
    assertThat(ofAbsence(Committed.BUNDLE.rules()))
        .extracting(Rule::id)
        .contains("A02", "D03", "E02", "I05", "I06", "P01", "P02", "P03", "P04", "Z02", "Z03");
    assertThat(waitingForNobody(Committed.BUNDLE.rules())).isEmpty();
  }

  /** Red twins: I05 as it once was, and one that names its source and never asks for a day. */
  @Test
  void oneThatDoesNotWaitIsNoticed() {
    assertThat(waitingForNobody(List.of(missed("members() > 0", List.of())))).hasSize(1);
    assertThat(waitingForNobody(List.of(missed("reached(lastMonthClosedOn())", List.of()))))
        .hasSize(1);
    assertThat(waitingForNobody(List.of(missed("members() > 0", List.of("civil-affairs")))))
        .hasSize(1);
  }

  private static List<Rule> waitingForNobody(List<Rule> rules) {
    return ofAbsence(rules).stream()
        .filter(rule -> rule.clearedBy().isEmpty() || !rule.when().contains("reached("))
        .toList();
  }

  private static List<Rule> ofAbsence(List<Rule> rules) {
    return rules.stream().filter(rule -> OF_ABSENCE.contains(rule.category())).toList();
  }

  private static Rule missed(String when, List<String> clearedBy) {
    Rule i05 =
        Committed.BUNDLE.rules().stream()
            .filter(rule -> rule.id().equals("I05"))
            .findFirst()
            .orElseThrow();
    return new Rule(
        i05.id(),
        i05.name(),
        i05.category(),
        i05.scope(),
        when,
        i05.measure(),
        i05.urgencies(),
        i05.departments(),
        clearedBy,
        i05.raise(),
        i05.clears(),
        "",
        i05.where());
  }
}
