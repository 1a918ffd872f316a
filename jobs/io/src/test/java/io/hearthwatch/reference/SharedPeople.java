package io.hearthwatch.reference;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A few people of whom several households speak: they join and leave, are granted and paid, here
 * and there, with corrections and voids. The same for the same seed.
 */
final class SharedPeople {

  static final List<String> HOUSEHOLDS = List.of("A", "B", "C");

  private static final List<String> REGIONS = List.of("110101", "360733", "450902");
  private static final List<String> PEOPLE = List.of("anna", "ben", "chen");
  private static final List<String> AID = List.of("GRANT_APPROVED", "PAYMENT_MADE");
  private static final String OFFICE = "civil-affairs";
  private static final LocalDate LAST = LocalDate.of(2023, 12, 31);
  private static final int EVENTS = 40;

  private final Chance chance;

  SharedPeople(long seed) {
    chance = new Chance(seed);
  }

  /** Month ends to ask about, and a few other days. */
  List<LocalDate> dates() {
    List<LocalDate> dates = new ArrayList<>();
    for (int month = 3; month <= 12; month += 3) {
      dates.add(YearMonth.of(2023, month).atEndOfMonth());
    }
    dates.add(LAST.minusDays(chance.between(1, 60)));
    return dates.stream().distinct().toList();
  }

  List<RawEvent> events() {
    List<RawEvent> events = new ArrayList<>();
    for (String household : HOUSEHOLDS) {
      LocalDate day = LocalDate.of(2015, 1, 1);
      Map<String, Object> body = Bodies.of("residence", "urban");
      tell(events, household, null, "HOUSEHOLD_REGISTERED", day, body);
    }
    for (int i = 0; i < EVENTS; i++) {
      String household = chance.pick(HOUSEHOLDS);
      String person = chance.percent(15) ? null : chance.pick(PEOPLE);
      LocalDate day = LAST.minusDays(chance.between(0, 700));
      switch (chance.below(10)) {
        case 0, 1 ->
            tell(
                events,
                household,
                chance.pick(PEOPLE),
                "MEMBER_JOINED",
                day,
                Bodies.of("reason", "marriage", "role", null, "birthDate", null));
        case 2 ->
            tell(
                events,
                household,
                chance.pick(PEOPLE),
                "MEMBER_LEFT",
                day,
                Bodies.of("reason", "moved"));
        case 3, 4, 5, 6 ->
            tell(
                events,
                household,
                person,
                "GRANT_APPROVED",
                day,
                Bodies.of(
                    "programme",
                    programme(),
                    "cause",
                    chance.pick("illness", "illness", "disaster"),
                    "month",
                    YearMonth.from(day),
                    "amountFen",
                    chance.between(0L, 90_000L),
                    "disasterId",
                    null,
                    "policy",
                    null));
        default ->
            tell(
                events,
                household,
                person,
                "PAYMENT_MADE",
                day,
                Bodies.of(
                    "programme",
                    programme(),
                    "grantId",
                    null,
                    "month",
                    YearMonth.from(day).minusMonths(chance.between(0, 2)),
                    "amountFen",
                    chance.between(0L, 50_000L)));
      }
    }
    return events;
  }

  private String programme() {
    return chance.pick(
        "dibao", "dibao", "tekun", "orphan", "temporary-relief", "temporary-relief", "charity");
  }

  /** One to three versions; the last may take it back, or say that a grant was an application. */
  private void tell(
      List<RawEvent> events,
      String household,
      String person,
      String type,
      LocalDate day,
      Map<String, Object> body) {
    var id = chance.uuid();
    String source = AID.contains(type) ? chance.pick(OFFICE, OFFICE, "charity") : OFFICE;
    int versions = chance.pick(1, 1, 1, 2, 3);
    for (int revision = 0; revision < versions; revision++) {
      String kind = revision == 0 ? "NOTIFY" : chance.percent(40) ? "VOID" : "CORRECT";
      boolean otherwise = revision > 0 && type.equals("GRANT_APPROVED") && chance.percent(20);
      LocalDate on = revision == 0 ? day : day.minusDays(chance.between(0, 3));
      Instant reported =
          LAST.plusDays(chance.between(1, 20)).atStartOfDay().toInstant(ZoneOffset.UTC);
      events.add(
          new RawEvent(
              id,
              kind,
              revision,
              source,
              household,
              person,
              REGIONS.get(HOUSEHOLDS.indexOf(household)),
              null,
              on,
              reported,
              otherwise ? "APPLICATION_MADE" : type,
              otherwise ? Bodies.of("programme", body.get("programme")) : body));
    }
  }
}
