package io.hearthwatch.stack.mapping;

import static io.hearthwatch.stack.mapping.ValueKind.DAY;
import static io.hearthwatch.stack.mapping.ValueKind.FLAG;
import static io.hearthwatch.stack.mapping.ValueKind.INSTANT;
import static io.hearthwatch.stack.mapping.ValueKind.MONTH;
import static io.hearthwatch.stack.mapping.ValueKind.NO_DAY;
import static io.hearthwatch.stack.mapping.ValueKind.NUMBER;
import static io.hearthwatch.stack.mapping.ValueKind.TEXT;

import io.hearthwatch.domain.household.Month;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** What an expression of a mapping may call, beside CEL's own; listed in docs/import.md. */
final class MappingFunctions {

  private static final String ISO_DAY = "yyyy-MM-dd";
  private static final int MAX_PAD_LENGTH = 64;

  /** Functions whose arguments at these positions must be constants, to be checked on loading. */
  static final Map<String, List<Integer>> CONSTANT_ARGUMENTS =
      Map.of(
          "date", List.of(1),
          "dateOrNone", List.of(1),
          "month", List.of(1),
          "instant", List.of(1),
          "lookup", List.of(0, 2),
          "known", List.of(0));

  private final Functions functions = new Functions();
  private final DateTexts dates;
  private final int decimals;
  private final Map<String, LookupTable> lookups;

  MappingFunctions(DateTexts dates, int decimals, Map<String, LookupTable> lookups) {
    this.dates = dates;
    this.decimals = decimals;
    this.lookups = lookups;
    addDays();
    addMonths();
    addInstants();
    addComparisons();
    addNumbers();
    addTexts();
    addLookups();
  }

  Functions functions() {
    return functions;
  }

  private void addDays() {
    functions.add("date", DAY, List.of(TEXT), a -> dates.day((String) a[0], ISO_DAY));
    functions.add("date", DAY, List.of(TEXT, TEXT), a -> dates.day((String) a[0], (String) a[1]));
    functions.add(
        "date",
        DAY,
        List.of(TEXT, TEXT, NUMBER),
        a -> dates.day((String) a[0], (String) a[1], year((long) a[2])));
    functions.add("date", DAY, List.of(INSTANT), a -> dates.dayOf((Instant) a[0]));
    functions.add(
        "date",
        DAY,
        List.of(NUMBER, NUMBER, NUMBER),
        a -> day((long) a[0], (long) a[1], (long) a[2]));
    functions.add("dateOrNone", DAY, List.of(TEXT), a -> dayOrNone((String) a[0], ISO_DAY));
    functions.add(
        "dateOrNone", DAY, List.of(TEXT, TEXT), a -> dayOrNone((String) a[0], (String) a[1]));
    functions.add("plusDays", DAY, List.of(DAY, NUMBER), a -> plusDays(a[0], (long) a[1]));
    functions.add("year", NUMBER, List.of(DAY), a -> (long) present(a[0]).getYear());
    functions.add("monthOfYear", NUMBER, List.of(DAY), a -> (long) present(a[0]).getMonthValue());
    functions.add("dayOfMonth", NUMBER, List.of(DAY), a -> (long) present(a[0]).getDayOfMonth());
  }

  private void addMonths() {
    functions.add("month", MONTH, List.of(DAY), a -> monthOf(present(a[0])));
    functions.add(
        "month", MONTH, List.of(TEXT, TEXT), a -> dates.month((String) a[0], (String) a[1]));
    functions.add(
        "month", MONTH, List.of(NUMBER, NUMBER), a -> Months.of((long) a[0], (long) a[1]));
    functions.add(
        "plusMonths", MONTH, List.of(MONTH, NUMBER), a -> Months.plus((Month) a[0], (long) a[1]));
    functions.add("firstDay", DAY, List.of(MONTH), a -> ((Month) a[0]).firstDay());
    functions.add("lastDay", DAY, List.of(MONTH), a -> ((Month) a[0]).lastDay());
    functions.add("year", NUMBER, List.of(MONTH), a -> (long) ((Month) a[0]).index() / 12);
  }

  private void addInstants() {
    functions.add("instant", INSTANT, List.of(TEXT), a -> dates.instant((String) a[0]));
    functions.add(
        "instant", INSTANT, List.of(TEXT, TEXT), a -> dates.instant((String) a[0], (String) a[1]));
    functions.add("endOf", INSTANT, List.of(DAY), a -> dates.endOf(present(a[0])));
  }

  private void addComparisons() {
    addComparison("_<_", sign -> sign < 0);
    addComparison("_<=_", sign -> sign <= 0);
    addComparison("_>_", sign -> sign > 0);
    addComparison("_>=_", sign -> sign >= 0);
  }

  private void addComparison(String operator, IntPredicate holds) {
    functions.add(
        operator, FLAG, List.of(DAY, DAY), a -> holds.test(present(a[0]).compareTo(present(a[1]))));
    functions.add(
        operator,
        FLAG,
        List.of(MONTH, MONTH),
        a -> holds.test(((Month) a[0]).compareTo((Month) a[1])));
  }

  private void addNumbers() {
    functions.add("fen", NUMBER, List.of(TEXT), a -> Decimals.toUnits((String) a[0], decimals));
    functions.add("fen", NUMBER, List.of(TEXT, NUMBER), a -> fen((String) a[0], (long) a[1]));
    functions.add("number", NUMBER, List.of(TEXT), a -> NUMBER.parse((String) a[0]));
    functions.add(
        "least", NUMBER, List.of(NUMBER, NUMBER), a -> Math.min((long) a[0], (long) a[1]));
    functions.add(
        "greatest", NUMBER, List.of(NUMBER, NUMBER), a -> Math.max((long) a[0], (long) a[1]));
  }

  private void addTexts() {
    functions.add("text", TEXT, List.of(NUMBER), a -> a[0].toString());
    functions.add("text", TEXT, List.of(DAY), a -> present(a[0]).toString());
    functions.add("text", TEXT, List.of(MONTH), a -> a[0].toString());
    functions.add(
        "pad",
        TEXT,
        List.of(TEXT, NUMBER, TEXT),
        a -> pad((String) a[0], (long) a[1], (String) a[2]));
    functions.add("slug", TEXT, List.of(TEXT), a -> slug((String) a[0]));
  }

  private void addLookups() {
    functions.add(
        "lookup",
        TEXT,
        List.of(TEXT, TEXT, TEXT),
        a -> found((String) a[0], lookups.get((String) a[0]).find((String) a[1], (String) a[2])));
    functions.add(
        "lookup",
        TEXT,
        List.of(TEXT, TEXT, TEXT, TEXT),
        a -> {
          String value = lookups.get((String) a[0]).find((String) a[1], (String) a[2]);
          return value == null ? a[3] : value;
        });
    functions.add(
        "known", FLAG, List.of(TEXT, TEXT), a -> lookups.get((String) a[0]).knows((String) a[1]));
  }

  private LocalDate dayOrNone(String text, String pattern) {
    return text.isEmpty() ? NO_DAY : dates.day(text, pattern);
  }

  private static LocalDate present(Object day) {
    if (day.equals(NO_DAY)) {
      throw new RowProblem("a day is absent");
    }
    return (LocalDate) day;
  }

  private static Month monthOf(LocalDate day) {
    return Months.of(day.getYear(), day.getMonthValue());
  }

  private static LocalDate day(long year, long monthOfYear, long dayOfMonth) {
    try {
      return LocalDate.of(year(year), Math.toIntExact(monthOfYear), Math.toIntExact(dayOfMonth));
    } catch (DateTimeException | ArithmeticException e) {
      throw new RowProblem("year, month and day make no day");
    }
  }

  private static LocalDate plusDays(Object day, long days) {
    try {
      return present(day).plusDays(days);
    } catch (DateTimeException | ArithmeticException e) {
      throw new RowProblem("a day is out of range");
    }
  }

  private static int year(long year) {
    if (year < 1000 || year > 9999) {
      throw new RowProblem("a year has not four digits");
    }
    return (int) year;
  }

  private static long fen(String text, long decimals) {
    if (decimals < 0 || decimals > Decimals.MAX_DECIMALS) {
      throw new RowProblem("decimals are not within 0 to " + Decimals.MAX_DECIMALS);
    }
    return Decimals.toUnits(text, (int) decimals);
  }

  private static String pad(String text, long length, String with) {
    if (with.length() != 1 || length < 0 || length > MAX_PAD_LENGTH) {
      throw new RowProblem("pad needs a length of 0 to " + MAX_PAD_LENGTH + " and one character");
    }
    return with.repeat(Math.max(0, (int) length - text.length())) + text;
  }

  /** Lower case ASCII letters and digits, everything else one hyphen: fit for an id or region. */
  private static String slug(String text) {
    StringBuilder slug = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = Character.toLowerCase(text.charAt(i));
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        slug.append(c);
      } else if (slug.length() > 0 && slug.charAt(slug.length() - 1) != '-') {
        slug.append('-');
      }
    }
    int length = slug.length();
    return length > 0 && slug.charAt(length - 1) == '-'
        ? slug.substring(0, length - 1)
        : slug.toString();
  }

  private static String found(String table, String value) {
    if (value == null) {
      throw new RowProblem("lookup '" + table + "' does not know the key");
    }
    return value;
  }
}
