package io.hearthwatch.reference;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One version of one event as plain data, sharing no class with the stream.
 *
 * @param kind NOTIFY, CORRECT or VOID
 * @param personId or null
 * @param helpingRegion or null
 * @param type for instance EXPENSE_INCURRED
 * @param body fields named as in the contract, in its order; String, Long, Boolean, YearMonth,
 *     LocalDate or null
 */
public record RawEvent(
    UUID eventId,
    String kind,
    int revision,
    String source,
    String householdId,
    String personId,
    String registeredRegion,
    String helpingRegion,
    LocalDate occurredOn,
    Instant reportedAt,
    String type,
    Map<String, Object> body) {

  /** The line of JSON that {@link ReferenceDatabase#load} reads. */
  public String toJsonLine() {
    return "{"
        + String.join(
            ",",
            field("eventId", eventId.toString()),
            field("kind", kind),
            field("revision", revision),
            field("source", source),
            field("householdId", householdId),
            field("personId", personId),
            field("registeredRegion", registeredRegion),
            field("helpingRegion", helpingRegion),
            field("occurredOn", occurredOn),
            field("reportedAt", reportedAt.toEpochMilli()),
            field("type", type))
        + ",\"body\":"
        + body.entrySet().stream()
            .map(entry -> field(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining(",", "{", "}"))
        + "}";
  }

  private static String field(String name, Object value) {
    return quoted(name) + ":" + json(value);
  }

  private static String json(Object value) {
    if (value instanceof String text) {
      return quoted(text);
    } else if (value instanceof LocalDate day) {
      return String.valueOf(day.toEpochDay());
    } else if (value instanceof YearMonth month) {
      return String.valueOf(month.getYear() * 100 + month.getMonthValue());
    }
    return String.valueOf(value);
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
