package io.hearthwatch.domain.policy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * The calendar of working days: Monday to Friday, less the public rest days, plus the weekend days
 * that are worked in exchange (moved rest days).
 *
 * @param restDays working days by the week on which nobody works
 * @param workedWeekends weekend days on which everybody works
 */
public record WorkingDays(Set<LocalDate> restDays, Set<LocalDate> workedWeekends) {

  public WorkingDays {
    restDays = Set.copyOf(restDays);
    workedWeekends = Set.copyOf(workedWeekends);
  }

  public boolean isWorkingDay(LocalDate day) {
    if (workedWeekends.contains(day)) {
      return true;
    }
    DayOfWeek weekday = day.getDayOfWeek();
    return weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY && !restDays.contains(day);
  }

  /** The n-th working day after a day; the day itself is not counted. */
  public LocalDate plus(LocalDate day, int workingDays) {
    LocalDate reached = day;
    for (int left = workingDays; left > 0; ) {
      reached = reached.plusDays(1);
      if (isWorkingDay(reached)) {
        left--;
      }
    }
    return reached;
  }
}
