package io.hearthwatch.simulation;

import io.hearthwatch.domain.household.EventBody;
import io.hearthwatch.domain.household.Month;
import io.hearthwatch.domain.household.body.DwellingGraded;
import io.hearthwatch.domain.household.body.GrantApproved;
import io.hearthwatch.domain.household.body.PaymentMade;
import java.time.LocalDate;
import java.util.BitSet;

/**
 * Help that everybody has who is entitled to it, but for some who are missed: subsidies for the
 * disabled, aid for pupils and students, homes made safe. All shares and amounts are assumed.
 */
final class StandingAid {

  private static final double SUBSIDISED = 0.85;
  private static final double SUBSIDISED_WHO_BECAME_DISABLED = 0.7;
  private static final double PUPILS_AIDED = 0.85;
  private static final double HOMES_REPAIRED = 0.7;

  private static final long HARDSHIP_FEN_A_QUARTER = 24_000;
  private static final long NURSING_FEN_A_QUARTER = 24_000;
  private static final long SCHOOL_FEN_A_YEAR = 100_000;
  private static final int MONTHS_A_QUARTER = 3;
  private static final int PAYDAY = 9;

  /** Kinds of help of one member, which number their grants. */
  private static final int HARDSHIP = 0;

  private static final int NURSING = 1;
  private static final int KINDS = 2;

  private final Life life;
  private final Teller teller;
  private final Chance chance;
  private final int start;

  private StandingAid(Life life, Teller teller) {
    this.life = life;
    this.teller = teller;
    chance = life.family().chance();
    start = life.nation().firstDay();
  }

  static void tell(Life life, Teller teller) {
    StandingAid aid = new StandingAid(life, teller);
    aid.disabled();
    aid.pupils();
    aid.home();
  }

  private void disabled() {
    String householdClass = life.family().householdClass();
    for (Member member : life.members()) {
      int grade = member.person().disabilityGrade();
      if (grade == 0 || !chance.happens(SUBSIDISED, Question.SUBSIDY, member.index())) {
        continue;
      }
      int since = start - 1 - chance.below(28, Question.SUBSIDY, 100 + member.index());
      if ("dibao".equals(householdClass) || "marginal".equals(householdClass)) {
        subsidise(member, HARDSHIP, since);
      }
      if (grade <= 2 && !"tekun".equals(householdClass)) {
        subsidise(member, NURSING, since);
      }
    }
    BitSet known = new BitSet();
    for (Fate fate : life.fates()) {
      if (fate.kind() == FateKind.DISABLEMENT
          && fate.weight() > 0.5
          && life.members().get(fate.person()).person().disabilityGrade() == 0
          && !known.get(fate.person())
          && chance.happens(
              SUBSIDISED_WHO_BECAME_DISABLED, Question.SUBSIDY, 200 + fate.person())) {
        known.set(fate.person());
        int since = fate.day() + 30 + chance.below(50, Question.SUBSIDY, 300 + fate.person());
        subsidise(life.members().get(fate.person()), NURSING, since);
      }
    }
  }

  private void subsidise(Member member, int kind, int since) {
    String programme = kind == HARDSHIP ? "disability-hardship" : "disability-nursing";
    long fen = kind == HARDSHIP ? HARDSHIP_FEN_A_QUARTER : NURSING_FEN_A_QUARTER;
    int which = KINDS * member.index() + kind;
    grant("civil-affairs", programme, "disability", member, which, since, fen);
    for (int m = teller.firstMonth(); m <= teller.lastMonth(); m++) {
      Month month = life.nation().month(m);
      int day = month.firstEpochDay() + PAYDAY;
      if (m % MONTHS_A_QUARTER == 0 && day >= since && member.isThereOn(day)) {
        pay("civil-affairs", programme, member, which, 1000 * (1 + which) + m, day, fen);
      }
    }
  }

  /** Once a school year, for those at school in a household that is helped. */
  private void pupils() {
    if (life.family().householdClass() == null) {
      return;
    }
    int last = LocalDate.ofEpochDay(life.nation().lastDay()).getYear();
    for (int year = LocalDate.ofEpochDay(start).getYear() - 1; year <= last; year++) {
      for (Member member : life.members()) {
        int which = 100 * (year % 100) + member.index();
        int term = (int) LocalDate.of(year, 9, 1).toEpochDay();
        int day = term + 14 + chance.below(60, Question.SCHOOL_AID, which);
        if (Schools.stage(life, member) != null
            && member.isThereOn(day)
            && day <= life.nation().lastDay()
            && chance.happens(PUPILS_AIDED, Question.SCHOOL_AID, 10_000 + which)) {
          int number = 10_000 + which;
          grant("education", "education-aid", "schooling", member, number, day, SCHOOL_FEN_A_YEAR);
          pay(
              "education",
              "education-aid",
              member,
              number,
              1_000_000 + which,
              day + 10,
              SCHOOL_FEN_A_YEAR);
        }
      }
    }
  }

  private void home() {
    if (OtherOffices.unsafeHome(life) && chance.happens(HOMES_REPAIRED, Question.REPAIR, 0)) {
      int years = Math.max(1, start - life.family().registeredOn() - 1);
      int repaired = start - 1 - chance.below(years, Question.REPAIR, 1);
      teller.saw(
          Question.REPAIR,
          0,
          "housing",
          life.family().id(),
          null,
          repaired,
          start,
          () -> new DwellingGraded("b"));
    }
  }

  private void grant(
      String source, String programme, String cause, Member member, int which, int day, long fen) {
    tell(
        Question.SUBSIDY,
        which,
        source,
        member,
        day,
        new GrantApproved(programme, cause, Month.of(day), fen, null, null));
  }

  private void pay(
      String source, String programme, Member member, int grant, int which, int day, long fen) {
    String grantId = Teller.id(chance, Question.SUBSIDY, grant).toString();
    tell(
        Question.SUBSIDY_PAID,
        which,
        source,
        member,
        day,
        new PaymentMade(programme, grantId, Month.of(day), fen));
  }

  /** What was before the first day is known on it. */
  private void tell(
      Question question, int which, String source, Member member, int day, EventBody body) {
    teller.saw(
        question,
        which,
        source,
        life.family().id(),
        member.person(),
        day,
        Math.max(start, day),
        () -> body);
  }
}
