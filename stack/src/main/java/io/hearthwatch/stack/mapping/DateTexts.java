package io.hearthwatch.stack.mapping;

import io.hearthwatch.domain.household.Month;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.HashMap;
import java.util.Map;

/**
 * Text to days, months and instants. Days are remembered for a while, because files are mostly
 * sorted by day and parsing one costs more than all else that is done to a row. Not for several
 * threads.
 */
final class DateTexts {

  private static final int MOST_REMEMBERED = 4096;

  private final ZoneId zone;
  private final int pivotYear;
  private final Map<String, DateTimeFormatter> formatters = new HashMap<>();
  private final Map<String, Map<String, LocalDate>> days = new HashMap<>();

  DateTexts(ZoneId zone, int pivotYear) {
    this.zone = zone;
    this.pivotYear = pivotYear;
  }

  /** Throws IllegalArgumentException for a pattern that means nothing. */
  DateTimeFormatter formatter(String pattern) {
    return formatters.computeIfAbsent(pattern, p -> DatePatterns.formatter(p, pivotYear));
  }

  private DateTimeFormatter formatter(String pattern, int firstYear) {
    return formatters.computeIfAbsent(
        firstYear + " " + pattern, p -> DatePatterns.formatter(pattern, firstYear));
  }

  LocalDate day(String text, String pattern) {
    Map<String, LocalDate> known = days.computeIfAbsent(pattern, p -> new HashMap<>());
    LocalDate day = known.get(text);
    if (day == null) {
      day = parseDay(text, pattern);
      if (known.size() >= MOST_REMEMBERED) {
        known.clear();
      }
      known.put(text, day);
    }
    return day;
  }

  /** A day within another hundred years than the mapping's. */
  LocalDate day(String text, String pattern, int firstYear) {
    try {
      return LocalDate.parse(text, formatter(pattern, firstYear));
    } catch (DateTimeException e) {
      throw new RowProblem(reason("day", text, pattern));
    }
  }

  private LocalDate parseDay(String text, String pattern) {
    try {
      return LocalDate.parse(text, formatter(pattern));
    } catch (DateTimeException e) {
      throw new RowProblem(reason("day", text, pattern));
    }
  }

  Month month(String text, String pattern) {
    try {
      YearMonth month = YearMonth.parse(text, formatter(pattern));
      return Months.of(month.getYear(), month.getMonthValue());
    } catch (DateTimeException e) {
      throw new RowProblem(reason("month", text, pattern));
    }
  }

  /** With an offset when the text has one, else in the zone of the mapping. */
  Instant instant(String text) {
    return instant(text, DateTimeFormatter.ISO_DATE_TIME, "2024-05-31T10:00:00Z");
  }

  Instant instant(String text, String pattern) {
    return instant(text, formatter(pattern), pattern);
  }

  private Instant instant(String text, DateTimeFormatter formatter, String form) {
    try {
      TemporalAccessor parsed = formatter.parseBest(text, ZonedDateTime::from, LocalDateTime::from);
      return parsed instanceof ZonedDateTime zoned
          ? zoned.toInstant()
          : ((LocalDateTime) parsed).atZone(zone).toInstant();
    } catch (DateTimeException e) {
      throw new RowProblem(reason("instant", text, form));
    }
  }

  LocalDate dayOf(Instant instant) {
    return LocalDate.ofInstant(instant, zone);
  }

  /** The last second of a day. */
  Instant endOf(LocalDate day) {
    return day.atTime(23, 59, 59).atZone(zone).toInstant();
  }

  private static String reason(String what, String text, String pattern) {
    return text.isEmpty()
        ? "a text that should be a " + what + " is empty"
        : "a text is no " + what + " written " + pattern;
  }
}
