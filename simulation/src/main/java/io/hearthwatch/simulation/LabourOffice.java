package io.hearthwatch.simulation;

import io.hearthwatch.domain.household.Month;
import io.hearthwatch.domain.household.body.EmploymentChanged;
import io.hearthwatch.domain.household.body.IncomeReceived;
import io.hearthwatch.domain.household.body.InsuranceChanged;

/**
 * Human resources: wages, pensions, work. Assumed: paydays, that all work is told of, and that
 * work-injury insurance ends with it.
 */
final class LabourOffice {

  private static final String SOURCE = "human-resources";
  private static final int PENSION_DAY = 9;

  private LabourOffice() {}

  static void tell(Life life, Teller teller) {
    for (Member member : life.members()) {
      if (member.person().works()) {
        teller.saw(
            Question.EMPLOYMENT,
            member.index(),
            SOURCE,
            life.family().id(),
            member.person(),
            life.family().registeredOn(),
            life.nation().firstDay(),
            () -> new EmploymentChanged("employed"));
      }
    }
    for (int m = teller.firstMonth(); m <= teller.lastMonth(); m++) {
      for (Member member : life.members()) {
        wage(life, teller, member, m);
        pension(life, teller, member, m);
      }
    }
    for (Fate fate : life.fates()) {
      if (fate.kind() == FateKind.JOB_LOSS) {
        jobLoss(life, teller, fate);
      }
    }
  }

  private static void wage(Life life, Teller teller, Member member, int m) {
    long fen = life.earnings().wageFen(member, m);
    if (fen > 0) {
      int which = 100 * m + member.index();
      Month month = life.nation().month(m);
      int payday =
          month.firstEpochDay() + 20 + life.family().chance().below(8, Question.WAGE_DAY, which);
      teller.saw(
          Question.WAGE,
          which,
          SOURCE,
          member.person(),
          payday,
          () -> new IncomeReceived(month, "wage", fen));
    }
  }

  private static void pension(Life life, Teller teller, Member member, int m) {
    long fen = life.earnings().pensionFen(member, m);
    if (fen > 0) {
      Month month = life.nation().month(m);
      teller.saw(
          Question.PENSION,
          100 * m + member.index(),
          SOURCE,
          member.person(),
          month.firstEpochDay() + PENSION_DAY,
          () -> new IncomeReceived(month, "pension", fen));
    }
  }

  private static void jobLoss(Life life, Teller teller, Fate fate) {
    Person person = life.members().get(fate.person()).person();
    teller.saw(
        Question.JOB_LOSS,
        10 + fate.person(),
        SOURCE,
        person,
        fate.day(),
        () -> new EmploymentChanged("unemployed"));
    teller.saw(
        Question.JOB_LOSS,
        20 + fate.person(),
        SOURCE,
        person,
        fate.day(),
        () -> new InsuranceChanged("work-injury", false, null));
    int again = fate.day() + 30 * fate.months();
    if (again <= life.nation().lastDay()) {
      teller.saw(
          Question.JOB_LOSS,
          30 + fate.person(),
          SOURCE,
          person,
          again,
          () -> new EmploymentChanged("employed"));
    }
  }
}
