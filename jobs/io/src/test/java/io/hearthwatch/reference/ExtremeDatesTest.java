package io.hearthwatch.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.domain.household.HouseholdEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Households whose every date is at an end of time, as an empty field of a spreadsheet puts it:
 * they are looked at all the same, and stop nobody.
 */
class ExtremeDatesTest {

  private static final long DAY_MS = 86_400_000L;
  private static final LocalDate FIRST = LocalDate.parse("1900-01-01");
  private static final LocalDate LAST = LocalDate.parse("2199-12-31");

  @Test
  void theFirstAndTheLastDaysOfAllStopNobody() {
    Nation nation = Nation.of(1, Nation.HOUSEHOLDS, NationPolicy.COMMITTED);
    nation
        .events()
        .forEach(
            (id, raw) -> {
              List<HouseholdEvent> events = raw.stream().map(DomainEvents::of).toList();
              int first = events.stream().mapToInt(HouseholdEvent::occurredOn).min().orElseThrow();
              long last = events.stream().mapToLong(HouseholdEvent::reportedAt).max().orElseThrow();
              survives(nation, id, moved(events, (int) FIRST.toEpochDay() - first), FIRST);
              int toTheEnd = (int) (LAST.toEpochDay() - 1 - last / DAY_MS);
              survives(nation, id, moved(events, toTheEnd), LAST);
            });
  }

  private static void survives(
      Nation nation, String id, List<HouseholdEvent> events, LocalDate asOf) {
    Chance chance = new Chance(nation.seed());
    StreamRun run = new StreamRun(id, NationPolicy.of(nation));
    run.feed(events, chance, UnaryOperator.identity());
    assertThat(run.ask(asOf, true)).isNotNull();
    assertThat(run.ask(asOf, false).assessment()).isNotNull();
  }

  private static List<HouseholdEvent> moved(List<HouseholdEvent> events, int days) {
    List<HouseholdEvent> moved = new ArrayList<>();
    for (HouseholdEvent event : events) {
      moved.add(
          new HouseholdEvent(
              event.eventId(),
              event.kind(),
              event.revision(),
              event.source(),
              event.householdId(),
              event.personId(),
              event.registeredRegion(),
              event.helpingRegion(),
              event.occurredOn() + days,
              event.reportedAt() + days * DAY_MS,
              event.body()));
    }
    return moved;
  }
}
