package io.hearthwatch.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import io.hearthwatch.domain.alert.Urgency;
import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.policy.Text;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Holds {@link WordCodes} to the vocabulary: whoever adds a word says there what its codes are. */
class WordCodesTest {

  private static final Words VOCABULARY = Vocabulary.of(() -> null, such -> false);

  @Test
  void wordsThatTakeTextsSayWhichCodesTheseAre() {
    for (CelFunctionDecl word : VOCABULARY.declarations()) {
      boolean texts =
          word.overloads().stream()
              .flatMap(overload -> overload.parameterTypes().stream())
              .anyMatch(WordCodesTest::isText);
      assertThat(WordCodes.of(word.name()) != WordCodes.NONE).as(word.name()).isEqualTo(texts);
    }
  }

  @Test
  void readsTheEventsOfAllWordsOfARule() {
    assertThat(RuleReads.of(rule("medical(days(30)) > 0 && !applied(days(9))")))
        .contains(EventType.EXPENSE_INCURRED, EventType.MEMBER_JOINED, EventType.APPLICATION_MADE)
        .doesNotContain(EventType.INCOME_RECEIVED);
  }

  @Test
  void namesCodesThatNobodyKnows() {
    Set<String> families = Set.of("M");
    Set<String> categories = Set.of("shock");
    assertThat(
            RuleCodes.problems(rule("inClass(['dibao', 'local-veteran'])"), families, categories))
        .isEmpty();
    assertThat(RuleCodes.problems(rule("firing(['M', 'Q'])"), families, categories))
        .containsExactly("there is no rule of the family 'Q'");
    assertThat(
            RuleCodes.problems(
                rule("inClass(['dibau']) || leftClass(['x'], days(3))"), families, categories))
        .hasSize(2)
        .first()
        .asString()
        .startsWith("inClass(): 'dibau' is no class; one of [dibao, marginal,");
    assertThat(RuleCodes.problems(rule("firingCategory(['shock', 'shok'])"), families, categories))
        .containsExactly("there is no rule of the category 'shok'");
    assertThat(RuleCodes.problems(rule("accident.followedBy('relief', 3)"), families, categories))
        .singleElement()
        .asString()
        .startsWith("followedBy(): 'relief' is no programme; one of [charity,");
  }

  private static boolean isText(CelType type) {
    return type.equals(SimpleType.STRING) || type.equals(ListType.create(SimpleType.STRING));
  }

  private static Rule rule(String when) {
    return new Rule(
        "M01",
        new Text("名", "name"),
        "medical",
        Rule.Scope.HOUSEHOLD,
        when,
        "1",
        List.of(new Rule.UrgencyCase(null, Urgency.BLUE)),
        List.of("civil-affairs"),
        List.of(),
        null,
        new Text("解除", "clears"),
        "",
        "rules/M01.yaml:5");
  }
}
