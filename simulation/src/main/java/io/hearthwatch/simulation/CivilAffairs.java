package io.hearthwatch.simulation;

import io.hearthwatch.domain.household.Month;
import io.hearthwatch.domain.household.body.ApplicationMade;
import io.hearthwatch.domain.household.body.ClassEnded;
import io.hearthwatch.domain.household.body.ClassRecognised;
import io.hearthwatch.domain.household.body.GrantApproved;
import io.hearthwatch.domain.household.body.PaymentMade;
import io.hearthwatch.domain.household.body.PropertyDeclared;
import io.hearthwatch.domain.household.body.ReviewDone;
import io.hearthwatch.domain.household.body.VisitDone;

/**
 * Civil affairs and whoever else grants: classes, applications, grants, payments, visits. All
 * shares are assumed.
 */
final class CivilAffairs {

  private static final String SOURCE = "civil-affairs";
  private static final int PAYDAY = 9;
  private static final double ENDS_A_YEAR = 0.08;
  private static final double REVIEWED = 0.92;

  private CivilAffairs() {}

  static void tell(Life life, Teller teller) {
    Family family = life.family();
    if (family.householdClass() != null) {
      enrolled(life, teller);
    }
    for (Aid aid : life.aid()) {
      tell(life, teller, aid);
    }
  }

  private static void enrolled(Life life, Teller teller) {
    Family family = life.family();
    Chance chance = family.chance();
    int start = life.nation().firstDay();
    int since = start - 30 - chance.below(300, Question.SINCE, 0);
    teller.saw(
        Question.CLASS,
        0,
        SOURCE,
        family.id(),
        null,
        since,
        start,
        () -> new ClassRecognised(family.householdClass(), null, null));
    teller.saw(
        Question.PROPERTY,
        0,
        SOURCE,
        family.id(),
        null,
        since,
        start,
        () -> new PropertyDeclared(family.savingsFen(), 1, 0));
    reviewed(life, teller, since);
  }

  /** Once a year, now and then not; the class of some ends with it. */
  private static void reviewed(Life life, Teller teller, int since) {
    Family family = life.family();
    Chance chance = family.chance();
    int start = life.nation().firstDay();
    for (int year = 0; ; year++) {
      int review = since + 300 + 355 * year + chance.below(50, Question.REVIEW, year);
      if (review > life.nation().lastDay()) {
        return;
      }
      boolean ends = review >= start && chance.happens(ENDS_A_YEAR, Question.RECOVERY, year);
      if (ends || chance.happens(REVIEWED, Question.REVIEW, 1000 + year)) {
        teller.saw(
            Question.REVIEW,
            1 + year,
            SOURCE,
            family.id(),
            null,
            review,
            Math.max(start, review),
            () -> new ReviewDone(ends ? "ended" : "unchanged"));
      }
      if (ends) {
        teller.saw(
            Question.CLASS,
            1,
            SOURCE,
            null,
            review + 10,
            () -> new ClassEnded(family.householdClass(), "income"));
        return;
      }
    }
  }

  private static void tell(Life life, Teller teller, Aid aid) {
    int which = 1000 + aid.index();
    if (aid.appliedOn() != Aid.UNASKED) {
      teller.saw(
          Question.APPLICATION,
          which,
          SOURCE,
          null,
          aid.appliedOn(),
          () -> new ApplicationMade(aid.programme()));
      teller.saw(
          Question.VISIT,
          which,
          SOURCE,
          null,
          aid.appliedOn() + 8,
          () -> new VisitDone("all", aid.months() > 0 ? "confirmed" : "not-confirmed", null));
    }
    if (aid.months() == 0) {
      return;
    }
    int start = life.nation().firstDay();
    Month first = Month.of(aid.grantedOn());
    teller.saw(
        Question.GRANT,
        which,
        aid.source(),
        life.family().id(),
        null,
        aid.grantedOn(),
        Math.max(start, aid.grantedOn()),
        () ->
            new GrantApproved(
                aid.programme(),
                aid.cause(),
                first,
                aid.monthlyFen(),
                aid.disasterId(),
                NamedPolicy.of(
                    aid.programme(), aid.cause(), life.family().urban() ? "urban" : "rural")));
    if (aid.programme().equals("dibao") && aid.appliedOn() != Aid.UNASKED) {
      teller.saw(
          Question.CLASS,
          which,
          SOURCE,
          null,
          aid.grantedOn(),
          () -> new ClassRecognised("dibao", null, null));
    }
    for (int m = teller.firstMonth(); m <= teller.lastMonth(); m++) {
      int age = m - life.nation().indexOf(aid.grantedOn());
      int payday = Math.max(life.nation().month(m).firstEpochDay() + PAYDAY, aid.grantedOn());
      if (age >= 0 && age < aid.months()) {
        pay(life, teller, aid, 100 * aid.index() + m, payday);
      }
    }
  }

  private static void pay(Life life, Teller teller, Aid aid, int which, int payday) {
    Month month = Month.of(payday);
    String grant = Teller.id(life.family().chance(), Question.GRANT, 1000 + aid.index()).toString();
    teller.saw(
        Question.PAYMENT,
        which,
        aid.source(),
        null,
        payday,
        () -> new PaymentMade(aid.programme(), grant, month, aid.monthlyFen()));
  }
}
