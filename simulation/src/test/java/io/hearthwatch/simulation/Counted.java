package io.hearthwatch.simulation;

import io.hearthwatch.domain.household.EventKind;
import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.HouseholdEvent;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Keeps what is told, lane by lane. */
final class Counted implements Outlet {

  private final List<List<HouseholdEvent>> lanes = new ArrayList<>();

  Counted(int lanes) {
    for (int i = 0; i < lanes; i++) {
      this.lanes.add(new ArrayList<>());
    }
  }

  @Override
  public int lanes() {
    return lanes.size();
  }

  @Override
  public int lane(String householdId) {
    return Math.floorMod(householdId.hashCode(), lanes.size());
  }

  @Override
  public void tell(int lane, HouseholdEvent event) {
    lanes.get(lane).add(event);
  }

  @Override
  public void flush(int lane) {
    // nothing is held back
  }

  List<HouseholdEvent> lane(int lane) {
    return lanes.get(lane);
  }

  List<HouseholdEvent> all() {
    return lanes.stream().flatMap(List::stream).toList();
  }

  Map<EventType, Integer> byType() {
    Map<EventType, Integer> counts = new EnumMap<>(EventType.class);
    all().forEach(event -> counts.merge(event.type(), 1, Integer::sum));
    return counts;
  }

  long of(EventKind kind) {
    return all().stream().filter(event -> event.kind() == kind).count();
  }
}
