package io.hearthwatch.simulation;

import java.util.ArrayList;
import java.util.List;

/**
 * The help that came without any warning: for those who ask, for those in a disaster or an
 * accident, and what was in force already. That is what a warning has to be quicker than. All
 * shares and amounts are assumed.
 */
final class AidGiven {

  /** Of those in hardship one in eight asks in a month, and four of five of them get help. */
  private static final double ASKS = 0.125;

  private static final double GRANTED = 0.8;
  private static final double HELPED_AFTER_ACCIDENT = 0.6;
  private static final double HELPED_AFTER_FLOOD = 0.9;

  /** 20 yuan a person a day for at most 15 days: local rules of disaster emergency aid. */
  private static final long EMERGENCY_FEN = 20_00 * 15;

  private static final long TRANSITION_FEN_A_MONTH = 20_00 * 30;
  private static final double HOME_UNUSABLE = 0.7;
  private static final long ALLOWANCE_FEN_A_PERSON = 40_000;

  private final Nation nation;
  private final Family family;
  private final Chance chance;
  private final List<Aid> given = new ArrayList<>(2);

  AidGiven(Nation nation, Family family, List<Fate> fates) {
    this.nation = nation;
    this.family = family;
    chance = family.chance();
    if (isAllowance(family.householdClass())) {
      give(
          family.householdClass(),
          "no-labour-ability",
          "civil-affairs",
          Aid.UNASKED,
          nation.firstDay() - 200,
          1000,
          ALLOWANCE_FEN_A_PERSON * family.people().size(),
          null);
    }
    for (Fate fate : fates) {
      if (fate.kind() == FateKind.FLOOD) {
        afterFlood(fate);
      } else if (fate.kind() == FateKind.ACCIDENT) {
        afterAccident(fate);
      }
    }
  }

  /** Whether a class brings money every month. */
  static boolean isAllowance(String householdClass) {
    return "dibao".equals(householdClass) || "tekun".equals(householdClass);
  }

  private void afterFlood(Fate fate) {
    if (!chance.happens(HELPED_AFTER_FLOOD, Question.GRANT, 0)) {
      return;
    }
    int on = fate.day() + 1 + chance.below(4, Question.GRANT, 1);
    int people = family.people().size();
    give(
        "disaster-emergency",
        "disaster",
        "emergency",
        Aid.UNASKED,
        on,
        1,
        EMERGENCY_FEN * people,
        fate.flood().id());
    if (fate.weight() > HOME_UNUSABLE && chance.happens(0.7, Question.GRANT, 2)) {
      give(
          "disaster-transition",
          "disaster",
          "emergency",
          Aid.UNASKED,
          on + 15,
          3,
          TRANSITION_FEN_A_MONTH * people,
          fate.flood().id());
    }
  }

  private void afterAccident(Fate fate) {
    if (chance.happens(HELPED_AFTER_ACCIDENT, Question.GRANT, 10)) {
      int on = fate.day() + chance.below(6, Question.GRANT, 11);
      give("temporary-relief", "accident", "civil-affairs", Aid.UNASKED, on, 1, 150_000, null);
    }
  }

  /** In hardship in a month: perhaps they ask, and perhaps they get it. */
  void ask(int m, String cause, long lackingFen) {
    boolean asked = given.stream().anyMatch(aid -> aid.appliedOn() != Aid.UNASKED);
    if (asked || !chance.happens(ASKS, Question.APPLICATION, m)) {
      return;
    }
    int appliedOn =
        nation.month(m).lastEpochDay() + 1 + chance.below(20, Question.APPLICATION, 1000);
    int grantedOn = appliedOn + 20 + chance.below(25, Question.GRANT, 20);
    if (!chance.happens(GRANTED, Question.GRANT, 21)) {
      give("dibao", wire(cause), "civil-affairs", appliedOn, grantedOn, 0, 0, null);
      return;
    }
    long lacking = Math.max(20_000, lackingFen);
    if (cause.equals("illness")) {
      give(
          "medical-aid",
          "illness",
          "medical-insurance",
          appliedOn,
          grantedOn,
          1,
          chance.skewed(600_000, 0.6, Question.GRANT, 22),
          null);
    } else if (cause.equals("schooling")) {
      give("education-aid", "schooling", "education", appliedOn, grantedOn, 1, 400_000, null);
    } else if (isAllowance(family.householdClass())
        || chance.happens(0.4, Question.GRANT_KIND, 0)) {
      give(
          "temporary-relief",
          wire(cause),
          "civil-affairs",
          appliedOn,
          grantedOn,
          1,
          2 * lacking,
          null);
    } else {
      give("dibao", wire(cause), "civil-affairs", appliedOn, grantedOn, 12, lacking, null);
    }
  }

  /** A cause of the truth as grants have it. */
  private static String wire(String cause) {
    return switch (cause) {
      case "illness", "disability", "schooling", "disaster", "accident", "job-loss" -> cause;
      default -> "other";
    };
  }

  private void give(
      String programme,
      String cause,
      String source,
      int appliedOn,
      int grantedOn,
      int months,
      long monthlyFen,
      String disasterId) {
    given.add(
        new Aid(
            given.size(),
            programme,
            cause,
            source,
            appliedOn,
            grantedOn,
            months,
            monthlyFen,
            disasterId));
  }

  /** What is paid in a month. */
  long paidFen(int m) {
    long sum = 0;
    for (Aid aid : given) {
      int age = m - nation.indexOf(aid.grantedOn());
      sum += age >= 0 && age < aid.months() ? aid.monthlyFen() : 0;
    }
    return sum;
  }

  /** In the order in which it was decided; one of no months was refused. */
  List<Aid> given() {
    return given;
  }
}
