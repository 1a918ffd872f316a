package io.hearthwatch.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.domain.alert.Cause;
import io.hearthwatch.domain.alert.HouseholdRisk;
import io.hearthwatch.domain.alert.PolicyInForce;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.HouseholdProfile;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is timed is what is claimed; nothing is timed here. */
class HouseholdsTest {

  private static final int LINES = 100;
  private static final Households SEEDED = new Households(1, LINES);

  private final PolicyInForce policy = CommittedPolicy.inForce(Path.of("..", "policies"));

  @Test
  void aProfileHasAllLinesOfItsHistory() {
    for (long household = 0; household < 20; household++) {
      HouseholdProfile profile = Preload.profile(SEEDED, household, policy);
      assertThat(profile.ledger().size()).isEqualTo(LINES);
      assertThat(profile.deadlineOn()).isGreaterThan(0);
    }
  }

  @Test
  void theSameSeedGivesTheSameEvents() {
    assertThat(SEEDED.history(7)).isEqualTo(new Households(1, LINES).history(7));
    assertThat(SEEDED.history(7)).isNotEqualTo(new Households(2, LINES).history(7));
    assertThat(SEEDED.next(5, 10)).isEqualTo(SEEDED.next(5, 10));
  }

  @Test
  void eachHouseholdIsToldOnceARound() {
    long households = 1000;
    assertThat(LongStream.range(0, households).mapToObj(i -> SEEDED.next(i, households)))
        .extracting(HouseholdEvent::householdId)
        .doesNotHaveDuplicates();
  }

  /** The peer's blobs grow as the profiles do. */
  @Test
  void anEventAddsAsManyBytesAsThePeerAdds() {
    long added = 0;
    int households = 1000;
    int events = households * Households.EVENTS_A_MONTH;
    for (int number = 0; number < events; number++) {
      HouseholdEvent event = SEEDED.next(number, households);
      long household = Households.number(event.householdId());
      HouseholdProfile before = Preload.profile(SEEDED, household, policy);
      HouseholdProfile after =
          HouseholdRisk.step(event.householdId(), before, new Cause.Events(List.of(event)), policy)
              .profile();
      added += after.toBytes().length - before.toBytes().length;
    }
    assertThat((double) added / events)
        .isBetween(PeerFunction.GROWTH_BYTES - 3.0, PeerFunction.GROWTH_BYTES + 3.0);
  }
}
