package io.hearthwatch.io.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.domain.household.EventBody;
import io.hearthwatch.domain.household.EventId;
import io.hearthwatch.domain.household.EventKind;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.Refusal;
import io.hearthwatch.domain.household.Retention;
import io.hearthwatch.domain.household.body.ExpenseIncurred;
import io.hearthwatch.domain.household.body.HouseholdRegistered;
import io.hearthwatch.domain.policy.Feed;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Both sides of every edge by which a record is refused before any state is looked at. */
class AdmissionTest {

  private static final Retention RETENTION =
      new Retention(ZoneId.of("Asia/Shanghai"), Retention.DEFAULT_MONTHS);
  private static final EventBody REGISTERED = new HouseholdRegistered("urban");
  private static final EventBody BILL = new ExpenseIncurred("medical", 100, 0, 0, 0, 0, 0, 0);
  private static final int DAY = day("2023-05-23");
  private static final long NOON = RETENTION.startMs(DAY) + 12 * 3_600_000L;

  /** Else its case would be that of a source, and one would end the alerts of the other. */
  @Test
  void noHouseholdIsCalledLikeAFeed() {
    for (String id : new String[] {new Feed("utilities", "11").id(), "feed:", "feed:h-1"}) {
      Decoded refused = admit(event("civil-affairs", id, DAY, NOON, REGISTERED), NOON);
      assertThat(refused.refusal()).as(id).isEqualTo(Refusal.NO_HOUSEHOLD);
      assertThat(refused.detail())
          .isEqualTo("householdId begins with feed:, which names the feed of a source");
    }
    for (String id : new String[] {"feed-1", "h:feed:1"}) {
      assertAdmitted(event("civil-affairs", id, DAY, NOON, REGISTERED), NOON);
    }
  }

  @Test
  void aDepartmentSpeaksOnItsOwnTopicAndOfItsOwnMatters() {
    HouseholdEvent bill = event("medical-insurance", "h-1", DAY, NOON, BILL);
    assertThat(admit(bill, "medical-insurance", NOON).event()).isEqualTo(bill);
    assertThat(admit(bill, "education", NOON).refusal()).isEqualTo(Refusal.WRONG_TOPIC);
    HouseholdEvent notItsMatter = event("civil-affairs", "h-1", DAY, NOON, BILL);
    assertRefused(notItsMatter, NOON, Refusal.WRONG_SOURCE);
  }

  @Test
  void theClockOfADepartmentMayBeTenMinutesAhead() {
    long tenMinutes = 600_000;
    HouseholdEvent event = event("civil-affairs", "h-1", DAY, NOON, REGISTERED);
    assertAdmitted(event, NOON - tenMinutes);
    assertRefused(event, NOON - tenMinutes - 1, Refusal.FUTURE);
  }

  /** By the day in China: the last millisecond of it is the afternoon in Greenwich. */
  @Test
  void nothingIsReportedBeforeTheDayItHappened() {
    long lastOfTheDay = RETENTION.startMs(DAY + 1) - 1;
    HouseholdEvent today = event("civil-affairs", "h-1", DAY, lastOfTheDay, REGISTERED);
    assertAdmitted(today, lastOfTheDay);
    HouseholdEvent tomorrow = event("civil-affairs", "h-1", DAY + 1, lastOfTheDay, REGISTERED);
    assertRefused(tomorrow, lastOfTheDay, Refusal.FUTURE);
    long firstOfTomorrow = lastOfTheDay + 1;
    HouseholdEvent inTime = event("civil-affairs", "h-1", DAY + 1, firstOfTomorrow, REGISTERED);
    assertAdmitted(inTime, firstOfTomorrow);
  }

  @Test
  void happeningsAreTakenForThirtySixMonthsAndStandingFactsForEver() {
    int last = day("2020-05-23");
    assertAdmitted(event("medical-insurance", "h-1", last, NOON, BILL), NOON);
    HouseholdEvent older = event("medical-insurance", "h-1", last - 1, NOON, BILL);
    assertRefused(older, NOON, Refusal.TOO_OLD);
    assertAdmitted(event("civil-affairs", "h-1", day("1900-01-01"), NOON, REGISTERED), NOON);
  }

  /** Red twin of all of them: what nothing is wrong with is not refused, and stays as it was. */
  private static void assertAdmitted(HouseholdEvent event, long appendedAt) {
    assertThat(admit(event, appendedAt).event()).isEqualTo(event);
  }

  private static void assertRefused(HouseholdEvent event, long appendedAt, Refusal why) {
    assertThat(admit(event, appendedAt).refusal()).isEqualTo(why);
  }

  private static Decoded admit(HouseholdEvent event, long appendedAt) {
    return admit(event, event.source(), appendedAt);
  }

  private static Decoded admit(HouseholdEvent event, String topicOf, long appendedAt) {
    return new Admission(RETENTION).admit(Decoded.of(event, new byte[0]), topicOf, appendedAt);
  }

  private static HouseholdEvent event(
      String source, String householdId, int occurredOn, long reportedAt, EventBody body) {
    return new HouseholdEvent(
        new EventId(1, 2),
        EventKind.NOTIFY,
        0,
        source,
        householdId,
        null,
        "110101",
        null,
        occurredOn,
        reportedAt,
        body);
  }

  private static int day(String date) {
    return (int) LocalDate.parse(date).toEpochDay();
  }
}
