package io.hearthwatch.domain.rule;

import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.LedgerLine;
import io.hearthwatch.domain.household.body.DwellingGraded;
import io.hearthwatch.domain.household.body.PropertyDeclared;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongBinaryOperator;
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
    return told("assets", "fen", PropertyDeclared::financialAssetsFen, Math::addExact);
  }

  long dwellings() {
    return told("dwellings", "count", PropertyDeclared::dwellings, Math::addExact);
  }

  /** Of the owner whose cars are worth most: two cheap cars are no dear one. */
  long vehicleValueFen() {
    return told("vehicleValue", "fen", PropertyDeclared::vehicleValueFen, Math::max);
  }

  /** Of each owner what was declared last: an older declaration is not added to it. */
  private long told(
      String indicator,
      String unit,
      ToLongFunction<PropertyDeclared> of,
      LongBinaryOperator together) {
    Map<String, LedgerLine> latestByOwner = new LinkedHashMap<>();
    for (LedgerLine line : asked.view().lines(EventType.PROPERTY_DECLARED)) {
      if (asked.view().membership().counts(line.personId(), asked.view().asOf())) {
        latestByOwner.put(line.personId(), line);
      }
    }
    long value = 0;
    for (LedgerLine line : latestByOwner.values()) {
      value = together.applyAsLong(value, of.applyAsLong((PropertyDeclared) line.body()));
      asked.evidence().record(line);
    }
    asked.at(indicator, asked.view().asOf(), value, unit);
    return value;
  }
}
