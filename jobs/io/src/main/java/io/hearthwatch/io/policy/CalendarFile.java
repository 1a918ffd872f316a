package io.hearthwatch.io.policy;

import io.hearthwatch.domain.policy.WorkingDays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the calendar of working days: year by year, what the yearly notice moves. */
final class CalendarFile {

  private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  private static final int EARLIEST_YEAR = 1900;
  private static final int LATEST_YEAR = 2199;

  private CalendarFile() {}

  static WorkingDays read(YamlFields fields, Problems problems) {
    fields.code("id");
    Texts.read(fields, "question");
    Set<LocalDate> rest = new HashSet<>();
    Set<LocalDate> worked = new HashSet<>();
    Set<Long> years = new HashSet<>();
    for (YamlFields year : fields.list("years")) {
      Long number = year.wholeNumber("year", EARLIEST_YEAR, LATEST_YEAR);
      year.text("source");
      List<LocalDate> restDays = year.optionalDays("rest");
      List<LocalDate> workedDays = year.optionalDays("worked");
      year.refuseUnknown();
      if (number == null) {
        continue;
      }
      if (!years.add(number)) {
        problems.add(year.place("year"), "the year " + number + " is given twice");
      }
      refuseWrong(year, "rest", restDays, number, false, problems);
      refuseWrong(year, "worked", workedDays, number, true, problems);
      rest.addAll(restDays);
      worked.addAll(workedDays);
    }
    fields.refuseUnknown();
    return new WorkingDays(rest, worked);
  }

  private static void refuseWrong(
      YamlFields year,
      String key,
      List<LocalDate> days,
      long number,
      boolean weekend,
      Problems problems) {
    for (LocalDate day : days) {
      if (day.getYear() != number) {
        problems.add(year.place(key), day + " does not lie in " + number);
      }
      if (WEEKEND.contains(day.getDayOfWeek()) != weekend) {
        problems.add(
            year.place(key),
            day + (weekend ? " is no weekend day" : " is a weekend day and free anyway"));
      }
    }
  }
}
