package io.hearthwatch.simulation;

import io.hearthwatch.domain.household.Month;
import io.hearthwatch.domain.household.body.DisabilityGraded;
import io.hearthwatch.domain.household.body.DisasterImpact;
import io.hearthwatch.domain.household.body.DwellingGraded;
import io.hearthwatch.domain.household.body.ExpenseIncurred;
import io.hearthwatch.domain.household.body.GrantApproved;
import io.hearthwatch.domain.household.body.IncomeReceived;
import io.hearthwatch.domain.household.body.UtilityUsed;

/**
 * Those who tell little of each household: emergency, housing, disabled, rural, utilities, charity.
 * All shares and amounts are assumed.
 */
final class OtherOffices {

  private static final double UNSAFE_HOME = 0.04;
  private static final double METERED = 0.1;
  private static final double CHARITY_A_YEAR = 0.01;
  private static final double BORROWS = 0.05;
  private static final int OLD = 60;

  private OtherOffices() {}

  static void tell(Life life, Teller teller) {
    Chance chance = life.family().chance();
    int start = life.nation().firstDay();
    if (unsafeHome(life)) {
      teller.saw(
          Question.DWELLING,
          1,
          "housing",
          life.family().id(),
          null,
          life.family().registeredOn(),
          start,
          () -> new DwellingGraded(chance.happens(0.3, Question.DWELLING, 2) ? "d" : "c"));
    }
    for (Member member : life.members()) {
      Person person = member.person();
      if (person.disabilityGrade() > 0) {
        teller.saw(
            Question.DISABILITY,
            member.index(),
            "disabled-federation",
            life.family().id(),
            person,
            life.family().registeredOn(),
            start,
            () -> new DisabilityGraded("physical", person.disabilityGrade()));
      }
    }
    for (Fate fate : life.fates()) {
      fate(life, teller, fate);
    }
    for (int m = teller.firstMonth(); m <= teller.lastMonth(); m++) {
      month(life, teller, m);
    }
  }

  /** Whether the home was graded as unsafe when the household was registered. */
  static boolean unsafeHome(Life life) {
    return life.family().chance().happens(UNSAFE_HOME, Question.DWELLING, 0);
  }

  private static void fate(Life life, Teller teller, Fate fate) {
    switch (fate.kind()) {
      case DISABLEMENT -> {
        Person person = life.members().get(fate.person()).person();
        teller.saw(
            Question.DISABLEMENT,
            300 + fate.person(),
            "disabled-federation",
            person,
            fate.day() + 20,
            () -> new DisabilityGraded("physical", fate.weight() > 0.5 ? 2 : 3));
        for (int k = 1; k < 12; k += 3) {
          int day = fate.day() + 30 * k;
          if (day <= life.nation().lastDay()) {
            teller.saw(
                Question.DISABLEMENT,
                400 + 12 * fate.person() + k,
                "disabled-federation",
                person,
                day,
                () -> new ExpenseIncurred("rehabilitation", 3 * fate.costFen(), 0, 0, 0, 0, 0, 0));
          }
        }
      }
      case FLOOD -> flood(teller, fate);
      default -> {}
    }
  }

  private static void flood(Teller teller, Fate fate) {
    int which = Math.floorMod(fate.flood().id().hashCode(), 1_000_000);
    String damage =
        fate.weight() < 0.3
            ? "none"
            : fate.weight() < 0.7 ? "light" : fate.weight() < 0.9 ? "severe" : "collapsed";
    teller.saw(
        Question.FLOOD,
        which,
        "emergency",
        null,
        fate.day(),
        () ->
            new DisasterImpact(
                fate.flood().id(),
                "flood",
                damage,
                fate.weight() < 0.7,
                0,
                0,
                fate.costFen() * fate.months()));
    if (fate.costFen() > 0) {
      teller.saw(
          Question.FLOOD_DAMAGE,
          which,
          "emergency",
          null,
          fate.day() + 25,
          () ->
              new ExpenseIncurred(
                  "disaster-repair", fate.costFen() * fate.months(), 0, 0, 0, 0, 0, 0));
    }
  }

  private static void month(Life life, Teller teller, int m) {
    Family family = life.family();
    Chance chance = family.chance();
    Month month = life.nation().month(m);
    int first = month.firstEpochDay();
    long harvest = life.earnings().harvestFen(m);
    if (harvest > 0) {
      teller.saw(
          Question.HARVEST,
          100 + m,
          "rural-revitalisation",
          null,
          first + 18,
          () -> new IncomeReceived(month, "business", harvest));
    }
    boolean alone = family.people().size() == 1 && family.people().get(0).age(first) >= OLD;
    if (alone || chance.happens(METERED, Question.UTILITY, 0)) {
      teller.saw(
          Question.UTILITY,
          100 + m,
          "utilities",
          null,
          month.lastEpochDay(),
          () ->
              new UtilityUsed(
                  "power", 20_000 + chance.below(60_000, Question.UTILITY, 1000 + m), 0));
    }
    if (chance.happens(CHARITY_A_YEAR / 12, Question.CHARITY, m)) {
      teller.saw(
          Question.CHARITY,
          100 + m,
          "charity",
          null,
          first + 14,
          () -> new GrantApproved("charity", "other", month, 100_000, null, null));
    }
    if (chance.happens(BORROWS, Question.LOAN, 0)) {
      teller.saw(
          Question.LOAN,
          100 + m,
          "finance",
          null,
          first + 20,
          () -> new ExpenseIncurred("loan", 40_000, 0, 0, 0, 0, 0, 0));
    }
  }
}
