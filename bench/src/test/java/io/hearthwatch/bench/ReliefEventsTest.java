package io.hearthwatch.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.domain.household.EventKind;
import io.hearthwatch.domain.household.HouseholdEvent;
import java.util.HashSet;
import java.util.List;
import java.util.stream.LongStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What is timed is what is claimed; nothing is timed here. */
class ReliefEventsTest {

  private static final int HOUSEHOLDS = 2_000;
  private static final ReliefEvents SEEDED = new ReliefEvents(1, HOUSEHOLDS, 50, 200);
  private static final List<HouseholdEvent> EVENTS =
      LongStream.range(0, SEEDED.count()).mapToObj(SEEDED::at).toList();

  @Test
  void theSameSeedGivesTheSameEvents() {
    assertThat(new ReliefEvents(1, HOUSEHOLDS, 50, 200).at(7_777)).isEqualTo(SEEDED.at(7_777));
    assertThat(new ReliefEvents(2, HOUSEHOLDS, 50, 200).at(7_777)).isNotEqualTo(SEEDED.at(7_777));
  }

  @Test
  void halfOfAllEventsAreInOneProvince() {
    long hot =
        EVENTS.stream()
            .filter(event -> event.registeredRegion().startsWith(ReliefEvents.HOT_PROVINCE))
            .count();
    assertThat(100.0 * hot / EVENTS.size()).isCloseTo(50, Offset.offset(3.0));
  }

  @Test
  void someAreRepeatedCorrectedAndTakenBack() {
    assertThat(100.0 * (EVENTS.size() - new HashSet<>(EVENTS).size()) / EVENTS.size())
        .isCloseTo(4, Offset.offset(1.0));
    assertThat(percent(EventKind.CORRECT)).isCloseTo(3, Offset.offset(0.5));
    assertThat(percent(EventKind.VOID)).isCloseTo(1, Offset.offset(0.3));
  }

  @Test
  void eachHouseholdIsToldOnceARound() {
    assertThat(EVENTS.subList(HOUSEHOLDS, 2 * HOUSEHOLDS))
        .extracting(HouseholdEvent::householdId)
        .doesNotHaveDuplicates();
  }

  private static double percent(EventKind kind) {
    return 100.0 * EVENTS.stream().filter(event -> event.kind() == kind).count() / EVENTS.size();
  }
}
