package io.hearthwatch.io.tables;

import io.hearthwatch.io.tables.UnreadableException.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * What a column can hold. A value that PostgreSQL would refuse must be noticed before: it would
 * fail the statement, and after each restart again, for ever.
 */
final class Columns {

  /** Longest id: an index entry must fit a third of a page. */
  static final int MAX_ID_CHARS = 256;

  /** Longest text: far above any real one, far below what a row can hold. */
  static final int MAX_TEXT_CHARS = 10_000;

  private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
  private static final Instant FIRST_INSTANT = FIRST_DAY.atStartOfDay().toInstant(ZoneOffset.UTC);
  private static final Instant LAST_INSTANT = LAST_DAY.atStartOfDay().toInstant(ZoneOffset.UTC);

  private Columns() {}

  static String id(String field, String value) throws UnreadableException {
    if (value.isEmpty()) {
      throw new UnreadableException(Reason.BAD_FIELD, field + " is empty");
    }
    return text(field, value, MAX_ID_CHARS);
  }

  static String text(String field, String value) throws UnreadableException {
    return text(field, value, MAX_TEXT_CHARS);
  }

  private static String text(String field, String value, int maxChars) throws UnreadableException {
    if (value.length() > maxChars) {
      throw new UnreadableException(
          Reason.BAD_FIELD, field + " has more than " + maxChars + " characters");
    }
    if (value.indexOf('\0') >= 0) {
      throw new UnreadableException(Reason.BAD_FIELD, field + " has a zero character");
    }
    return value;
  }

  static List<String> texts(String field, List<String> values) throws UnreadableException {
    List<String> checked = new ArrayList<>(values.size());
    for (String value : values) {
      checked.add(text(field, value));
    }
    return checked;
  }

  static LocalDate date(String field, LocalDate value) throws UnreadableException {
    if (value != null && (value.isBefore(FIRST_DAY) || value.isAfter(LAST_DAY))) {
      throw new UnreadableException(Reason.BAD_FIELD, field + " is no date of a calendar");
    }
    return value;
  }

  static Instant instant(String field, Instant value) throws UnreadableException {
    if (!isOfACalendar(value)) {
      throw new UnreadableException(Reason.BAD_FIELD, field + " is no date of a calendar");
    }
    return value;
  }

  /** An instant that is only told, never relied on: null where it is none. */
  static Instant instantOrNull(Instant value) {
    return isOfACalendar(value) ? value : null;
  }

  /** When the broker got a record; null where it does not say. */
  static Instant appendedAt(ReceivedRecord record) {
    return record.appendedAtMs() < 0
        ? null
        : instantOrNull(Instant.ofEpochMilli(record.appendedAtMs()));
  }

  /** A text that must be kept whatever it is: cut and cleaned where a column cannot hold it. */
  static String cleaned(String value) {
    String cut = value.length() > MAX_TEXT_CHARS ? value.substring(0, MAX_TEXT_CHARS) : value;
    return cut.replace('\0', '\uFFFD');
  }

  private static boolean isOfACalendar(Instant value) {
    return !value.isBefore(FIRST_INSTANT) && !value.isAfter(LAST_INSTANT);
  }
}
