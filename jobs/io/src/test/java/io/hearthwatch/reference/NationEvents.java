package io.hearthwatch.reference;

import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.Sources;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A random nation as events for the topics of a stack. Each household is told of by one department
 * alone, in the order of the reports: so all its events lie in one partition, and what is said of
 * it does not depend on how feeds interleave (the history of a case is not covered by the law of
 * arrival order).
 */
public final class NationEvents {

  private static final List<String> SOURCES =
      List.of("medical-insurance", "rural-revitalisation", "emergency", "civil-affairs");

  /** One in so many events that a department may not tell stays, to be refused. */
  private static final int KEEP_ONE_REFUSED_IN = 10;

  private NationEvents() {}

  /** Events of each household of the nation of a seed. */
  public static Map<String, List<HouseholdEvent>> of(long seed, int households, Path policies) {
    Nation nation = Nation.of(seed, households, ParameterYaml.read(policies.resolve("parameters")));
    Map<String, List<HouseholdEvent>> events = new LinkedHashMap<>();
    for (Map.Entry<String, List<RawEvent>> household : nation.events().entrySet()) {
      String source = SOURCES.get(events.size() % SOURCES.size());
      events.put(
          household.getKey(),
          household.getValue().stream()
              .map(raw -> toldBy(source, DomainEvents.of(raw)))
              .filter(NationEvents::isWanted)
              .sorted(Comparator.comparingLong(HouseholdEvent::reportedAt))
              .toList());
    }
    return events;
  }

  private static boolean isWanted(HouseholdEvent event) {
    return Sources.fits(event.source(), event.type())
        || event.eventId().low() % KEEP_ONE_REFUSED_IN == 0;
  }

  private static HouseholdEvent toldBy(String source, HouseholdEvent event) {
    return new HouseholdEvent(
        event.eventId(),
        event.kind(),
        event.revision(),
        source,
        event.householdId(),
        event.personId(),
        event.registeredRegion(),
        event.helpingRegion(),
        event.occurredOn(),
        event.reportedAt(),
        event.body());
  }
}
