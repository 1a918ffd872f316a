package io.hearthwatch.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.HouseholdProfile;
import io.hearthwatch.domain.household.Lines;
import io.hearthwatch.domain.household.Month;
import io.hearthwatch.domain.household.body.ApplicationMade;
import io.hearthwatch.domain.household.body.DwellingGraded;
import io.hearthwatch.domain.household.body.GrantApproved;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What is too old is not seen, whether it has left state or not: what a household says does not
 * depend on what came since ({@code docs/decisions/022-forgotten-is-not-seen.md}). The rule asks a
 * word that looks back to a day without a window.
 */
class ForgottenTest {

  private static final PolicyInForce POLICY =
      OneRule.where(
          "!aidSince(['housing-aid'], homeUnsafeSince()) && reached(homeUnsafeSince() + 60)");

  private static final HouseholdEvent GRADED =
      Lines.event(1, "2020-03-02", null, new DwellingGraded("d"));

  private static final HouseholdEvent GRANTED =
      Lines.event(
          2,
          "2020-03-20",
          null,
          new GrantApproved("housing-aid", "other", Month.ofNumber(202003), 1, null, null));

  private final List<CaseTransition> transitions = new ArrayList<>();
  private HouseholdProfile profile;

  @Test
  void aGrantIsSeenOnTheLastDayOfRetention() {
    tell(GRADED, GRANTED, applied(3, "2023-03-20"));
    assertThat(transitions).isEmpty();
  }

  @Test
  void aGrantThatIsTooOldIsNotSeenEvenWhenItIsToldOnceMore() {
    tell(GRADED, GRANTED, applied(3, "2023-06-15"));
    assertThat(transitions).containsExactly(CaseTransition.OPENED);
    assertThat(profile.ledger().size()).as("it has left state").isEqualTo(2);
    tell(GRANTED);
    assertThat(profile.ledger().size()).as("its own report admits it").isEqualTo(3);
    assertThat(transitions).containsExactly(CaseTransition.OPENED);
  }

  private void tell(HouseholdEvent... events) {
    for (HouseholdEvent event : events) {
      Step step =
          HouseholdRisk.step(Lines.HOUSEHOLD, profile, new Cause.Events(List.of(event)), POLICY);
      profile = step.profile();
      for (Emission emission : step.emissions()) {
        if (emission instanceof CaseChange change) {
          transitions.add(change.transition());
        }
      }
    }
  }

  private static HouseholdEvent applied(long id, String date) {
    return Lines.event(id, date, null, new ApplicationMade("dibao"));
  }
}
