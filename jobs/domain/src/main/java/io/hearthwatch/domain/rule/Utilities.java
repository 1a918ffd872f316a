package io.hearthwatch.domain.rule;

import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.LedgerLine;
import io.hearthwatch.domain.household.body.UtilityUsed;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Signs of life and of want: power and water. */
final class Utilities {

  /** A utility, and what evidence calls its use. */
  private record Metered(String utility, String use, String earlierUse) {}

  private static final List<Metered> METERED =
      List.of(
          new Metered("power", "powerUse", "earlierPowerUse"),
          new Metered("water", "waterUse", "earlierWaterUse"));

  private final Asked asked;

  Utilities(Asked asked) {
    this.asked = asked;
  }

  /** On how many days of the window a meter was read. */
  long readings(Window window) {
    long days = daysFrom(asked.firstDay(window));
    asked.measured("utilityReadings", window, days, "count");
    return days;
  }

  /** On how many days after a day a meter was read. */
  long readingsAfter(long day) {
    long days = daysFrom(Math.addExact(day, 1));
    asked.at("utilityReadingsAfter", asked.view().asOf(), days, "count");
    return days;
  }

  /** Different days of readings, of which the newest come last. */
  private long daysFrom(long firstDay) {
    List<LedgerLine> lines = asked.view().lines(EventType.UTILITY_USED);
    long days = 0;
    int counted = Integer.MAX_VALUE;
    for (int i = lines.size() - 1; i >= 0 && lines.get(i).day() >= firstDay; i--) {
      days += lines.get(i).day() == counted ? 0 : 1;
      counted = lines.get(i).day();
    }
    return days;
  }

  /** The last day of the window on which anything was used. */
  long lastUse(Window window) {
    List<LedgerLine> lines = asked.view().lines(EventType.UTILITY_USED);
    for (int i = lines.size() - 1; i >= 0 && asked.within(lines.get(i), window); i--) {
      if (body(lines.get(i)).quantity() > 0) {
        return asked.dayOf(lines.get(i));
      }
    }
    return Days.NONE;
  }

  /** Bills that are open, as told last of each utility. */
  long unpaidBills() {
    Map<String, LedgerLine> latest = new LinkedHashMap<>();
    for (LedgerLine line : asked.view().lines(EventType.UTILITY_USED)) {
      latest.put(body(line).utility(), line);
    }
    long bills = 0;
    for (LedgerLine line : latest.values()) {
      bills = Math.addExact(bills, body(line).unpaidBills());
      asked.evidence().record(line);
    }
    asked.at("unpaidUtilityBills", asked.view().asOf(), bills, "count");
    return bills;
  }

  /** Whether of power or of water less than a percentage of the year before was used. */
  boolean useUnder(long percent, Window window) {
    int asOf = asked.view().asOf();
    int yearBefore = (int) LocalDate.ofEpochDay(asOf).minusMonths(12).toEpochDay();
    for (Metered metered : METERED) {
      long now = used(metered.utility(), metered.use(), window, asOf);
      long before = used(metered.utility(), metered.earlierUse(), window, yearBefore);
      if (before > 0 && Math.multiplyExact(now, 100L) < Math.multiplyExact(percent, before)) {
        return true;
      }
    }
    return false;
  }

  private long used(String utility, String indicator, Window window, int lastDay) {
    int firstDay = window.firstDay(lastDay);
    long sum = 0;
    for (LedgerLine line : asked.view().lines(EventType.UTILITY_USED)) {
      if (line.day() >= firstDay && line.day() <= lastDay && body(line).utility().equals(utility)) {
        sum = Math.addExact(sum, body(line).quantity());
        asked.evidence().record(line);
      }
    }
    asked.measured(indicator, window, firstDay, lastDay, sum, "count");
    return sum;
  }

  private static UtilityUsed body(LedgerLine line) {
    return (UtilityUsed) line.body();
  }
}
