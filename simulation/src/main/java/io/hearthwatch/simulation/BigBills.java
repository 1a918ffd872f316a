package io.hearthwatch.simulation;

import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.body.ApplicationMade;
import io.hearthwatch.domain.household.body.ClassRecognised;
import io.hearthwatch.domain.household.body.ExpenseIncurred;
import io.hearthwatch.domain.household.body.ReferralAnswered;
import io.hearthwatch.domain.household.body.VisitDone;
import java.util.ArrayList;
import java.util.List;

/**
 * Story 1, Xiajiang: a household that rural revitalisation monitors earns less since the mother is
 * ill, and then there are three large bills within ten days. The county's workers visit and
 * confirm; the household is taken into dibao, gets what it lacks to the line, and 30,000 yuan of
 * medical aid, which medical insurance books against the bills. Both departments that it is
 * referred to answer.
 */
final class BigBills {

  static final String ID = "story-1-xiajiang";

  private static final String XIAJIANG = "360823";
  private static final String INSURANCE = "medical-insurance";
  private static final String REVITALISATION = "rural-revitalisation";
  private static final int[] DAYS = {3, 8, 12};
  private static final long[] GROSS_FEN = {42_000_00, 38_000_00, 30_000_00};
  private static final long[] AID_FEN = {12_000_00, 10_000_00, 8_000_00};
  private static final long WAGE_FEN = 2_100_00;
  private static final long WAGE_WHILE_CARING_FEN = 1_326_00;
  private static final int CARES_FOR_MONTHS = 2;

  /** What 1,326 yuan of three people lack to the rural line, 542 yuan a head and month. */
  private static final long DIBAO_FEN = 300_00;

  private BigBills() {}

  static Script script(Nation nation) {
    Script script =
        new Script(nation, ID, XIAJIANG, "rural")
            .member(1, "head", 44)
            .member(2, "spouse", 42)
            .member(3, "child", 12)
            .earns(1, -18, -CARES_FOR_MONTHS - 1, WAGE_FEN)
            .earns(1, -CARES_FOR_MONTHS, -1, WAGE_WHILE_CARING_FEN);
    script.says(
        REVITALISATION, null, script.day(-3, 10), new ClassRecognised("monitored", null, null));
    List<HouseholdEvent> bills = new ArrayList<>();
    for (int i = 0; i < DAYS.length; i++) {
      script.says(INSURANCE, script.person(2), script.day(0, DAYS[i]), bill(i, 0));
      bills.add(script.last());
    }
    script
        .says("civil-affairs", null, script.day(0, 14), new VisitDone("all", "confirmed", null))
        .says("civil-affairs", null, script.day(0, 15), new ApplicationMade("dibao"))
        .says("civil-affairs", null, script.day(0, 20), new ClassRecognised("dibao", null, null))
        .granted("civil-affairs", script.day(0, 20), "dibao", "illness", null, DIBAO_FEN)
        .granted(INSURANCE, script.day(0, 24), "medical-aid", "illness", null, 30_000_00);
    for (int i = 0; i < DAYS.length; i++) {
      script.corrects(bills.get(i), script.day(0, 25), bill(i, AID_FEN[i]));
    }
    return script
        .says(INSURANCE, null, script.day(0, 26), new ReferralAnswered(ID + "-1", "done", null))
        .says(
            REVITALISATION,
            null,
            script.day(0, 26),
            new ReferralAnswered(ID + "-2", "accepted", null))
        .hardship(FateKind.ILLNESS, script.person(2), script.day(0, DAYS[0]));
  }

  /** Basic insurance carries 45 %, serious-illness insurance 10 %: assumed. */
  private static ExpenseIncurred bill(int i, long aidFen) {
    long gross = GROSS_FEN[i];
    return new ExpenseIncurred("medical", gross, gross * 45 / 100, gross / 10, aidFen, 0, 0, 0);
  }
}
