package io.hearthwatch.domain.alert;

import static io.hearthwatch.domain.household.Lines.event;
import static io.hearthwatch.domain.household.Lines.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.domain.household.EventKind;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.HouseholdProfile;
import io.hearthwatch.domain.household.Lines;
import io.hearthwatch.domain.household.Refusal;
import io.hearthwatch.domain.household.Retention;
import io.hearthwatch.domain.household.body.ExpenseIncurred;
import io.hearthwatch.domain.policy.Completeness;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An event that belongs to another household is taken back, whenever that is noticed. */
class MisfiledTest {

  private static final PolicyInForce POLICY =
      new PolicyInForce(null, Completeness.NONE, new Retention(Lines.ZONE, 36));

  private static final HouseholdEvent BILL =
      event(1, "2023-05-20", "anna", new ExpenseIncurred("medical", 500_00, 0, 0, 0, 0, 0, 0));

  private final List<Refusal> refusals = new ArrayList<>();
  private HouseholdProfile profile;

  @Test
  void leavesATombstoneAndOneRefusalInEitherOrder() {
    tell(new Cause.Events(List.of(BILL)), new Cause.Misfiled(BILL));
    byte[] noticedLate = profile.toBytes();
    assertThat(refusals).containsExactly(Refusal.IDENTITY_CHANGED);
    assertThat(profile.ledger().lines()).singleElement().matches(line -> line.voided());

    profile = null;
    refusals.clear();
    tell(new Cause.Misfiled(BILL), new Cause.Events(List.of(BILL)));
    assertThat(refusals).containsExactly(Refusal.IDENTITY_CHANGED);
    assertThat(profile.toBytes()).isEqualTo(noticedLate);
  }

  @Test
  void noLaterVersionBringsItBack() {
    HouseholdEvent corrected =
        version(1, EventKind.CORRECT, 1_000_000, "2023-05-21", "anna", BILL.body());
    tell(new Cause.Misfiled(BILL), new Cause.Events(List.of(corrected)));
    assertThat(profile.ledger().lines()).singleElement().matches(line -> line.voided());
  }

  @Test
  void whatTheLedgerRefusesIsRefusedOnce() {
    HouseholdEvent ofBen = version(1, EventKind.CORRECT, 1, "2023-05-20", "ben", BILL.body());
    tell(
        new Cause.Events(List.of(BILL)),
        new Cause.Events(List.of(ofBen)),
        new Cause.Misfiled(ofBen));
    assertThat(refusals).containsExactly(Refusal.IDENTITY_CHANGED);
    assertThat(profile.ledger().lines()).singleElement().matches(line -> !line.voided());
  }

  private void tell(Cause... causes) {
    for (Cause cause : causes) {
      Step step = HouseholdRisk.step(Lines.HOUSEHOLD, profile, cause, POLICY);
      profile = step.profile();
      for (Emission emission : step.emissions()) {
        if (emission instanceof Emission.Refused refused) {
          refusals.add(refused.reason());
        }
      }
    }
  }
}
