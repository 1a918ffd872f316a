package io.hearthwatch.reference;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * The ordinary life of a household: who lives there, since when, and what comes in and goes out.
 */
final class Life {

  private final Sketch home;
  private final Chance chance;
  private final Aims aims;

  Life(Sketch home, Aims aims) {
    this.home = home;
    this.chance = home.chance;
    this.aims = aims;
  }

  void draw() {
    register();
    people();
    home.people.forEach(this::insuranceAndSchool);
    classes();
    income();
    bills();
    noise();
  }

  /** Most are registered for long, some late, some never: then they stay provisional. */
  private void register() {
    int when = chance.below(100);
    if (when < 14) {
      return;
    }
    LocalDate day = when < 24 ? chance.pick(home.asked).minusDays(chance.below(3)) : longAgo();
    home.facts.add(
        new Fact(
            null,
            "HOUSEHOLD_REGISTERED",
            "civil-affairs",
            null,
            home.region,
            null,
            day,
            Bodies.of("residence", home.residence)));
    if (chance.percent(18)) {
      home.region = chance.pick(Nation.REGIONS);
      home.residence = chance.pick("urban", "rural");
      LocalDate moved =
          chance.percent(20) ? day : chance.pick(home.asked).plusDays(chance.between(-2, 1));
      home.facts.add(
          new Fact(
              null,
              "HOUSEHOLD_MOVED",
              "civil-affairs",
              null,
              home.region,
              null,
              Versions.earlier(moved, home.times.closing()),
              Bodies.of("fromRegion", null, "residence", home.residence)));
    }
  }

  private void people() {
    int count = chance.between(1, 5);
    boolean unknown = chance.percent(12);
    for (int i = 0; i < count; i++) {
      String person = home.id + "-p" + i;
      home.people.add(person);
      if (!unknown) {
        LocalDate born = chance.percent(92) ? new Births(home).day() : null;
        LocalDate joined = notBefore(born, chance.percent(80) ? longAgo() : aroundMonthEnd());
        join(person, joined, born);
        if (chance.percent(22)) {
          LocalDate gone = chance.percent(10) ? joined : aroundMonthEnd();
          boolean died = chance.percent(40);
          home.add(
              died ? "MEMBER_DIED" : "MEMBER_LEFT",
              "public-security",
              person,
              gone,
              died ? Bodies.of("cause", "age") : Bodies.of("reason", "moved"));
          if (!died && chance.percent(40)) {
            LocalDate said = chance.percent(60) ? born : new Births(home).day();
            join(person, gone.plusDays(chance.pick(0, 1, 30, 200)), said);
          }
        }
      }
    }
    if (chance.percent(4)) {
      join(null, longAgo(), null);
    }
  }

  private static LocalDate notBefore(LocalDate born, LocalDate day) {
    return born == null || day.isAfter(born) ? day : born.plusDays(1);
  }

  private void join(String person, LocalDate day, LocalDate born) {
    home.add(
        "MEMBER_JOINED",
        "public-security",
        person,
        day,
        Bodies.of("reason", "registration", "role", null, "birthDate", born));
  }

  /** Most are insured for long, and every other one goes to school, whatever their age. */
  private void insuranceAndSchool(String person) {
    if (chance.percent(70)) {
      home.state(
          "INSURANCE_CHANGED",
          "medical-insurance",
          person,
          longAgo(),
          "scheme",
          "basic-medical",
          "insured",
          true,
          "validThrough",
          chance.percent(20) ? aroundMonthEnd() : null);
    }
    if (chance.percent(50)) {
      String stage = chance.pick("primary", "junior", "senior");
      home.state(
          "SCHOOL_STATUS_CHANGED",
          "education",
          person,
          longAgo(),
          "stage",
          stage,
          "status",
          chance.percent(90) ? "enrolled" : "graduated");
    }
  }

  private void classes() {
    if (chance.percent(40)) {
      for (int i = chance.between(1, 2); i > 0; i--) {
        LocalDate day = chance.percent(60) ? longAgo() : aroundMonthEnd();
        LocalDate through = chance.percent(40) ? aroundMonthEnd() : null;
        home.add(
            "CLASS_RECOGNISED",
            "civil-affairs",
            null,
            day,
            Bodies.of(
                "householdClass",
                chance.pick("dibao", "tekun", "marginal", "rigid", "monitored", "local-class"),
                "variant",
                null,
                "validThrough",
                through));
      }
    }
  }

  /** A level against the line, with gaps, paid in its month, the next, or much later. */
  private void income() {
    LocalDate middle = home.asked.get(home.asked.size() / 2);
    long line = aims.lineFen("dibao-line", home.residence, home.region, middle);
    long level =
        line * home.people.size() * chance.pick(0, 60, 90, 100, 130, 150, 190, 200, 400) / 100;
    int gaps = chance.pick(0, 0, 5, 30);
    List<String> earners = home.people.subList(0, Math.min(2, home.people.size()));
    YearMonth last = YearMonth.from(home.times.closing());
    for (YearMonth month = last.minusMonths(29);
        !month.isAfter(last);
        month = month.plusMonths(1)) {
      if (chance.percent(gaps)) {
        continue;
      }
      long fen = chance.percent(70) ? level : chance.near(level);
      if (chance.percent(5)) {
        home.income(month, fen, chance.percent(50) ? null : home.id + "-stranger", paid(month));
      } else if (earners.size() == 2 && chance.percent(50)) {
        long part = chance.between(0L, fen);
        home.income(month, part, earners.get(0), paid(month));
        home.income(month, fen - part, earners.get(1), paid(month));
      } else {
        home.income(month, fen, chance.percent(30) ? null : earners.get(0), paid(month));
      }
    }
  }

  private LocalDate paid(YearMonth month) {
    return switch (chance.below(8)) {
      case 0 -> month.plusMonths(1).atDay(chance.between(13, 16));
      case 1 -> month.plusMonths(chance.between(2, 5)).atEndOfMonth();
      case 2 -> month.minusMonths(chance.between(1, 14)).atDay(1);
      default -> month.atDay(chance.between(1, month.lengthOfMonth()));
    };
  }

  private void bills() {
    int level = chance.pick(20_000, 60_000, 200_000);
    for (int bills = chance.between(0, 14); bills > 0; bills--) {
      String category =
          chance.pick(
              "medical", "medical", "education", "housing", "rehabilitation", "living", "loan");
      LocalDate day =
          chance.percent(80)
              ? chance.within(home.times.closing().minusMonths(26), home.times.closing())
              : chance.around(home.times.first(), home.times.closing());
      home.bill(category, chance.between(0L, level), home.anybody(), day);
    }
  }

  /** Something of everything that there is. */
  private void noise() {
    for (List<String> types : List.of(Bodies.STANDING, Bodies.HAPPENINGS)) {
      for (String type : types) {
        boolean decisive = type.startsWith("HOUSEHOLD_") || type.startsWith("MEMBER_");
        if (chance.percent(decisive ? 3 : 22)) {
          LocalDate day =
              chance.percent(25)
                  ? longAgo()
                  : chance.within(home.times.first(), home.times.closing());
          String person = type.startsWith("HOUSEHOLD_") ? null : home.anybody();
          home.add(type, "civil-affairs", person, day, Bodies.any(type, day, chance));
        }
      }
    }
  }

  private LocalDate longAgo() {
    return home.times.first().minusDays(chance.between(0, 9_000));
  }

  private LocalDate aroundMonthEnd() {
    LocalDate day = chance.pick(home.asked).plusDays(chance.between(-1, 1));
    return chance.percent(50) ? day : day.minusMonths(chance.below(12));
  }
}
