package io.hearthwatch.reference;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the calendar of working days for the reference, apart from the production reader. */
public final class CalendarYaml {

  private CalendarYaml() {}

  /** The days of a calendar: true where a weekend day is worked, false where nobody works. */
  public static Map<LocalDate, Boolean> read(Path file) {
    Map<LocalDate, Boolean> worked = new TreeMap<>();
    for (Object year : (List<?>) ParameterYaml.document(file).get("years")) {
      put((Map<?, ?>) year, "rest", false, worked);
      put((Map<?, ?>) year, "worked", true, worked);
    }
    return worked;
  }

  private static void put(
      Map<?, ?> year, String key, boolean value, Map<LocalDate, Boolean> worked) {
    if (year.get(key) instanceof List<?> days) {
      days.forEach(day -> worked.put(LocalDate.parse((String) day), value));
    }
  }
}
