package io.hearthwatch.io.policy;

import io.hearthwatch.domain.household.EventId;
import io.hearthwatch.domain.household.EventKind;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.Month;
import io.hearthwatch.domain.household.body.MemberJoined;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Reads the events of a scenario, written as briefly as a person would tell them; {@code
 * docs/rules.md} has the table.
 */
final class ScenarioEvents {

  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
  private static final String NOON = " 12:00";

  private final String region;
  private final Problems problems;
  private final List<HouseholdEvent> events = new ArrayList<>();
  private final Map<String, EventId> idsByLabel = new LinkedHashMap<>();
  private final List<EventWords> words =
      List.of(
          new HouseholdWords(),
          new PersonWords(),
          new MoneyWords(this::longId),
          new HappeningWords());

  ScenarioEvents(String region, Problems problems) {
    this.region = region;
    this.problems = problems;
  }

  /** The events read so far, in the order in which they were written. */
  List<HouseholdEvent> events() {
    return events;
  }

  /** How evidence cites what was given this label. */
  String shortId(String label) {
    EventId id = idsByLabel.get(label);
    return id == null ? label : EventId.shortText(id.high());
  }

  /** How a payment names its grant. */
  private String longId(String label) {
    EventId id = idsByLabel.get(label);
    return id == null ? label : id.toString();
  }

  void read(YamlFields yaml) {
    EventFields event = new EventFields(yaml, problems);
    int before = problems.found().size();
    try {
      if (event.has("each-month")) {
        readEachMonth(event);
      } else if (event.has("each-day")) {
        readEachDay(event);
      } else if (event.has("joins")) {
        readJoins(event, yaml.day("on"));
      } else {
        readOne(event, yaml.day("on"), "");
      }
    } catch (IllegalArgumentException | NullPointerException e) {
      if (problems.found().size() == before) {
        problems.add(yaml.place(), "is no event: " + e.getMessage());
      }
      return;
    }
    yaml.refuseUnknown();
  }

  /** {each-month: 2022-03..2023-02, income: 1000}: on the last day of each month. */
  private void readEachMonth(EventFields event) {
    String[] ends = ends(event, "each-month");
    for (Month month = EventFields.month(ends[0]);
        month.compareTo(EventFields.month(ends[1])) <= 0;
        month = month.plus(1)) {
      readOne(event, month.lastDay(), month.toString());
    }
  }

  /** {each-day: 2023-03-01..2023-03-30, power: 5000}: on each of these days. */
  private void readEachDay(EventFields event) {
    String[] ends = ends(event, "each-day");
    LocalDate last = LocalDate.parse(ends[1]);
    for (LocalDate day = LocalDate.parse(ends[0]); !day.isAfter(last); day = day.plusDays(1)) {
      readOne(event, day, day.toString());
    }
  }

  private static String[] ends(EventFields event, String key) {
    String[] ends = event.text(key).split("\\.\\.", 2);
    if (ends.length != 2) {
      throw new IllegalArgumentException(key + " is written first..last");
    }
    return ends;
  }

  private void readJoins(EventFields event, LocalDate on) {
    Integer born = event.optionalDay("born");
    for (String person : event.yaml().codes("joins")) {
      MemberJoined joined = new MemberJoined("registered", null, born);
      add(event, on, new EventWords.Said(joined, person, "civil-affairs"), person);
    }
  }

  private void readOne(EventFields event, LocalDate on, String part) {
    for (EventWords family : words) {
      EventWords.Said said = family.said(event, on);
      if (said != null) {
        add(event, on, said, part);
        return;
      }
    }
    problems.add(event.yaml().place(), "this event says nothing that is known");
  }

  private void add(EventFields event, LocalDate on, EventWords.Said said, String part) {
    String label = event.has("id") ? event.text("id") : "line " + event.yaml().place().line();
    EventId id =
        EventId.of(UUID.nameUUIDFromBytes((label + part).getBytes(StandardCharsets.UTF_8)));
    idsByLabel.put(label, id);
    String kind = event.has("version") ? event.text("version") : "notify";
    String where = event.has("region") ? event.yaml().quoted("region") : region;
    long revision =
        event.has("revision")
            ? event.yaml().wholeNumber("revision", 0, 1_000)
            : kind.equals("notify") ? 0 : 1;
    events.add(
        new HouseholdEvent(
            id,
            EventKind.valueOf(kind.toUpperCase(Locale.ROOT)),
            (int) revision,
            event.code("source", said.source()),
            event.has("household") ? event.text("household") : Scenario.HOUSEHOLD,
            said.who(),
            where,
            null,
            (int) on.toEpochDay(),
            reportedAt(event, on),
            said.body()));
  }

  private static long reportedAt(EventFields event, LocalDate on) {
    String text = event.has("reported") ? event.text("reported") : on.toString();
    String minute = text.length() == on.toString().length() ? text + NOON : text;
    return LocalDateTime.parse(minute, MINUTE).atZone(ZONE).toInstant().toEpochMilli();
  }
}
