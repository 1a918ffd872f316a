package io.hearthwatch.stack.mapping;

import io.hearthwatch.domain.household.EventBody;
import io.hearthwatch.domain.household.EventKind;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.io.event.Admission;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Makes one kind of event of a row: none, one, or one for each number of a repeat. */
final class EventMapping {

  /** More than any calendar needs; a row that asks for more has a wrong number in it. */
  static final int MOST_REPEATS = 1000;

  /**
   * Values of the envelope; those that may be absent are null.
   *
   * @param named by the names of {@link Envelope}
   */
  record Fields(Map<String, MappedField> named) {
    MappedField get(String name) {
      return named.get(name);
    }
  }

  /**
   * A range of numbers.
   *
   * @param variable its name
   */
  record Repeat(String variable, MappedField from, MappedField to) {}

  private final String typeName;
  private final int line;
  private final MappedField when;
  private final Repeat repeat;
  private final Fields envelope;
  private final MappedBody body;
  private final NameBasedId ids;
  private final DateTexts dates;

  EventMapping(
      EventSpec spec,
      MappedField when,
      Repeat repeat,
      Fields envelope,
      MappedBody body,
      NameBasedId ids,
      DateTexts dates) {
    this.typeName = spec.shape().name();
    this.line = spec.line();
    this.when = when;
    this.repeat = repeat;
    this.envelope = envelope;
    this.body = body;
    this.ids = ids;
    this.dates = dates;
  }

  /** Adds the events of the row; throws RowProblem, after which what was added is void. */
  void map(Row row, List<HouseholdEvent> out) {
    if (repeat == null) {
      mapOnce(row, out);
      return;
    }
    long from = repeat.from().number(row);
    long to = repeat.to().number(row);
    if (to - from >= MOST_REPEATS) {
      throw repeat.to().problem("repeats more than " + MOST_REPEATS + " times");
    }
    for (long number = from; number <= to; number++) {
      row.repeat(repeat.variable(), number);
      mapOnce(row, out);
    }
  }

  private void mapOnce(Row row, List<HouseholdEvent> out) {
    if (when == null || when.flag(row)) {
      try {
        out.add(event(row));
      } catch (IllegalArgumentException e) {
        throw new RowProblem(e.getMessage()).in(typeName, line);
      }
    }
  }

  private HouseholdEvent event(Row row) {
    LocalDate occurredOn = envelope.get(Envelope.OCCURRED_ON).day(row);
    EventBody what = body.of(row);
    return new HouseholdEvent(
        ids.of(id(row)),
        kind(row),
        revision(row),
        envelope.get(Envelope.SOURCE).text(row),
        envelope.get(Envelope.HOUSEHOLD_ID).text(row),
        optional(Envelope.PERSON_ID, row),
        envelope.get(Envelope.REGISTERED_REGION).text(row),
        optional(Envelope.HELPING_REGION, row),
        (int) occurredOn.toEpochDay(),
        reportedAt(row, occurredOn),
        what);
  }

  private String id(Row row) {
    String id = envelope.get(Envelope.EVENT_ID).text(row);
    if (id.isEmpty()) {
      throw envelope.get(Envelope.EVENT_ID).problem("the id is empty");
    }
    return id;
  }

  private EventKind kind(Row row) {
    MappedField field = envelope.get(Envelope.KIND);
    if (field == null) {
      return EventKind.NOTIFY;
    }
    return switch (field.text(row)) {
      case "NOTIFY" -> EventKind.NOTIFY;
      case "CORRECT" -> EventKind.CORRECT;
      case "VOID" -> EventKind.VOID;
      default -> throw field.problem("the kind is none of NOTIFY, CORRECT, VOID");
    };
  }

  private int revision(Row row) {
    MappedField field = envelope.get(Envelope.REVISION);
    long revision = field == null ? 0 : field.number(row);
    if (revision < 0 || revision > Integer.MAX_VALUE) {
      throw field.problem("the revision is not within 0 to 2^31 - 1");
    }
    return (int) revision;
  }

  private String optional(String name, Row row) {
    MappedField field = envelope.get(name);
    return field == null ? null : field.optionalText(row);
  }

  private long reportedAt(Row row, LocalDate occurredOn) {
    MappedField field = envelope.get(Envelope.REPORTED_AT);
    Instant reportedAt = field == null ? dates.endOf(occurredOn) : (Instant) field.of(row);
    if (field != null && occurredOn.isAfter(dates.dayOf(reportedAt))) {
      throw field.problem("it is reported before the day on which it occurred");
    }
    // The job would refuse it, and nobody here would hear of it.
    if (reportedAt.isAfter(Instant.now().plus(Admission.CLOCK_AHEAD))) {
      throw field == null
          ? new RowProblem(
              "the day is not over, and without reportedAt it counts as told at its end; give reportedAt, or import it tomorrow")
          : field.problem("it is reported in the future");
    }
    return reportedAt.toEpochMilli();
  }
}
