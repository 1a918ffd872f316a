package io.hearthwatch.domain.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which days are worked in one calendar and free in the other, year by year. */
final class WorkingDaysDifference {

  private WorkingDaysDifference() {}

  static List<PolicyChange> between(WorkingDays was, WorkingDays is) {
    Set<LocalDate> special = new TreeSet<>(was.restDays());
    special.addAll(was.workedWeekends());
    special.addAll(is.restDays());
    special.addAll(is.workedWeekends());
    SortedMap<Integer, PolicyChange.DaysChanged> years = new TreeMap<>();
    for (LocalDate day : special) {
      if (was.isWorkingDay(day) != is.isWorkingDay(day)) {
        PolicyChange.DaysChanged year =
            years.computeIfAbsent(
                day.getYear(),
                number ->
                    new PolicyChange.DaysChanged(number, new ArrayList<>(), new ArrayList<>()));
        (was.isWorkingDay(day) ? year.nowFree() : year.nowWorked()).add(day);
      }
    }
    return List.copyOf(years.values());
  }
}
