package io.hearthwatch.stack.mapping;

import io.hearthwatch.domain.household.Month;
import java.time.LocalDate;

/**
 * A field of an event and where its value comes from.
 *
 * @param name for messages
 * @param line for messages
 */
record MappedField(String name, int line, Value value) {

  /** The value; a problem says which field it is about. */
  Object of(Row row) {
    try {
      return value.of(row);
    } catch (RowProblem e) {
      throw e.in(name, line);
    }
  }

  RowProblem problem(String reason) {
    return new RowProblem(reason).in(name, line);
  }

  String text(Row row) {
    return (String) of(row);
  }

  /** The text, or null where it is empty. */
  String optionalText(Row row) {
    String text = text(row);
    return text.isEmpty() ? null : text;
  }

  long number(Row row) {
    return (long) of(row);
  }

  boolean flag(Row row) {
    return (boolean) of(row);
  }

  Month month(Row row) {
    return (Month) of(row);
  }

  /** A day that must be there and within the years that the field knows. */
  LocalDate day(Row row) {
    LocalDate day = (LocalDate) of(row);
    if (day.equals(ValueKind.NO_DAY)) {
      throw problem("a day is absent");
    }
    return bounded(day);
  }

  /** A day since 1970-01-01, or null where there is none. */
  Integer optionalDay(Row row) {
    LocalDate day = (LocalDate) of(row);
    return day.equals(ValueKind.NO_DAY) ? null : (Integer) (int) bounded(day).toEpochDay();
  }

  private LocalDate bounded(LocalDate day) {
    if (day.getYear() < 1900 || day.getYear() > 2199) {
      throw problem("a day is not within 1900 to 2199");
    }
    return day;
  }
}
