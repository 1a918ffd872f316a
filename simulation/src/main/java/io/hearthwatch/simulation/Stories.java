package io.hearthwatch.simulation;

import io.hearthwatch.domain.household.HouseholdEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The fixed households of every simulation, whatever its seed, size and region: each lives through
 * a story that departments have told of real ones, and ends it in the last month.
 */
final class Stories {

  private static final long DAY_MS = 86_400_000L;

  private final List<Script> scripts = new ArrayList<>();

  Stories(Nation nation) {
    scripts.add(BigBills.script(nation));
    scripts.add(Reclassified.script(nation));
    scripts.addAll(FloodedVillage.scripts(nation));
    scripts.add(OnHerOwnFeet.script(nation));
  }

  /** Everything that is ever told of them. */
  List<HouseholdEvent> all() {
    return scripts.stream().flatMap(script -> script.events().stream()).toList();
  }

  /** What is told of them within some days. */
  List<HouseholdEvent> told(int from, int until) {
    return all().stream()
        .filter(event -> event.reportedAt() >= from * DAY_MS && event.reportedAt() < until * DAY_MS)
        .toList();
  }

  int households() {
    return scripts.size();
  }

  List<Script.Befallen> fates() {
    return scripts.stream().flatMap(script -> script.fates().stream()).toList();
  }

  List<Hardship> hardships() {
    return scripts.stream().flatMap(script -> script.hardships().stream()).toList();
  }

  /** Codes of the cities in which they live, 4 digits. */
  Set<String> cities() {
    return scripts.stream().map(Script::city).collect(Collectors.toCollection(TreeSet::new));
  }
}
