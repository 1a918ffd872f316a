package io.hearthwatch.stack.whatif;

import io.hearthwatch.wire.WhatIfDifference;
import io.hearthwatch.wire.WhatIfResult;
import io.hearthwatch.wire.WhatIfTotal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds up what a what-if says, date by date. */
public final class WhatIfTally {

  private final int examples;
  private final int regionDigits;
  private final SortedMap<LocalDate, AsOfTally> byDate = new TreeMap<>();

  /**
   * An empty one.
   *
   * @param examples how many households are kept of each kind of change
   * @param regionDigits to which level of regions is added up
   */
  public WhatIfTally(int examples, int regionDigits) {
    this.examples = examples;
    this.regionDigits = regionDigits;
  }

  /** Adds one result. */
  public void add(WhatIfResult result) {
    AsOfTally asOf =
        byDate.computeIfAbsent(result.getAsOf(), date -> new AsOfTally(this::level, examples));
    if (result.getBody() instanceof WhatIfTotal total) {
      asOf.add(total);
    } else {
      asOf.add((WhatIfDifference) result.getBody());
    }
  }

  /** What was said as of each date, ascending; none where no household was known by then. */
  public SortedMap<LocalDate, AsOfTally> byDate() {
    return Collections.unmodifiableSortedMap(byDate);
  }

  /** Whether both say the same of everybody as of every date. */
  public boolean isSame() {
    return byDate.values().stream().allMatch(asOf -> asOf.differing() == 0);
  }

  private String level(String region) {
    return region.length() <= regionDigits ? region : region.substring(0, regionDigits);
  }
}
