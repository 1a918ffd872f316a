package io.hearthwatch.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.HouseholdProfile;
import io.hearthwatch.domain.household.Lines;
import io.hearthwatch.domain.household.body.ApplicationMade;
import io.hearthwatch.domain.household.body.DwellingGraded;
import io.hearthwatch.domain.rule.Hit;
import io.hearthwatch.domain.rule.LastAnswers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Who only asks changes nothing: {@code review --dump} may look at a nation as of any date, and
 * cases, deadlines and what is kept stay as they were. The home is unsafe; the rule hits 60 days
 * later.
 */
class OnlyAskedTest {

  private static final String AFTER_THE_DEADLINE = "2020-06-15";
  private static final PolicyInForce POLICY = OneRule.where("reached(homeUnsafeSince() + 60)");

  private static final HouseholdEvent GRADED =
      Lines.event(1, "2020-03-02", null, new DwellingGraded("d"));

  private static final HouseholdEvent APPLIED =
      Lines.event(2, AFTER_THE_DEADLINE, null, new ApplicationMade("dibao"));

  private final HouseholdProfile profile = step(null, new Cause.Events(List.of(GRADED))).profile();

  /** Before its own day, between that and the deadline, after it, and when all is forgotten. */
  @ParameterizedTest
  @ValueSource(strings = {"2020-03-01", "2020-03-03", AFTER_THE_DEADLINE, "2029-12-31"})
  void whoOnlyAsksChangesNothing(String date) {
    byte[] before = profile.toBytes();
    Step asked = step(profile, asks(date, false));
    assertThat(asked.profile().toBytes()).isEqualTo(before);
    assertThat(asked.nextDeadline()).isEqualTo(profile.deadlineOn());
    assertThat(asked.emissions()).singleElement().isInstanceOf(Answer.class);
  }

  /** Red twin: the same question, acted on. */
  @Test
  void whoHasItEvaluatedDoes() {
    Step evaluated = step(profile, asks(AFTER_THE_DEADLINE, true));
    assertThat(evaluated.profile().toBytes()).isNotEqualTo(profile.toBytes());
    assertThat(evaluated.nextDeadline()).isNotEqualTo(profile.deadlineOn());
    assertThat(evaluated.emissions())
        .hasExactlyElementsOfTypes(CaseChange.class, Answer.class)
        .first()
        .extracting(said -> ((CaseChange) said).transition())
        .isEqualTo(CaseTransition.OPENED);
  }

  /** That nothing changes does not mean that nothing is seen. */
  @Test
  void theAnswerHasWhatACaseWouldBeAbout() {
    Answer answer = (Answer) step(profile, asks(AFTER_THE_DEADLINE, false)).emissions().get(0);
    assertThat(answer.assessment().hits()).extracting(Hit::ruleId).containsExactly("T01");
    assertThat(answer.lastCase()).isNull();
    assertThat(answer.caseId()).isEmpty();
  }

  @Test
  void whoeverWasNeverHeardOfIsNotMadeUp() {
    Step asked = step(null, asks(AFTER_THE_DEADLINE, false));
    assertThat(asked.profile()).isNull();
    assertThat(asked.emissions()).singleElement().isInstanceOf(Answer.class);
  }

  /** Nor does what was answered in between leave a trace in what is remembered of a household. */
  @Test
  void whatIsSaidLaterIsTheSame() {
    List<Emission> unasked = new ArrayList<>();
    List<Emission> asked = new ArrayList<>();
    byte[] one = told(unasked, false);
    assertThat(told(asked, true)).isEqualTo(one);
    assertThat(asked).filteredOn(said -> !(said instanceof Answer)).isEqualTo(unasked);
    assertThat(unasked).hasAtLeastOneElementOfType(CaseChange.class);
  }

  private static byte[] told(List<Emission> said, boolean asking) {
    LastAnswers remembered = new LastAnswers(10);
    HouseholdProfile profile = null;
    for (HouseholdEvent event : List.of(GRADED, APPLIED)) {
      List<Cause> causes = new ArrayList<>(List.of(new Cause.Events(List.of(event))));
      if (asking) {
        causes.add(asks("2025-01-01", false));
        causes.add(asks(AFTER_THE_DEADLINE, false));
      }
      for (Cause cause : causes) {
        Step step = HouseholdRisk.step(Lines.HOUSEHOLD, profile, cause, POLICY, remembered);
        profile = step.profile();
        said.addAll(step.emissions());
      }
    }
    return profile.toBytes();
  }

  private static Cause asks(String date, boolean evaluate) {
    return new Cause.Inquiry("review", Lines.day(date), evaluate);
  }

  private static Step step(HouseholdProfile profile, Cause cause) {
    return HouseholdRisk.step(Lines.HOUSEHOLD, profile, cause, POLICY);
  }
}
