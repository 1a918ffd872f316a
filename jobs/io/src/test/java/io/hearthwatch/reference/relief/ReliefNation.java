package io.hearthwatch.reference.relief;

import io.hearthwatch.reference.Chance;
import io.hearthwatch.reference.RawEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A small nation in which everything goes wrong with relief: people who belong to two households
 * and are helped in several regions, versions that say another amount, month, region, programme,
 * disaster or even another kind of thing, voids, repetitions, and reports years late.
 */
public final class ReliefNation {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LocalDate FIRST = LocalDate.of(2021, 10, 1);
  private static final LocalDate LAST = LocalDate.of(2023, 4, 30);
  private static final List<String> REGIONS =
      List.of("360823101", "360823102", "360823", "360825007", "3608", "41", "410102001", "4103");
  private static final List<String> PROGRAMMES =
      List.of("dibao", "disaster-emergency", "medical-aid");
  private static final List<String> CAUSES = List.of("illness", "disaster");
  private static final List<String> CLASSES = List.of("dibao", "tekun");
  private static final List<String> DISASTERS = List.of("flood-1", "quake-2");

  private final Chance chance;
  private final List<RawEvent> told = new ArrayList<>();
  private final Map<String, List<UUID>> grants = new HashMap<>();

  private ReliefNation(long seed) {
    chance = new Chance(seed);
  }

  /** All versions, in the order in which facts came up. */
  public static List<RawEvent> of(long seed) {
    ReliefNation nation = new ReliefNation(seed);
    for (int facts = nation.chance.between(10, 60); facts > 0; facts--) {
      nation.fact();
    }
    return nation.told;
  }

  private void fact() {
    UUID id = chance.uuid();
    String household = "h" + chance.below(4);
    String person = chance.percent(25) ? null : "p" + chance.below(5);
    String type = type();
    LocalDate day = chance.within(FIRST, LAST);
    if (type.equals("GRANT_APPROVED")) {
      grants.computeIfAbsent(household, any -> new ArrayList<>()).add(id);
    }
    RawEvent right = version(id, household, person, type, day, "NOTIFY", 0);
    told.add(right);
    for (int more = chance.pick(0, 0, 0, 1, 1, 2, 3); more > 0; more--) {
      told.add(another(right));
    }
    if (chance.percent(20)) {
      told.add(again(chance.pick(told)));
    }
  }

  private String type() {
    int percent = chance.below(100);
    return percent < 45
        ? "GRANT_APPROVED"
        : percent < 65
            ? "PAYMENT_MADE"
            : percent < 80
                ? "CLASS_RECOGNISED"
                : percent < 88 ? "CLASS_ENDED" : "DISASTER_REPORTED";
  }

  /** Another version: a void, the same with another content, or another kind of thing. */
  private RawEvent another(RawEvent right) {
    String kind = chance.percent(25) ? "VOID" : "CORRECT";
    String type = chance.percent(10) ? type() : right.type();
    LocalDate day = chance.percent(25) ? chance.within(FIRST, LAST) : right.occurredOn();
    RawEvent other =
        version(
            right.eventId(),
            right.householdId(),
            right.personId(),
            type,
            day,
            kind,
            chance.below(4));
    return chance.percent(40) ? saying(other, right) : other;
  }

  /** The version with the content of another one: only its revision and kind differ. */
  private RawEvent saying(RawEvent version, RawEvent content) {
    return new RawEvent(
        version.eventId(),
        version.kind(),
        version.revision(),
        version.source(),
        version.householdId(),
        version.personId(),
        content.registeredRegion(),
        content.helpingRegion(),
        content.occurredOn(),
        version.reportedAt(),
        content.type(),
        content.body());
  }

  private RawEvent again(RawEvent event) {
    return new RawEvent(
        event.eventId(),
        event.kind(),
        event.revision(),
        event.source(),
        event.householdId(),
        event.personId(),
        event.registeredRegion(),
        event.helpingRegion(),
        event.occurredOn(),
        chance.percent(50) ? event.reportedAt() : reportedAt(event.occurredOn()),
        event.type(),
        event.body());
  }

  private RawEvent version(
      UUID id,
      String household,
      String person,
      String type,
      LocalDate day,
      String kind,
      int revision) {
    return new RawEvent(
        id,
        kind,
        revision,
        "civil-affairs",
        household,
        person,
        chance.pick(REGIONS),
        chance.percent(70) ? null : chance.pick(REGIONS),
        day,
        reportedAt(day),
        type,
        body(type, household, day));
  }

  private Instant reportedAt(LocalDate day) {
    int days = chance.percent(75) ? chance.below(20) : chance.below(900);
    return day.plusDays(days).atStartOfDay(ZONE).plusSeconds(chance.below(86_400)).toInstant();
  }

  private Map<String, Object> body(String type, String household, LocalDate day) {
    Map<String, Object> body = new LinkedHashMap<>();
    switch (type) {
      case "GRANT_APPROVED" -> {
        body.put("programme", chance.pick(PROGRAMMES));
        body.put("cause", chance.pick(CAUSES));
        body.put("month", YearMonth.from(day).plusMonths(chance.pick(0, 0, 0, 1, -1, -3)));
        body.put("amountFen", chance.between(1L, 90_000L));
        body.put("disasterId", chance.percent(60) ? null : chance.pick(DISASTERS));
        body.put("policy", null);
      }
      case "PAYMENT_MADE" -> {
        body.put("programme", chance.pick(PROGRAMMES));
        body.put("grantId", grantId(household));
        body.put("month", YearMonth.from(day));
        body.put("amountFen", chance.between(1L, 90_000L));
      }
      case "CLASS_RECOGNISED" -> {
        body.put("householdClass", chance.pick(CLASSES));
        body.put("variant", null);
        body.put("validThrough", chance.percent(50) ? null : day.plusDays(chance.below(400)));
      }
      case "CLASS_ENDED" -> {
        body.put("householdClass", chance.pick(CLASSES));
        body.put("reason", "income");
      }
      default -> {
        body.put("disasterId", chance.pick(DISASTERS));
        body.put("disasterType", "flood");
        for (String field :
            List.of("peopleAffected", "peopleRelocated", "peopleTakenIn", "homesCollapsed")) {
          body.put(field, chance.between(0L, 5_000L));
        }
        for (String field : List.of("homesDamaged", "fundsFen", "lossFen")) {
          body.put(field, chance.between(0L, 5_000L));
        }
      }
    }
    return body;
  }

  /** Mostly a grant of the household; else of another one, unknown, or none. */
  private String grantId(String household) {
    List<UUID> own = grants.getOrDefault(chance.percent(90) ? household : "h0", List.of());
    return switch (chance.below(8)) {
      case 0 -> null;
      case 1 -> "unknown";
      default -> own.isEmpty() ? null : chance.pick(own).toString();
    };
  }
}
