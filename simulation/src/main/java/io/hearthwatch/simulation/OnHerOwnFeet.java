package io.hearthwatch.simulation;

import io.hearthwatch.domain.household.body.ClassRecognised;
import io.hearthwatch.domain.household.body.ExpenseIncurred;
import io.hearthwatch.domain.household.body.ReviewDone;

/**
 * Story 4, Huimin: a mother finds better work, the review finds it, and her dibao is phased out
 * over six months of grace. Within them she falls ill, and the alarm is one tier higher for it.
 */
final class OnHerOwnFeet {

  static final String ID = "story-4-huimin";

  private static final String HUIMIN = "371621";
  private static final long LOW_WAGE_FEN = 900_00;
  private static final long WAGE_FEN = 2_700_00;
  private static final long[] TAPERED_FEN = {184_00, 150_00, 120_00, 90_00, 60_00, 30_00};

  private OnHerOwnFeet() {}

  static Script script(Nation nation) {
    Script script =
        new Script(nation, ID, HUIMIN, "rural")
            .member(1, "head", 36)
            .member(2, "child", 9)
            .enrolled("dibao")
            .earns(1, -18, -8, LOW_WAGE_FEN)
            .earns(1, -7, -1, WAGE_FEN);
    int grace = script.day(-4, 6);
    return script
        .says("civil-affairs", null, script.day(-4, 5), new ReviewDone("lowered"))
        .says("civil-affairs", null, grace, new ClassRecognised("dibao", "grace", script.day(2, 5)))
        .granted("civil-affairs", grace, "dibao", "other", null, TAPERED_FEN)
        .says(
            "medical-insurance",
            script.person(1),
            script.day(0, 9),
            new ExpenseIncurred("medical", 20_000_00, 11_000_00, 2_000_00, 0, 0, 0, 0))
        .hardship(FateKind.ILLNESS, script.person(1), script.day(0, 9));
  }
}
