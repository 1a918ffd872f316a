package io.hearthwatch.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.domain.household.HouseholdProfile;
import io.hearthwatch.domain.household.Lines;
import io.hearthwatch.domain.household.Month;
import io.hearthwatch.domain.household.Retention;
import io.hearthwatch.domain.household.body.ExpenseIncurred;
import io.hearthwatch.domain.household.body.GrantApproved;
import io.hearthwatch.domain.policy.Completeness;
import io.hearthwatch.domain.policy.PolicyBundle;
import io.hearthwatch.domain.rule.Portrait;
import io.hearthwatch.domain.rule.RuleBook;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A household that is looked at as of a date whose windows it no longer remembers says so. */
class LongAgoTest {

  private static final PolicyInForce POLICY =
      new PolicyInForce(
          new RuleBook(PolicyBundle.NONE), Completeness.NONE, new Retention(Lines.ZONE, 36));

  @Test
  void windowsThatReachBeyondWhatIsKeptAreNotTrusted() {
    HouseholdProfile profile = cameTo("2023-12-31");
    assertThat(unknownAsOf(profile, "2022-12-31")).doesNotContain("not-kept 2020-12-31");
    assertThat(unknownAsOf(profile, "2022-12-30")).contains("not-kept 2020-12-31");
  }

  /** A question that comes before its own first event, but after what others told of its people. */
  @Test
  void aHouseholdThatOnlyOthersSpokeOfHasNoDay() {
    var elsewhere =
        Lines.event(
            1,
            "2023-05-20",
            "anna",
            new GrantApproved("dibao", "illness", Month.ofNumber(202305), 500_00, null, null));
    HouseholdProfile heard = step(null, new Cause.Elsewhere(elsewhere)).profile();
    Step asked = step(heard, new Cause.Inquiry("review", day("2023-12-31"), true));
    assertThat(asked.profile().deadlineOn()).isEqualTo(HouseholdProfile.NO_DEADLINE);
    assertThat(((Answer) asked.emissions().get(0)).portrait()).isNull();
    assertThat(asked.profile().known()).isFalse();
  }

  private static HouseholdProfile cameTo(String day) {
    var bill =
        Lines.event(
            1, "2023-05-20", "anna", new ExpenseIncurred("medical", 500_00, 0, 0, 0, 0, 0, 0));
    HouseholdProfile told = step(null, new Cause.Events(List.of(bill))).profile();
    return step(told, new Cause.Inquiry("review", day(day), true)).profile();
  }

  private static List<String> unknownAsOf(HouseholdProfile profile, String day) {
    Answer answer =
        (Answer) step(profile, new Cause.Inquiry("look", day(day), false)).emissions().get(0);
    return answer.portrait().unknown().stream().map(LongAgoTest::inWords).toList();
  }

  private static String inWords(Portrait.Unknown unknown) {
    return unknown.code() + " " + unknown.detail();
  }

  private static Step step(HouseholdProfile profile, Cause cause) {
    return HouseholdRisk.step(Lines.HOUSEHOLD, profile, cause, POLICY);
  }

  private static int day(String date) {
    return (int) LocalDate.parse(date).toEpochDay();
  }
}
