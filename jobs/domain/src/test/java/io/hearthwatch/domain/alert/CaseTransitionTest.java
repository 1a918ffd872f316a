package io.hearthwatch.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole table: every pair that is not named here is illegal. */
class CaseTransitionTest {

  private static final String LEGAL =
      """
      OPENED    -         OPEN
      OPENED    CLOSED    OPEN
      OPENED    WITHDRAWN OPEN
      REOPENED  CLOSED    OPEN
      REOPENED  WITHDRAWN OPEN
      RAISED    OPEN      OPEN
      RAISED    ACCEPTED  ACCEPTED
      LOWERED   OPEN      OPEN
      LOWERED   ACCEPTED  ACCEPTED
      UPDATED   OPEN      OPEN
      UPDATED   ACCEPTED  ACCEPTED
      ACCEPTED  OPEN      ACCEPTED
      CLOSED    OPEN      CLOSED
      CLOSED    ACCEPTED  CLOSED
      WITHDRAWN OPEN      WITHDRAWN
      """;

  static List<Arguments> pairs() {
    List<Arguments> pairs = new ArrayList<>();
    List<CaseStatus> from = new ArrayList<>(Arrays.asList(CaseStatus.values()));
    from.add(null);
    for (CaseTransition transition : CaseTransition.values()) {
      for (CaseStatus status : from) {
        pairs.add(Arguments.of(transition, status, legalEnd(transition, status)));
      }
    }
    return pairs;
  }

  @ParameterizedTest(name = "{0} from {1}")
  @MethodSource("pairs")
  void onlyWhatIsInTheTableIsLegal(CaseTransition transition, CaseStatus from, CaseStatus to) {
    if (to == null) {
      assertThatIllegalStateException()
          .isThrownBy(() -> transition.apply(from))
          .withMessage("a case that is " + from + " cannot be " + transition);
    } else {
      assertThat(transition.apply(from)).isEqualTo(to);
    }
  }

  @Test
  void theTableHasNoOtherLines() {
    assertThat(LEGAL.lines())
        .hasSize((int) pairs().stream().filter(p -> p.get()[2] != null).count());
  }

  @ParameterizedTest
  @CsvSource({
    "BLUE, 1, YELLOW",
    "BLUE, 2, ORANGE",
    "BLUE, 3, RED",
    "BLUE, 9, RED",
    "ORANGE, 0, ORANGE",
    "ORANGE, 1, RED",
    "RED, 1, RED",
  })
  void redIsTheCeiling(Urgency urgency, int tiers, Urgency up) {
    assertThat(urgency.up(tiers)).isEqualTo(up);
  }

  private static CaseStatus legalEnd(CaseTransition transition, CaseStatus status) {
    String from = status == null ? "-" : status.name();
    return LEGAL
        .lines()
        .map(line -> line.split("\\s+"))
        .filter(line -> line[0].equals(transition.name()) && line[1].equals(from))
        .map(line -> CaseStatus.valueOf(line[2]))
        .findFirst()
        .orElse(null);
  }
}
