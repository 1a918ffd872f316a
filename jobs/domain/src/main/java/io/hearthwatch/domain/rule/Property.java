package io.hearthwatch.domain.rule;

import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.LedgerLine;
import io.hearthwatch.domain.household.body.DwellingGraded;
import io.hearthwatch.domain.household.body.PropertyDeclared;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;

/** The home, and what the members declare to own. */
final class Property {

  private static final Set<String> UNSAFE = Set.of("c", "d");

  private final Asked asked;

  Property(Asked asked) {
    this.asked = asked;
  }

  /** Since which day the home has been graded unsafe without a break. */
  long homeUnsafeSince() {
    return asked.dayOf(
        Runs.beginning(
            asked.view().lines(EventType.DWELLING_GRADED),
            line -> UNSAFE.contains(((DwellingGraded) line.body()).grade())));
  }

  long assetsFen() {
    return sum("assets", "fen", PropertyDeclared::financialAssetsFen);
  }

  long dwellings() {
    return sum("dwellings", "count", PropertyDeclared::dwellings);
  }

  long vehicleValueFen() {
    return sum("vehicleValue", "fen", PropertyDeclared::vehicleValueFen);
  }

  /** Of each owner what was declared last: an older declaration is not added to it. */
  private long sum(String indicator, String unit, ToLongFunction<PropertyDeclared> of) {
    Map<String, LedgerLine> latestByOwner = new LinkedHashMap<>();
    for (LedgerLine line : asked.view().lines(EventType.PROPERTY_DECLARED)) {
      if (asked.view().membership().counts(line.personId(), asked.view().asOf())) {
        latestByOwner.put(line.personId(), line);
      }
    }
    long sum = 0;
    for (LedgerLine line : latestByOwner.values()) {
      sum = Math.addExact(sum, of.applyAsLong((PropertyDeclared) line.body()));
      asked.evidence().record(line);
    }
    asked.at(indicator, asked.view().asOf(), sum, unit);
    return sum;
  }
}
