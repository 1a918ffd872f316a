package io.hearthwatch.simulation;

import static io.hearthwatch.simulation.Question.DISASTER;

import io.hearthwatch.domain.household.Month;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The floods of a nation: one in about eight cities a summer, striking 2 to 12 % (assumed). */
final class Floods {

  private static final int FIRST_MONTH = 6;
  private static final int LAST_MONTH = 8;
  private static final double A_MONTH = 0.04;

  private final List<Flood> all;
  private final Map<String, List<Flood>> byCity = new HashMap<>();

  Floods(List<Flood> all) {
    this.all = List.copyOf(all);
    for (Flood flood : all) {
      byCity.computeIfAbsent(flood.city(), city -> new ArrayList<>()).add(flood);
    }
  }

  /** What chance brings over the months of a nation. */
  static List<Flood> drawn(Nation nation) {
    List<Flood> drawn = new ArrayList<>();
    for (int m = 0; m < nation.months(); m++) {
      Month month = nation.month(m);
      int ofYear = month.index() % 12 + 1;
      if (ofYear < FIRST_MONTH || ofYear > LAST_MONTH) {
        continue;
      }
      for (String city : nation.divisions().cities()) {
        Chance chance = nation.chance().of(-Long.parseLong(city));
        if (chance.happens(A_MONTH, DISASTER, m)) {
          int day = month.firstEpochDay() + chance.below(28, DISASTER, 1000 + m);
          double struck = 0.02 + 0.1 * chance.unit(DISASTER, 2000 + m);
          drawn.add(new Flood("flood-" + city + "-" + month.number(), city, day, struck));
        }
      }
    }
    return drawn;
  }

  List<Flood> all() {
    return all;
  }

  List<Flood> of(County county) {
    return byCity.getOrDefault(county.city(), List.of());
  }
}
