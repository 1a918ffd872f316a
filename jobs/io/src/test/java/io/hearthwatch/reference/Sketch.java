package io.hearthwatch.reference;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A household while the generator draws it: its facts, and sums over them to aim by. */
final class Sketch {

  /** Earliest day of anything that is not standing, and the day by which all has happened. */
  record Times(LocalDate first, LocalDate closing) {}

  final String id;
  final Chance chance;
  final Times times;
  final List<Fact> facts = new ArrayList<>();
  final List<String> people = new ArrayList<>();
  final List<LocalDate> asked;
  String region;
  String residence;

  Sketch(String id, String region, Times times, List<LocalDate> asked, Chance chance) {
    this.id = id;
    this.region = region;
    this.residence = chance.pick("urban", "rural");
    this.times = times;
    this.asked = asked;
    this.chance = chance;
  }

  void add(String type, String source, String person, LocalDate day, Map<String, Object> body) {
    add(null, type, source, person, day, body);
  }

  /** With an id that something else cites. */
  void add(
      UUID eventId,
      String type,
      String source,
      String person,
      LocalDate day,
      Map<String, Object> body) {
    String helping = chance.percent(10) ? chance.pick(Nation.REGIONS) : null;
    String said = chance.percent(95) ? region : chance.pick(Nation.REGIONS);
    facts.add(new Fact(eventId, type, source, person, said, helping, keep(type, day), body));
  }

  /** Standing facts may be decades old; nothing lies after the closing day. */
  private LocalDate keep(String type, LocalDate day) {
    LocalDate least = Bodies.STANDING.contains(type) ? LocalDate.of(1935, 1, 1) : times.first;
    LocalDate kept = day.isBefore(least) ? least : day;
    return Versions.earlier(kept, times.closing);
  }

  void bill(String category, long netFen, String person, LocalDate day) {
    add(
        "EXPENSE_INCURRED",
        category.equals("education") ? "education" : "medical-insurance",
        person,
        day,
        Bodies.bill(category, netFen, chance));
  }

  void income(YearMonth month, long fen, String person, LocalDate day) {
    String kind = chance.pick("wage", "business", "pension", "transfer");
    add("INCOME_RECEIVED", "human-resources", person, day, Bodies.income(month, kind, fen));
  }

  /** Sometimes nobody, sometimes a stranger, mostly one of the household. */
  String anybody() {
    if (people.isEmpty()) {
      return chance.percent(50) ? null : id + "-stranger";
    }
    return switch (chance.below(10)) {
      case 0, 1 -> null;
      case 2 -> id + "-stranger";
      default -> chance.pick(people);
    };
  }

  String somebody() {
    return people.isEmpty() ? id + "-p0" : chance.pick(people);
  }

  /** What a person's school or work, a home or an insurance is now. */
  void state(String type, String source, String person, LocalDate day, Object... fields) {
    add(type, source, person, day, Bodies.of(fields));
  }

  long heads() {
    return Math.max(1, people.size());
  }

  /** What was spent in a window, as if everybody counted. */
  long spentFen(List<String> categories, String person, LocalDate first, LocalDate last) {
    return facts.stream()
        .filter(fact -> fact.type().equals("EXPENSE_INCURRED"))
        .filter(fact -> categories.contains((String) fact.body().get("category")))
        .filter(fact -> person == null || person.equals(fact.personId()))
        .filter(fact -> !fact.day().isBefore(first) && !fact.day().isAfter(last))
        .mapToLong(fact -> Bodies.netFen(fact.body()))
        .sum();
  }

  /** What was earned in some months, as if everybody counted. */
  long earnedFen(String person, YearMonth last, int months, LocalDate asOf) {
    return facts.stream()
        .filter(fact -> isIncome(fact, last, months))
        .filter(fact -> person == null || person.equals(fact.personId()))
        .filter(fact -> !fact.day().isAfter(asOf))
        .mapToLong(fact -> (Long) fact.body().get("amountFen"))
        .sum();
  }

  /** Brings what was earned in a month to an amount, where it is less; else cuts one line. */
  void settleIncome(YearMonth last, int months, LocalDate asOf, long fen) {
    long earned = earnedFen(null, last, months, asOf);
    if (earned < fen) {
      income(last, fen - earned, chance.percent(50) ? null : somebody(), asOf);
      return;
    }
    long over = earned - fen;
    for (int i = 0; i < facts.size() && over > 0; i++) {
      Fact fact = facts.get(i);
      if (isIncome(fact, last, months) && !fact.day().isAfter(asOf)) {
        long amount = (Long) fact.body().get("amountFen");
        long cut = Math.min(amount, over);
        Map<String, Object> body = new LinkedHashMap<>(fact.body());
        body.put("amountFen", amount - cut);
        facts.set(i, fact.saying(body));
        over -= cut;
      }
    }
  }

  private static boolean isIncome(Fact fact, YearMonth last, int months) {
    if (!fact.type().equals("INCOME_RECEIVED")
        || List.of("dibao", "relief").contains((String) fact.body().get("kind"))) {
      return false;
    }
    YearMonth month = (YearMonth) fact.body().get("monthEarned");
    return !month.isAfter(last) && month.isAfter(last.minusMonths(months));
  }

  /** The latest month that is closed on a day. */
  static YearMonth closed(LocalDate day) {
    return YearMonth.from(day).minusMonths(day.getDayOfMonth() < 15 ? 2 : 1);
  }
}
