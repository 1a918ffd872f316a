package io.hearthwatch.domain.relief;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.domain.household.EventBody;
import io.hearthwatch.domain.household.EventId;
import io.hearthwatch.domain.household.EventKind;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.body.DisasterReported;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Of cumulative reports the newest counts, in whatever order they are told. */
class DisasterReportsTest {

  private static final String FLOOD = "flood-1";
  private static final String CITY = "3608";
  private static final int DAY = 19_539;
  private static final long HOUR_MS = 3_600_000L;
  private static final RegionScheme SCHEME = new RegionScheme(List.of(2, 4, 6));

  @Test
  void theNewestReplacesTheOneBefore() {
    assertThat(affected(report(1, DAY, 8, 100), report(2, DAY, 20, 150), report(3, DAY - 1, 30, 9)))
        .isEqualTo(150);
  }

  /** It is told last and is of the morning all the same. */
  @Test
  void aCorrectionOfTheMorningDoesNotReplaceTheEvening() {
    HouseholdEvent morning = report(1, DAY, 8, 100);
    HouseholdEvent corrected = again(morning, EventKind.CORRECT, 26, 101);
    assertThat(affected(morning, report(2, DAY, 20, 150), corrected)).isEqualTo(150);
  }

  /** The evening was void: the morning counts, as it was corrected. */
  @Test
  void whatIsVoidReplacesNothing() {
    HouseholdEvent morning = report(1, DAY, 8, 100);
    HouseholdEvent evening = report(2, DAY, 20, 150);
    assertThat(
            affected(
                morning,
                evening,
                again(morning, EventKind.CORRECT, 26, 101),
                again(evening, EventKind.VOID, 27, 0)))
        .isEqualTo(101);
  }

  /** What the nation has of some reports, the same in twenty orders. */
  private static long affected(HouseholdEvent... told) {
    long inOrder = nation(List.of(told));
    List<HouseholdEvent> shuffled = new ArrayList<>(List.of(told));
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(shuffled, new Random(seed));
      assertThat(nation(shuffled)).as("seed %d", seed).isEqualTo(inOrder);
    }
    return inOrder;
  }

  private static long nation(List<HouseholdEvent> told) {
    Map<String, byte[]> regions = new HashMap<>();
    long[] affected = {0};
    for (HouseholdEvent version : told) {
      DisasterReports.report(
          FLOOD,
          CITY,
          version,
          SCHEME,
          regions::get,
          regions::put,
          (cell, reach, tally) -> {
            if (cell.region().equals(RegionScheme.ALL)) {
              affected[0] +=
                  tally.figure(
                      Cell.NO_MONTH, Basis.values()[0], Book.NOW, Figure.REPORTED_AFFECTED);
            }
          });
    }
    return affected[0];
  }

  private static HouseholdEvent report(int id, int day, int hour, long affected) {
    return version(new EventId(id, -id), EventKind.NOTIFY, 0, day, hour, body(affected));
  }

  /** The same report once more, told so many hours after the day of the reports began. */
  private static HouseholdEvent again(
      HouseholdEvent report, EventKind kind, int hour, long affected) {
    return version(report.eventId(), kind, 1, report.occurredOn(), hour, body(affected));
  }

  private static HouseholdEvent version(
      EventId id, EventKind kind, int revision, int day, int hour, EventBody body) {
    return new HouseholdEvent(
        id,
        kind,
        revision,
        "emergency",
        "office",
        null,
        CITY,
        null,
        day,
        DAY * 24 * HOUR_MS + hour * HOUR_MS,
        body);
  }

  private static DisasterReported body(long affected) {
    return new DisasterReported(FLOOD, "flood", affected, 0, 0, 0, 0, 0, 0);
  }
}
