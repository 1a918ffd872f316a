package io.hearthwatch.risk;

import io.hearthwatch.domain.whatif.HouseholdComparison;
import io.hearthwatch.wire.WhatIfTotal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * How many households a rule hits by both bundles, as of a day; of no rule, how many households
 * there are and to what they are entitled. Fields, not getters, so that Flink takes it for a POJO.
 */
public final class WhatIfCount {

  /** Stands for all households. */
  static final String NO_RULE = "";

  public int asOf;
  public String ruleId;
  public long householdsBefore;
  public long householdsAfter;
  public long entitlementFenBefore;
  public long entitlementFenAfter;

  /** What one household adds. */
  static List<WhatIfCount> of(HouseholdComparison household) {
    List<WhatIfCount> counts = new ArrayList<>();
    WhatIfCount all = new WhatIfCount();
    all.asOf = household.asOf();
    all.ruleId = NO_RULE;
    all.householdsBefore = 1;
    all.householdsAfter = 1;
    all.entitlementFenBefore = household.entitlementFenBefore();
    all.entitlementFenAfter = household.entitlementFenAfter();
    counts.add(all);
    SortedSet<String> rules = new TreeSet<>(household.hitBefore());
    rules.addAll(household.hitAfter());
    for (String rule : rules) {
      WhatIfCount count = new WhatIfCount();
      count.asOf = household.asOf();
      count.ruleId = rule;
      count.householdsBefore = household.hitBefore().contains(rule) ? 1 : 0;
      count.householdsAfter = household.hitAfter().contains(rule) ? 1 : 0;
      counts.add(count);
    }
    return counts;
  }

  static TypeInformation<WhatIfCount> typeInformation() {
    return TypeInformation.of(WhatIfCount.class);
  }

  /** Of what these are a part. */
  String total() {
    return asOf + "/" + ruleId;
  }

  /** Adds another part of the same total. */
  WhatIfCount plus(WhatIfCount other) {
    householdsBefore += other.householdsBefore;
    householdsAfter += other.householdsAfter;
    entitlementFenBefore += other.entitlementFenBefore;
    entitlementFenAfter += other.entitlementFenAfter;
    return this;
  }

  WhatIfTotal wire() {
    return new WhatIfTotal(
        ruleId, householdsBefore, householdsAfter, entitlementFenBefore, entitlementFenAfter);
  }
}
