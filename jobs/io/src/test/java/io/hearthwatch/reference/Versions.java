package io.hearthwatch.reference;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How departments tell facts: once, or corrected, taken back, repeated, in any confusion. */
final class Versions {

  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final String householdId;
  private final LocalDate first;
  private final LocalDate closing;
  private final Chance chance;
  private final List<RawEvent> told = new ArrayList<>();

  /**
   * Tells facts of a household.
   *
   * @param first earliest day of anything that is not standing
   * @param closing day by which all is told
   */
  Versions(String householdId, LocalDate first, LocalDate closing, Chance chance) {
    this.householdId = householdId;
    this.first = first;
    this.closing = closing;
    this.chance = chance;
  }

  List<RawEvent> told() {
    return told;
  }

  /** Tells a fact, mostly so that it survives. */
  void tell(Fact fact) {
    UUID id = fact.eventId() == null ? chance.uuid() : fact.eventId();
    int before = told.size();
    switch (chance.below(32)) {
      case 0, 1, 2, 3 -> { // corrected into what is true, with gaps
        int revision = chance.below(3);
        tell(id, "NOTIFY", revision, wrong(fact));
        tell(id, "CORRECT", revision + chance.between(1, 5), fact);
      }
      case 4 -> { // corrected several times
        for (int revision = chance.below(2); revision < 9; revision += chance.between(1, 4)) {
          tell(id, "CORRECT", revision, wrong(fact));
        }
        tell(id, "CORRECT", 9 + chance.below(3), fact);
      }
      case 5, 6 -> { // two or three contents of one revision
        int revision = chance.below(3);
        tell(id, "NOTIFY", revision, fact);
        for (int i = chance.between(1, 2); i > 0; i--) {
          tell(id, "CORRECT", revision, wrong(fact));
        }
      }
      case 7 -> { // taken back
        tell(id, "NOTIFY", 0, fact);
        tell(id, "VOID", chance.between(1, 3), fact);
      }
      case 8 -> { // taken back and corrected at the same revision
        tell(id, "NOTIFY", 0, wrong(fact));
        tell(id, "VOID", 2, wrong(fact));
        tell(id, "CORRECT", 2, fact);
      }
      case 9 -> { // taken back too early: what is told after that stands
        tell(id, "VOID", 1, wrong(fact));
        tell(id, "NOTIFY", 0, wrong(fact));
        tell(id, "CORRECT", chance.between(2, 4), fact);
      }
      case 10 -> tell(id, "CORRECT", chance.between(1, 7), fact); // never notified
      case 11 -> { // something unknown taken back
        tell(id, "NOTIFY", chance.below(2), fact);
        tell(chance.uuid(), "VOID", chance.below(3), wrong(fact));
      }
      default -> tell(id, "NOTIFY", chance.percent(90) ? 0 : chance.below(4), fact);
    }
    if (chance.percent(12)) { // said again: exactly, or at another time
      RawEvent again = told.get(chance.between(before, told.size() - 1));
      told.add(chance.percent(50) ? again : reportedAgain(again));
    }
  }

  private RawEvent reportedAgain(RawEvent event) {
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
        reportedAt(event.occurredOn()),
        event.type(),
        event.body());
  }

  private void tell(UUID id, String kind, int revision, Fact fact) {
    told.add(
        new RawEvent(
            id,
            kind,
            revision,
            fact.source(),
            householdId,
            fact.personId(),
            fact.region(),
            fact.helpingRegion(),
            fact.day(),
            reportedAt(fact.day()),
            fact.type(),
            fact.body()));
  }

  /** After it happened, and within retention of the end, whatever the order of versions. */
  private Instant reportedAt(LocalDate day) {
    LocalDate from = day.isBefore(first) ? first : day;
    LocalDate on =
        chance.percent(60)
            ? chance.within(from, earlier(from.plusDays(20), closing))
            : chance.within(from, closing);
    return on.atStartOfDay(ZONE).plusSeconds(chance.below(86_400)).toInstant();
  }

  /** The same, told wrongly: another day, region, amount, code, or even another kind of thing. */
  private Fact wrong(Fact fact) {
    return switch (chance.below(6)) {
      case 0 -> fact.on(keep(fact.type(), fact.day().plusDays(chance.between(-40, 40))));
      case 1 -> fact.in(chance.pick(Nation.REGIONS));
      case 2 -> {
        List<String> types =
            Bodies.STANDING.contains(fact.type()) ? Bodies.STANDING : Bodies.HAPPENINGS;
        String type = chance.pick(types);
        yield fact.as(type, Bodies.any(type, fact.day(), chance));
      }
      default -> fact.saying(wrong(fact.type(), fact.body(), fact.day()));
    };
  }

  private Map<String, Object> wrong(String type, Map<String, Object> body, LocalDate day) {
    if (type.equals("EXPENSE_INCURRED")) {
      return Bodies.bill((String) body.get("category"), chance.between(0L, 900_000L), chance);
    }
    if (type.equals("INCOME_RECEIVED")) {
      Map<String, Object> other = new LinkedHashMap<>(body);
      other.put("amountFen", chance.between(0L, 900_000L));
      return other;
    }
    return Bodies.any(type, day, chance);
  }

  private LocalDate keep(String type, LocalDate day) {
    return Bodies.STANDING.contains(type)
        ? earlier(day, closing)
        : earlier(day.isBefore(first) ? first : day, closing);
  }

  static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
