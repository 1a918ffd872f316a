package io.hearthwatch.domain.policy;

import java.util.HashMap;
import java.util.Map;

/**
 * Through which day each source has told all it knows, by region. Said by the operator of the
 * source; only then is silence an absence.
 */
public final class Completeness {

  /** Nothing is complete. */
  public static final Completeness NONE = new Completeness(Map.of());

  /** Earlier than any day: the source never said that it is complete. */
  public static final int NEVER = Integer.MIN_VALUE;

  private final Map<String, Map<String, Integer>> throughDayBySource;

  private Completeness(Map<String, Map<String, Integer>> throughDayBySource) {
    this.throughDayBySource = throughDayBySource;
  }

  /** With what a source said last for a region prefix; it replaces what it said before. */
  public Completeness with(String source, String regionPrefix, int throughDay) {
    Map<String, Map<String, Integer>> more = new HashMap<>(throughDayBySource);
    Map<String, Integer> regions = new HashMap<>(more.getOrDefault(source, Map.of()));
    regions.put(regionPrefix, throughDay);
    more.put(source, regions);
    return new Completeness(more);
  }

  /**
   * The same of a region whose code became another: what a source says of either counts, for some
   * go on speaking of the former one.
   */
  public int throughDay(String source, String registered, String lookedUp) {
    int through = throughDay(source, registered);
    return lookedUp.equals(registered) ? through : Math.max(through, throughDay(source, lookedUp));
  }

  /** Last epoch day through which a source is complete for a region, or {@link #NEVER}. */
  public int throughDay(String source, String region) {
    Map<String, Integer> throughDays = throughDayBySource.getOrDefault(source, Map.of());
    int through = throughDays.getOrDefault("", NEVER);
    // By prefixes of the region, not over all that was said: a nation has thousands of cities.
    for (int length = 1; length <= region.length() && !throughDays.isEmpty(); length++) {
      Integer day = throughDays.get(region.substring(0, length));
      through = day == null ? through : Math.max(through, day);
    }
    return through;
  }

  /**
   * Whether the same is said here of a region, as it is registered and as it is looked up, as in
   * another. Of two between which one city's word lies only its source is looked at.
   */
  public boolean sameFor(Completeness other, String registered, String lookedUp) {
    if (this == other) {
      return true;
    }
    if (throughDayBySource.size() != other.throughDayBySource.size()) {
      return false;
    }
    for (Map.Entry<String, Map<String, Integer>> said : throughDayBySource.entrySet()) {
      String source = said.getKey();
      if (said.getValue() != other.throughDayBySource.get(source)
          && throughDay(source, registered, lookedUp)
              != other.throughDay(source, registered, lookedUp)) {
        return false;
      }
    }
    return true;
  }
}
