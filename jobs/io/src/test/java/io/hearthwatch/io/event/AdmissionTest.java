package io.hearthwatch.io.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.domain.household.EventId;
import io.hearthwatch.domain.household.EventKind;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.Refusal;
import io.hearthwatch.domain.household.Retention;
import io.hearthwatch.domain.household.body.HouseholdRegistered;
import io.hearthwatch.domain.policy.Feed;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class AdmissionTest {

  private static final Retention RETENTION =
      new Retention(ZoneId.of("Asia/Shanghai"), Retention.DEFAULT_MONTHS);
  private static final int DAY = 19_500;

  /** Else its case would be that of a source, and one would end the alerts of the other. */
  @Test
  void noHouseholdIsCalledLikeAFeed() {
    for (String id : new String[] {new Feed("utilities", "11").id(), "feed:", "feed:h-1"}) {
      Decoded refused = admit(id);
      assertThat(refused.refusal()).as(id).isEqualTo(Refusal.NO_HOUSEHOLD);
      assertThat(refused.detail())
          .isEqualTo("householdId begins with feed:, which names the feed of a source");
    }
    assertThat(admit("feed-1").event()).isNotNull();
    assertThat(admit("h:feed:1").event()).isNotNull();
  }

  private static Decoded admit(String householdId) {
    HouseholdEvent event =
        new HouseholdEvent(
            new EventId(1, 2),
            EventKind.NOTIFY,
            0,
            "civil-affairs",
            householdId,
            null,
            "110101",
            null,
            DAY,
            RETENTION.startMs(DAY) + 1,
            new HouseholdRegistered("urban"));
    return new Admission(RETENTION)
        .admit(Decoded.of(event, new byte[0]), "civil-affairs", event.reportedAt());
  }
}
