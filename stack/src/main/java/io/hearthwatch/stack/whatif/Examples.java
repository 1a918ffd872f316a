package io.hearthwatch.stack.whatif;

import io.hearthwatch.wire.WhatIfDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A few households of each sort, the same ones whenever the same is asked: in the order of a hash
 * of their ids, so that they are spread over the regions.
 *
 * @param <S> sort
 */
final class Examples<S extends Comparable<S>> {

  private final int most;
  private final SortedMap<S, SortedMap<Place, WhatIfDifference>> bySort = new TreeMap<>();

  /** Keeps so many of each sort. */
  Examples(int most) {
    this.most = most;
  }

  private record Place(int hash, String householdId) implements Comparable<Place> {
    private static final int SPREAD = 0x9E3779B9; // 2^32 over the golden ratio

    static Place of(String householdId) {
      return new Place(householdId.hashCode() * SPREAD, householdId);
    }

    @Override
    public int compareTo(Place other) {
      return hash != other.hash
          ? Integer.compareUnsigned(hash, other.hash)
          : householdId.compareTo(other.householdId);
    }
  }

  void add(S sort, WhatIfDifference household) {
    SortedMap<Place, WhatIfDifference> kept = bySort.computeIfAbsent(sort, key -> new TreeMap<>());
    kept.put(Place.of(household.getHouseholdId()), household);
    if (kept.size() > most) {
      kept.remove(kept.lastKey());
    }
  }

  /** All of them, by sort. */
  SortedMap<S, List<WhatIfDifference>> all() {
    SortedMap<S, List<WhatIfDifference>> all = new TreeMap<>();
    bySort.forEach((sort, kept) -> all.put(sort, new ArrayList<>(kept.values())));
    return all;
  }
}
