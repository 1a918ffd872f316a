package io.hearthwatch.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.domain.household.EventKind;
import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.HouseholdEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Random nations of which some body or kind never came would prove nothing about it. */
class NationTest {

  @Test
  void everyNationHasAllBodiesCorrectionsVoidsAndDuplicates() {
    for (long seed = 1; seed <= 3; seed++) {
      List<HouseholdEvent> events =
          Nation.of(seed, Nation.HOUSEHOLDS, NationPolicy.COMMITTED).events().values().stream()
              .flatMap(List::stream)
              .map(DomainEvents::of)
              .toList();
      assertThat(events.stream().map(HouseholdEvent::type).distinct())
          .as("bodies of nation %d", seed)
          .containsExactlyInAnyOrder(EventType.values());
      assertThat(events.stream().map(HouseholdEvent::kind).distinct())
          .as("kinds of nation %d", seed)
          .containsExactlyInAnyOrder(EventKind.values());
      assertThat(events.stream().distinct().count())
          .as("different records of nation %d", seed)
          .isLessThan(events.size());
    }
  }
}
