package io.hearthwatch.simulation;

import io.hearthwatch.domain.household.body.DiagnosisMade;
import io.hearthwatch.domain.household.body.ExpenseIncurred;
import io.hearthwatch.domain.household.body.InsuranceChanged;
import io.hearthwatch.domain.household.body.ReferralAnswered;

/** Medical insurance: diagnoses, bills, who is insured. All shares are assumed. */
final class MedicalInsurance {

  private static final String SOURCE = "medical-insurance";
  private static final double ROUTINE_A_MONTH = 0.08;

  /** Median bill of a stay in hospital: assumed. */
  private static final long STAY_IN_HOSPITAL_FEN = 8_000_00;

  private static final double REFERRALS_DONE = 0.85;
  private static final double ANSWERS_A_MONTH = 0.004;
  private static final double LEAVES = 0.02;

  /** Beside the numbers of those who leave. */
  private static final int INSURED_FROM = 200;

  private MedicalInsurance() {}

  static void tell(Life life, Teller teller) {
    Chance chance = life.family().chance();
    int start = life.nation().firstDay();
    for (Member member : life.members()) {
      Person person = member.person();
      if (person.chronic()) {
        teller.saw(
            Question.CHRONIC,
            member.index(),
            SOURCE,
            life.family().id(),
            person,
            life.family().registeredOn(),
            start,
            () -> new DiagnosisMade("hypertension"));
      }
      teller.saw(
          Question.INSURED,
          INSURED_FROM + member.index(),
          SOURCE,
          life.family().id(),
          person,
          member.joinedOn(),
          Math.max(start, member.joinedOn()),
          () -> new InsuranceChanged("basic-medical", true, null));
      if (chance.happens(LEAVES, Question.INSURED, member.index())) {
        teller.saw(
            Question.INSURED,
            member.index(),
            SOURCE,
            person,
            start + chance.below(300, Question.INSURED, 50 + member.index()),
            () -> new InsuranceChanged("basic-medical", false, null));
      }
    }
    for (int m = teller.firstMonth(); m <= teller.lastMonth(); m++) {
      for (Member member : life.members()) {
        routine(life, teller, member, m);
      }
      answer(life, teller, m);
    }
    for (Fate fate : life.fates()) {
      illness(life, teller, fate);
    }
  }

  private static void routine(Life life, Teller teller, Member member, int m) {
    Chance chance = life.family().chance();
    int which = 100 * m + member.index();
    double often = member.person().chronic() ? 10 * ROUTINE_A_MONTH : ROUTINE_A_MONTH;
    int day =
        life.nation().month(m).firstEpochDay() + chance.below(28, Question.ROUTINE_BILL, which);
    if (member.isThereOn(day) && chance.happens(often, Question.SMALL_COST, which)) {
      long gross = chance.skewed(25_000, 0.7, Question.SMALL_COST, 10_000 + which);
      teller.saw(Question.ROUTINE_BILL, which, SOURCE, member.person(), day, () -> bill(gross));
    }
    // A bill of somebody else, booked to this person.
    teller.mistook(
        Question.ROUTINE_BILL,
        20_000 + which,
        SOURCE,
        member.person(),
        day,
        () -> bill(chance.skewed(STAY_IN_HOSPITAL_FEN, 1, Question.SMALL_COST, 30_000 + which)));
  }

  private static void answer(Life life, Teller teller, int m) {
    if (life.family().chance().happens(ANSWERS_A_MONTH, Question.REFERRAL, m)) {
      teller.saw(
          Question.REFERRAL,
          100 + m,
          SOURCE,
          null,
          life.nation().month(m).firstEpochDay() + 12,
          () ->
              new ReferralAnswered(
                  "r" + life.family().id().substring(1) + "-" + m, "accepted", null));
      if (life.family().chance().happens(REFERRALS_DONE, Question.REFERRAL_DONE, m)) {
        teller.saw(
            Question.REFERRAL_DONE,
            100 + m,
            SOURCE,
            null,
            life.nation().month(m).firstEpochDay() + 27,
            () ->
                new ReferralAnswered(
                    "r" + life.family().id().substring(1) + "-" + m, "done", null));
      }
    }
  }

  private static void illness(Life life, Teller teller, Fate fate) {
    boolean ill = fate.kind() == FateKind.ILLNESS || fate.kind() == FateKind.DEATH;
    if (!ill && fate.kind() != FateKind.ACCIDENT) {
      return;
    }
    Person person = life.members().get(fate.person()).person();
    int key =
        (fate.kind() == FateKind.DEATH ? 2000 : fate.kind() == FateKind.ILLNESS ? 1000 : 0)
            + 100 * fate.person();
    if (fate.kind() == FateKind.ILLNESS) {
      teller.saw(
          Question.ILLNESS, key, SOURCE, person, fate.day(), () -> new DiagnosisMade("cancer"));
    }
    for (int k = 0; k < fate.months(); k++) {
      int day = fate.day() - (fate.kind() == FateKind.DEATH ? 3 : 0) + 30 * k;
      if (day <= life.nation().lastDay()) {
        long self = fate.costFen();
        teller.saw(Question.ILLNESS_COST, key + k, SOURCE, person, day, () -> bill(self * 5 / 2));
      }
    }
  }

  /** Of a bill of a serious illness the insurances carry 60 %: assumed. */
  private static ExpenseIncurred bill(long grossFen) {
    return new ExpenseIncurred(
        "medical", grossFen, grossFen * 45 / 100, grossFen / 10, grossFen / 20, 0, 0, 0);
  }
}
