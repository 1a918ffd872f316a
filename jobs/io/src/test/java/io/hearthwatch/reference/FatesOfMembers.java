package io.hearthwatch.reference;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** What befalls a member: illness, insurance, disability, work, school, death and leaving. */
final class FatesOfMembers {

  private final Moment moment;
  private final Sketch home;
  private final Chance chance;
  private final LocalDate at;

  FatesOfMembers(Moment moment) {
    this.moment = moment;
    this.home = moment.home;
    this.chance = moment.chance;
    this.at = moment.at;
  }

  /** Draws one fate. */
  void befall() {
    switch (chance.below(11)) {
      case 0 -> diagnosis();
      case 1 -> insurance();
      case 2 -> severalDisabled();
      case 3, 4 -> disabilitySubsidy();
      case 5, 6 -> losesWork();
      case 7 -> schoolAid();
      case 8 -> leavesSchool();
      case 9 -> paidAfterDeath();
      default -> prisonOrArmy();
    }
  }

  private void diagnosis() {
    String person = home.somebody();
    String code = chance.pick("c34", "c50", "n18", "f20", "j45");
    LocalDate day = chance.around(at.minusDays(89), at);
    diagnose(person, code, day);
    if (chance.percent(25)) {
      diagnose(person, code, day.minusDays(chance.pick(0, 1, 100, 4_000)));
    }
    if (chance.percent(25)) {
      diagnose(person, chance.pick("i21", "i63", "e11"), chance.around(at.minusDays(89), at));
    }
  }

  private void diagnose(String person, String code, LocalDate day) {
    home.state("DIAGNOSIS_MADE", "medical-insurance", person, day, "diseaseCode", code);
  }

  /** Told or not; valid through the date or not; moved in so that the wait is just over. */
  private void insurance() {
    String person = home.somebody();
    moment.perhapsIn("dibao", "marginal", "rigid");
    if (chance.percent(60)) {
      insure(person, "basic-medical", chance.percent(75));
    }
    if (chance.percent(25)) {
      insure(person, chance.pick("basic-medical", "pension"), chance.percent(50));
    }
    if (chance.percent(40)) {
      join(person, moment.before(moment.number("insurance-days"), "medical-insurance"));
    }
  }

  private void insure(String person, String scheme, boolean insured) {
    home.state(
        "INSURANCE_CHANGED",
        "medical-insurance",
        person,
        at.minusDays(chance.pick(0, 1, 200, 200, 900)),
        "scheme",
        scheme,
        "insured",
        insured,
        "validThrough",
        chance.percent(70) ? at.plusDays(chance.pick(-1, -1, 0, 0, 1)) : null);
  }

  private void join(String person, LocalDate day) {
    home.state(
        "MEMBER_JOINED",
        "public-security",
        person,
        day,
        "reason",
        "registration",
        "role",
        null,
        "birthDate",
        chance.percent(70) ? null : day.minusDays(chance.between(1, 20_000)));
  }

  private void severalDisabled() {
    for (String person : home.people) {
      if (chance.percent(50)) {
        grade(person, "physical", chance.pick(0L, 1L, 2L, 4L), dayBeforeOrOn());
      }
      if (chance.percent(60)) {
        work(person, chance.pick("employed", "self-employed", "retired"), dayBeforeOrOn());
      }
    }
  }

  /** Long ago, or on the date or a day beside. */
  private LocalDate dayBeforeOrOn() {
    return chance.percent(70)
        ? at.minusDays(chance.between(400, 4_000))
        : at.plusDays(chance.between(-1, 1));
  }

  private void grade(String person, String kind, long grade, LocalDate day) {
    home.state(
        "DISABILITY_GRADED", "disabled-federation", person, day, "kind", kind, "grade", grade);
  }

  private void disabilitySubsidy() {
    String person = home.somebody();
    long wait = moment.number("disability-subsidy-days");
    LocalDate start = moment.before(wait, "disabled-federation", "civil-affairs");
    String kind = chance.pick("visual", "mental", "physical");
    boolean gradedLast = chance.percent(50);
    LocalDate graded = gradedLast ? start : start.minusDays(chance.below(900));
    if (chance.percent(40)) {
      grade(person, kind, chance.pick(0L, 3L, 4L, 4L), graded.minusDays(chance.pick(0, 1, 300)));
    }
    grade(person, kind, chance.pick(1L, 2L, 3L, 4L), graded);
    if (chance.percent(25)) {
      grade(person, chance.pick(kind, "hearing"), chance.pick(0L, 1L, 2L, 4L), graded.plusDays(2));
    }
    LocalDate recognised = gradedLast ? start.minusDays(chance.below(900)) : start;
    moment.recognise(
        chance.pick("dibao", "marginal", "marginal", "tekun", "rigid"), null, recognised, null);
    if (chance.percent(35)) {
      moment.aid(
          chance.pick("disability-hardship", "disability-nursing"),
          chance.pick(null, person, person, home.somebody()),
          chance.around(start, start.plusDays(wait)));
    }
  }

  private void losesWork() {
    String person = home.somebody();
    long wait = moment.number("job-search-days");
    LocalDate day =
        chance.percent(40)
            ? chance.around(at.minusMonths(12).plusDays(1), at)
            : moment.before(wait, "human-resources");
    work(
        person,
        chance.pick("employed", "self-employed", "retired"),
        day.minusDays(chance.pick(0, 1, 900)));
    work(person, chance.percent(85) ? "unemployed" : "retired", day);
    for (String other : home.people) {
      if (!other.equals(person) && chance.percent(60)) {
        work(other, chance.percent(80) ? "unemployed" : "employed", dayBeforeOrOn());
      }
    }
    if (chance.percent(15)) {
      work(person, "employed", day.plusDays(chance.between(20, 60)));
    }
  }

  private void work(String person, String status, LocalDate day) {
    home.state("EMPLOYMENT_CHANGED", "human-resources", person, day, "status", status);
  }

  private void schoolAid() {
    String person = home.somebody();
    moment.perhapsIn("dibao", "marginal", "monitored");
    LocalDate year = Births.schoolYear(at);
    LocalDate enrolled =
        chance.percent(50)
            ? moment.before(moment.number("school-aid-days"), "education")
            : year.minusDays(chance.between(0, 800));
    school(person, chance.pick("primary", "senior", "university"), "enrolled", enrolled);
    if (chance.percent(40)) {
      String whose = chance.pick(null, person, person, home.somebody());
      moment.aid("education-aid", whose, chance.around(year, year.plusDays(60)));
    }
  }

  /** Never enrolled, enrolled too late, left, or graduated; most children are of school age. */
  private void leavesSchool() {
    String person = home.somebody();
    if (chance.percent(30)) {
      join(person, moment.before(moment.number("enrolment-days"), "education"));
    }
    if (chance.percent(70)) {
      school(
          person,
          chance.pick("primary", "junior", "senior", "kindergarten"),
          chance.pick("enrolled", "left", "left", "graduated"),
          chance.percent(60) ? dayBeforeOrOn() : chance.around(at.minusDays(40), at));
    }
  }

  private void school(String person, String stage, String status, LocalDate day) {
    home.state("SCHOOL_STATUS_CHANGED", "education", person, day, "stage", stage, "status", status);
  }

  private void paidAfterDeath() {
    String person = home.somebody();
    LocalDate day = chance.around(at.minusMonths(24).plusDays(1), at);
    home.state("MEMBER_DIED", "public-security", person, day, "cause", "age");
    payAround(person, day);
    if (chance.percent(30)) { // perhaps the last: the household is paid all the same
      for (String other : home.people) {
        if (!other.equals(person) && chance.percent(80)) {
          home.state(
              "MEMBER_LEFT",
              "public-security",
              other,
              day.plusDays(chance.pick(0, 31)),
              "reason",
              "moved");
        }
      }
      payAround(null, day);
    }
  }

  private void prisonOrArmy() {
    String person = home.somebody();
    LocalDate day = chance.around(at.minusMonths(12).plusDays(1), at);
    home.state(
        "MEMBER_LEFT",
        "public-security",
        person,
        day,
        "reason",
        chance.pick("prison", "army", "army", "moved"));
    if (chance.percent(40)) {
      moment.recognise(chance.pick("dibao", "tekun", "marginal"), null, day.minusDays(500), null);
    }
    if (chance.percent(60)) {
      payAround(person, day);
    }
    if (chance.percent(15)) {
      join(person, day.plusDays(chance.pick(0, 1, 60)));
    }
  }

  /** Payments for the month of a day and some after, most of them told by the date. */
  private void payAround(String person, LocalDate day) {
    for (int after : List.of(0, 1, chance.between(2, 5))) {
      if (chance.percent(60)) {
        YearMonth month = YearMonth.from(day).plusMonths(after);
        String whose = chance.percent(85) ? person : null;
        LocalDate told = chance.percent(80) ? at.minusDays(chance.below(20)) : at.plusDays(1);
        moment.pay("dibao", null, whose, month, chance.pick(0L, 30_000L, 60_000L), told);
      }
    }
  }
}
