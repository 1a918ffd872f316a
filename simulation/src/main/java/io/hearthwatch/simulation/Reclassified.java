package io.hearthwatch.simulation;

import io.hearthwatch.domain.household.body.ApplicationMade;
import io.hearthwatch.domain.household.body.ClassEnded;
import io.hearthwatch.domain.household.body.ClassRecognised;
import io.hearthwatch.domain.household.body.DiagnosisMade;
import io.hearthwatch.domain.household.body.ExpenseIncurred;

/**
 * Story 2, Hangzhou: a wife falls ill, her husband earns a third of what he did because he cares
 * for her, and the bills come every month. The household goes from marginal to dibao and gets 2,344
 * yuan a month: 1,644 dibao, 400 for the rent, 300 for the child at school.
 */
final class Reclassified {

  static final String ID = "story-2-hangzhou";

  private static final String HANGZHOU_XIHU = "330106";
  private static final int ILL_FOR_MONTHS = 5;
  private static final long WAGE_FEN = 6_000_00;
  private static final long WAGE_WHILE_CARING_FEN = 2_091_00;
  private static final long BILL_FEN = 6_500_00;
  private static final long INSURED_FEN = 3_900_00;

  private Reclassified() {}

  static Script script(Nation nation) {
    Script script =
        new Script(nation, ID, HANGZHOU_XIHU, "urban")
            .member(1, "head", 47)
            .member(2, "spouse", 45)
            .member(3, "child", 14)
            .enrolled("marginal")
            .earns(1, -18, -ILL_FOR_MONTHS - 1, WAGE_FEN)
            .earns(1, -ILL_FOR_MONTHS, -1, WAGE_WHILE_CARING_FEN);
    int illOn = script.day(-ILL_FOR_MONTHS, 2);
    script.says("medical-insurance", script.person(2), illOn, new DiagnosisMade("cancer"));
    for (int m = -ILL_FOR_MONTHS; m < 0; m++) {
      script.says(
          "medical-insurance",
          script.person(2),
          script.day(m, 12),
          new ExpenseIncurred("medical", BILL_FEN, INSURED_FEN, 0, 0, 0, 0, 0));
    }
    int decided = script.day(0, 8);
    return script
        .says("civil-affairs", null, script.day(-1, 20), new ApplicationMade("dibao"))
        .says("civil-affairs", null, decided, new ClassEnded("marginal", "other"))
        .says("civil-affairs", null, decided, new ClassRecognised("dibao", null, null))
        .granted("civil-affairs", decided, "dibao", "illness", null, 1_644_00)
        .granted("housing", decided, "housing-aid", "illness", null, 400_00)
        .granted("education", decided, "education-aid", "schooling", null, 300_00)
        .hardship(FateKind.ILLNESS, script.person(2), illOn);
  }
}
