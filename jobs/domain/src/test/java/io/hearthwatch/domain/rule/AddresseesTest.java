package io.hearthwatch.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.domain.alert.Urgency;
import io.hearthwatch.domain.policy.Text;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whom a hit goes to. */
class AddresseesTest {

  private static final Text NAME = new Text("名", "name");

  @Test
  void areThoseThatTheRuleNamesSorted() {
    assertThat(goingTo("housing", "civil-affairs").addressees(Set.of("education")))
        .containsExactly("civil-affairs", "housing");
  }

  @Test
  void ownStandsForWhoeverToldOfIt() {
    assertThat(goingTo("own").addressees(Set.of("housing", "education")))
        .containsExactly("education", "housing");
  }

  @Test
  void whoIsNamedAndToldOfItIsNamedOnce() {
    assertThat(goingTo("own", "housing", "civil-affairs").addressees(Set.of("housing")))
        .containsExactly("civil-affairs", "housing");
  }

  private static Rule goingTo(String... departments) {
    return new Rule(
        "X01",
        NAME,
        "duplicate",
        Rule.Scope.GRANT,
        "true",
        "1",
        List.of(new Rule.UrgencyCase(null, Urgency.YELLOW)),
        List.of(departments),
        List.of(),
        null,
        NAME,
        "",
        "rules/X01.yaml:1");
  }
}
