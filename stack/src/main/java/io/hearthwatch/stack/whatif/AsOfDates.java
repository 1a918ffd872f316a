package io.hearthwatch.stack.whatif;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** The dates as of which is asked. */
public final class AsOfDates {

  private AsOfDates() {}

  /** Every month's end from the first date on, and the last date itself; ascending. */
  public static List<LocalDate> between(LocalDate from, LocalDate to) {
    List<LocalDate> dates = new ArrayList<>();
    for (YearMonth month = YearMonth.from(from);
        month.atEndOfMonth().isBefore(to);
        month = month.plusMonths(1)) {
      dates.add(month.atEndOfMonth());
    }
    dates.add(to);
    return dates;
  }
}
