package io.hearthwatch.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be read off a condition, and what must not be read into it. */
class ContradictionTest {

  private static final Map<String, Long> LIMITS = Map.of("five", 5L, "ten", 10L);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "false",
        "1 > 2",
        "true && !true",
        "members() > 5 && members() < 3",
        "members() > 5 && members() <= 5",
        "members() > 5 && members() < 7 && members() != 6 && members() == 6",
        "members() >= 4 && !(members() > 3)",
        "5 > members() && members() >= 5",
        "members() == 1 && members() == 2",
        "members() == 1 && members() != 1",
        "2 * members() == 3",
        "2 * members() > 10 && members() < 6",
        "members() + 1 > 5 && members() < 4",
        "income(months(3)) > rigid(months(3)) && rigid(months(3)) >= income(months(3))",
        "income(months(3)) - rigid(months(3)) > 5 && rigid(months(3)) - income(months(3)) > 0",
        "members() > limit('ten') && members() < limit('five')",
        "limit('five') > limit('ten')",
        "members() * limit('five') > 50 && members() <= limit('ten')",
        "inAnyClass() && !inAnyClass()",
        "inClass(['dibao']) && !inAnyClass()",
        "inClass(['dibao']) && !inClass(['tekun', 'dibao'])",
        "inClass([])",
        "(members() > 5 || inAnyClass()) && members() < 3 && !inAnyClass()",
        "!(members() > 2 || members() < 5)",
        "members() > 5 ? members() < 3 : members() > 6",
        "member.present() && !member.present()"
      })
  void isNeverTrue(String condition) {
    assertThat(Contradiction.in(condition, ContradictionTest::limit)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "true",
        "members() > 5 && members() < 7",
        "members() >= 5 && members() <= 5",
        "members() > 5 || members() < 3",
        "!(members() > 5 && members() < 3)",
        "members() != 1 && members() != 2",
        "members() * members() > 5 && members() < 3",
        "members() > limit('five') && members() < limit('ten')",
        "members() > limit('unknown') && members() < limit('five')",
        "inAnyClass() && !inClass(['dibao'])",
        "inClass(['dibao', 'tekun']) && !inClass(['dibao'])",
        "medical(months(12)) > 5 && medical(months(6)) < 3",
        "member.medical(months(12)) > 5 && medical(months(12)) < 3",
        "moreThanLines(members(), 5) && lessThanLines(members(), 3)",
        "members() > 9223372036854775806 && members() + 9223372036854775807 > 0",
        "this is no condition"
      })
  void mayBeTrue(String condition) {
    assertThat(Contradiction.in(condition, ContradictionTest::limit)).isEmpty();
  }

  @Test
  void saysWhatExcludesWhat() {
    assertThat(
            Contradiction.in(
                "members() > limit('ten') && !(members() > 3)", ContradictionTest::limit))
        .contains("members() > limit('ten') and !(members() > 3) are never true together");
    assertThat(Contradiction.in("1 > 2", ContradictionTest::limit)).contains("it is always false");
  }

  /** Twenty choices of two are a million ways; what is not looked at is not called impossible. */
  @Test
  void givesUpWhereThereAreTooManyWays() {
    StringBuilder choices = new StringBuilder();
    for (int i = 1; i <= 20; i++) {
      choices.append(" && (members() > -").append(i).append(" || applied(days(3)))");
    }
    assertThat(contradiction("members() > 5" + choices + " && members() < 3"))
        .as("what has one way is looked at first")
        .isPresent();
    String either = "(members() > 5 || members() > 6)";
    String or = "(members() < 3 || members() < 2)";
    assertThat(contradiction(either + " && " + or)).isPresent();
    assertThat(contradiction(either + choices + " && " + or)).isEmpty();
  }

  private static Optional<String> contradiction(String condition) {
    return Contradiction.in(condition, ContradictionTest::limit);
  }

  private static OptionalLong limit(String parameter) {
    return LIMITS.containsKey(parameter)
        ? OptionalLong.of(LIMITS.get(parameter))
        : OptionalLong.empty();
  }
}
