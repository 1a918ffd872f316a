package io.hearthwatch.io.policy;

import io.hearthwatch.domain.household.EventBody;
import io.hearthwatch.domain.household.EventId;
import io.hearthwatch.domain.household.EventKind;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.Month;
import io.hearthwatch.domain.household.body.AccidentHappened;
import io.hearthwatch.domain.household.body.ApplicationMade;
import io.hearthwatch.domain.household.body.ClassEnded;
import io.hearthwatch.domain.household.body.ClassRecognised;
import io.hearthwatch.domain.household.body.DisabilityGraded;
import io.hearthwatch.domain.household.body.DisasterImpact;
import io.hearthwatch.domain.household.body.ExpenseIncurred;
import io.hearthwatch.domain.household.body.GrantApproved;
import io.hearthwatch.domain.household.body.HouseholdMoved;
import io.hearthwatch.domain.household.body.HouseholdRegistered;
import io.hearthwatch.domain.household.body.IncomeReceived;
import io.hearthwatch.domain.household.body.MemberDied;
import io.hearthwatch.domain.household.body.MemberJoined;
import io.hearthwatch.domain.household.body.MemberLeft;
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

  void read(YamlFields event) {
    int before = problems.found().size();
    if (event.has("each-month")) {
      readEachMonth(event);
    } else if (event.has("joins")) {
      LocalDate on = event.day("on");
      for (String person : event.codes("joins")) {
        add(event, on, person, new MemberJoined("registered", null, null), "civil-affairs", person);
      }
    } else {
      readOne(event, before);
    }
    event.refuseUnknown();
  }

  /** {each-month: 2022-03..2023-02, income: 1000}: paid on the last day of each month. */
  private void readEachMonth(YamlFields event) {
    String[] ends = event.text("each-month").split("\\.\\.", 2);
    Long fen = fen(event, "income");
    String kind = event.has("income-kind") ? event.code("income-kind") : "wage";
    String who = event.optionalText("who");
    if (fen == null || ends.length != 2) {
      problems.add(event.place(), "each-month goes with income: 2022-03..2023-02");
      return;
    }
    for (Month month = month(ends[0]); month.compareTo(month(ends[1])) <= 0; ) {
      add(
          event,
          month.lastDay(),
          who,
          new IncomeReceived(month, kind, fen),
          "human-resources",
          month.toString());
      month = month.plus(1);
    }
  }

  private void readOne(YamlFields event, int problemsBefore) {
    LocalDate on = event.day("on");
    String who = null;
    EventBody body = null;
    String source = "civil-affairs";
    try {
      if (event.has("registered")) {
        body = new HouseholdRegistered(event.code("registered"));
      } else if (event.has("moved")) {
        body = new HouseholdMoved(null, event.code("moved"));
      } else if (event.has("leaves")) {
        who = event.text("leaves");
        body = new MemberLeft(event.has("reason") ? event.code("reason") : "moved-out");
      } else if (event.has("dies")) {
        who = event.text("dies");
        body = new MemberDied("illness");
      } else if (event.has("class")) {
        LocalDate through = event.has("through") ? event.day("through") : null;
        Integer throughDay = through == null ? null : (int) through.toEpochDay();
        body = new ClassRecognised(event.code("class"), null, throughDay);
      } else if (event.has("class-ends")) {
        body = new ClassEnded(event.code("class-ends"), "income");
      } else if (event.has("applies")) {
        body = new ApplicationMade(event.code("applies"));
      } else if (event.has("grant")) {
        body =
            new GrantApproved(
                event.code("grant"), "other", Month.of(on), fen(event, "amount"), null, null);
      } else if (event.has("income")) {
        who = event.optionalText("who");
        source = "human-resources";
        Month month = event.has("month") ? month(event.text("month")) : Month.of(on);
        body =
            new IncomeReceived(
                month,
                event.has("income-kind") ? event.code("income-kind") : "wage",
                fen(event, "income"));
      } else if (event.has("bill")) {
        who = event.optionalText("who");
        source = "medical-insurance";
        body = expense("medical", event, "bill");
      } else if (event.has("expense")) {
        who = event.optionalText("who");
        source = "finance";
        body = expense(event.code("for"), event, "expense");
      } else if (event.has("disability")) {
        who = event.text("who");
        source = "disabled-federation";
        body = new DisabilityGraded(event.code("disability"), event.wholeNumber("grade", 0, 4));
      } else if (event.has("accident")) {
        who = event.optionalText("who");
        source = "public-security";
        body =
            new AccidentHappened(
                event.code("accident"), flag(event, "hospital"), count(event, "deaths"));
      } else if (event.has("disaster")) {
        source = "emergency";
        body =
            new DisasterImpact(
                "disaster-1",
                event.code("disaster"),
                event.code("damage"),
                true,
                count(event, "casualties"),
                count(event, "injured"),
                0);
      } else {
        problems.add(event.place(), "this event says nothing that is known");
      }
    } catch (IllegalArgumentException | NullPointerException e) {
      if (problems.found().size() == problemsBefore) {
        problems.add(event.place(), "is no event: " + e.getMessage());
      }
      return;
    }
    if (body != null) {
      add(event, on, who, body, source, "");
    }
  }

  private EventBody expense(String category, YamlFields event, String key) {
    long covered = event.has("covered") ? fen(event, "covered") : 0;
    return new ExpenseIncurred(category, fen(event, key), covered, 0, 0, 0, 0, 0);
  }

  private void add(
      YamlFields event,
      LocalDate on,
      String who,
      EventBody body,
      String defaultSource,
      String part) {
    String label = event.has("id") ? event.text("id") : "line " + event.place().line();
    EventId id =
        EventId.of(UUID.nameUUIDFromBytes((label + part).getBytes(StandardCharsets.UTF_8)));
    idsByLabel.put(label, id);
    String kind = event.has("version") ? event.text("version") : "notify";
    String source = event.has("source") ? event.code("source") : defaultSource;
    String where = event.has("region") ? event.quoted("region") : region;
    long revision =
        event.has("revision")
            ? event.wholeNumber("revision", 0, 1_000)
            : kind.equals("notify") ? 0 : 1;
    events.add(
        new HouseholdEvent(
            id,
            EventKind.valueOf(kind.toUpperCase(Locale.ROOT)),
            (int) revision,
            source,
            Scenario.HOUSEHOLD,
            who,
            where,
            null,
            (int) on.toEpochDay(),
            reportedAt(event, on),
            body));
  }

  private static long reportedAt(YamlFields event, LocalDate on) {
    String text = event.has("reported") ? event.text("reported") : on.toString();
    String minute = text.length() == on.toString().length() ? text + NOON : text;
    return LocalDateTime.parse(minute, MINUTE).atZone(ZONE).toInstant().toEpochMilli();
  }

  private Long fen(YamlFields event, String key) {
    String text = event.text(key);
    return text == null ? null : Amounts.fen(event.place(key), text, problems);
  }

  private static long count(YamlFields event, String key) {
    return event.has(key) ? event.wholeNumber(key, 0, 1_000) : 0;
  }

  private static boolean flag(YamlFields event, String key) {
    return event.has(key) && event.text(key).equals("true");
  }

  private static Month month(String text) {
    return Month.ofNumber(Long.parseLong(text.strip().replace("-", "")));
  }
}
