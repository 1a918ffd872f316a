package io.hearthwatch.simulation;

import io.hearthwatch.domain.household.Month;
import io.hearthwatch.domain.household.body.ExpenseIncurred;
import io.hearthwatch.domain.household.body.SchoolStatusChanged;

/** Education: who goes to which school, and what studying costs. */
final class Schools {

  private static final String SOURCE = "education";
  private static final int SPRING_TERM = 2;
  private static final int AUTUMN_TERM = 8; // counted from January as 0: September

  private Schools() {}

  /** Fees and board of a student, due twice a year: 9,000 yuan (assumed). */
  static long tuitionFen(Month month) {
    return switch (month.index() % 12) {
      case SPRING_TERM -> 300_000;
      case AUTUMN_TERM -> 600_000;
      default -> 0;
    };
  }

  static void tell(Life life, Teller teller) {
    int start = life.nation().firstDay();
    for (Member member : life.members()) {
      String stage = stage(life, member);
      if (stage != null) {
        teller.saw(
            Question.SCHOOL,
            member.index(),
            SOURCE,
            life.family().id(),
            member.person(),
            start - 60,
            start,
            () -> new SchoolStatusChanged(stage, "enrolled"));
      }
    }
    for (Fate fate : life.fates()) {
      if (fate.kind() != FateKind.TUITION) {
        continue;
      }
      Member student = life.members().get(fate.person());
      for (int m = teller.firstMonth(); m <= teller.lastMonth(); m++) {
        long fen = tuitionFen(life.nation().month(m));
        int day = life.nation().month(m).firstEpochDay() + 4;
        if (fen > 0 && student.isThereOn(day)) {
          teller.saw(
              Question.TUITION,
              100 * m + fate.person(),
              SOURCE,
              student.person(),
              day,
              () -> new ExpenseIncurred("education", fen, 0, 0, 0, 0, 0, 0));
        }
      }
    }
  }

  /** The stage of school that a member is in; null who goes to none. */
  static String stage(Life life, Member member) {
    int age = member.person().age(life.nation().firstDay());
    if (age < 18 || age >= 22) {
      return stage(age);
    }
    boolean studies =
        life.fates().stream()
            .anyMatch(fate -> fate.kind() == FateKind.TUITION && fate.person() == member.index());
    return studies ? "university" : null;
  }

  /** The school of a child of an age in years; null where that is none. */
  static String stage(int age) {
    if (age < 3 || age >= 18) {
      return null;
    } else if (age < 6) {
      return "kindergarten";
    } else if (age < 12) {
      return "primary";
    }
    return age < 15 ? "junior" : "senior";
  }
}
