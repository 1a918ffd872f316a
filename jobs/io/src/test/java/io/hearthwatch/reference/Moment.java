package io.hearthwatch.reference;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** A household as of one of the dates that will be asked, with what fates aim by. */
final class Moment {

  final Sketch home;
  final Chance chance;
  final LocalDate at;
  private final Aims aims;
  private final List<SourceSaid> completeness;

  Moment(Sketch home, Aims aims, List<SourceSaid> completeness) {
    this.home = home;
    this.chance = home.chance;
    this.aims = aims;
    this.completeness = completeness;
    this.at = chance.pick(home.asked);
  }

  long number(String parameter) {
    return aims.number(parameter, home.region, at);
  }

  /** The dibao line a month. */
  long lineFen() {
    return aims.lineFen("dibao-line", home.residence, home.region, at);
  }

  /** A line a year, as it is given. */
  long yearlyLineFen(String line) {
    return 12 * aims.lineFen(line, home.residence, home.region, at);
  }

  /** A member, or more often nobody in particular. */
  String member() {
    return chance.percent(60) ? null : home.somebody();
  }

  YearMonth closed() {
    return Sketch.closed(at);
  }

  /**
   * A day from which a wait of so many days ends on the date, or on the last day through which all
   * the sources are complete, or a day beside.
   */
  LocalDate before(long days, String... sources) {
    LocalDate due = chance.percent(50) ? at : completeThrough(sources);
    return due.minusDays(days).plusDays(chance.pick(-1, 0, 0, 1));
  }

  /** The last day through which all are complete for the region; the date if one never said. */
  LocalDate completeThrough(String... sources) {
    return Stream.of(sources)
        .map(this::lastWord)
        .map(said -> Objects.requireNonNullElse(said, at))
        .min(Comparator.naturalOrder())
        .orElse(at);
  }

  private LocalDate lastWord(String source) {
    Map<String, LocalDate> lastWords = new HashMap<>();
    completeness.stream()
        .filter(said -> said.source().equals(source))
        .filter(said -> home.region.startsWith(said.regionPrefix()))
        .forEach(said -> lastWords.put(said.regionPrefix(), said.completeThrough()));
    return lastWords.values().stream().max(Comparator.naturalOrder()).orElse(null);
  }

  void recognise(String householdClass, String variant, LocalDate day, LocalDate validThrough) {
    home.add(
        "CLASS_RECOGNISED",
        "civil-affairs",
        null,
        day,
        Bodies.of(
            "householdClass", householdClass, "variant", variant, "validThrough", validThrough));
  }

  void endClass(String householdClass, LocalDate day) {
    home.add(
        "CLASS_ENDED",
        "civil-affairs",
        null,
        day,
        Bodies.of("householdClass", householdClass, "reason", "income"));
  }

  /** Puts the household into one of the classes for long, unless chance says otherwise. */
  void perhapsIn(String... classes) {
    if (chance.percent(75)) {
      recognise(chance.pick(classes), null, at.minusDays(chance.between(30, 2_000)), null);
    }
  }

  /** Aid as a grant or a payment, of a programme or (seldom) of another. */
  void aid(String programme, String person, LocalDate day) {
    String given = chance.percent(85) ? programme : "medical-aid";
    if (chance.percent(50)) {
      home.add(
          "GRANT_APPROVED",
          "civil-affairs",
          person,
          day,
          Bodies.grant(given, YearMonth.from(day), 100_000L));
    } else {
      pay(given, null, person, YearMonth.from(day), 50_000L, day);
    }
  }

  void pay(
      String programme, String grantId, String person, YearMonth month, long fen, LocalDate day) {
    home.add(
        "PAYMENT_MADE",
        "civil-affairs",
        person,
        day,
        Bodies.of("programme", programme, "grantId", grantId, "month", month, "amountFen", fen));
  }

  /** Brings income per head in the latest closed month near a percentage of the line. */
  void settlePerHead(long percent) {
    settleMonth(0, chance.near(lineFen() * home.heads() * percent / 100));
  }

  /** Brings income of a closed month, so many back from the latest, to an amount. */
  void settleMonth(int back, long fen) {
    home.settleIncome(closed().minusMonths(back), 1, at, fen);
  }
}
