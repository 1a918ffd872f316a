package io.hearthwatch.simulation;

import io.hearthwatch.domain.household.body.ApplicationMade;
import io.hearthwatch.domain.household.body.ClassRecognised;
import io.hearthwatch.domain.household.body.DisasterImpact;
import java.util.ArrayList;
import java.util.List;

/**
 * Story 3, Longwangmiao in Daming: a flood takes the homes of 145 households and the harvest of 93
 * more. All 238 get emergency aid for 15 days, then transition aid for three months, and are in
 * dibao before that ends: nobody falls between two departments.
 */
final class FloodedVillage {

  static final String ID = "story-3-longwangmiao-";
  static final String FLOOD = "story-3-flood";

  private static final String DAMING = "130425";
  private static final int HOUSEHOLDS = 238;
  private static final int HOMES = 145;
  private static final int EMERGENCY_DAYS = 15;
  private static final long AID_FEN_A_DAY = 20_00;
  private static final long EARNED_FEN_A_HEAD = 700_00;
  private static final long LEFT_FEN_A_HEAD = 400_00;
  private static final long DIBAO_FEN_A_HEAD = 142_00;

  private FloodedVillage() {}

  static List<Script> scripts(Nation nation) {
    List<Script> scripts = new ArrayList<>(HOUSEHOLDS);
    for (int number = 1; number <= HOUSEHOLDS; number++) {
      scripts.add(script(nation, number));
    }
    return scripts;
  }

  private static Script script(Nation nation, int number) {
    Script script = new Script(nation, "%s%03d".formatted(ID, number), DAMING, "rural");
    int people = 1 + number % 4;
    for (int i = 1; i <= people; i++) {
      script.member(i, i == 1 ? "head" : i == 2 ? "spouse" : "child", i <= 2 ? 50 - i : 20 - 2 * i);
    }
    int flood = script.day(-5, 8);
    return script
        .earns(1, -18, -6, people * EARNED_FEN_A_HEAD)
        .earns(1, -5, -1, people * LEFT_FEN_A_HEAD)
        .says("emergency", null, flood, impact(number <= HOMES))
        .granted(
            "emergency",
            flood + 1,
            "disaster-emergency",
            "disaster",
            FLOOD,
            people * AID_FEN_A_DAY * EMERGENCY_DAYS)
        .granted(
            "emergency",
            flood + 1 + EMERGENCY_DAYS,
            "disaster-transition",
            "disaster",
            FLOOD,
            people * AID_FEN_A_DAY * 30,
            people * AID_FEN_A_DAY * 30,
            people * AID_FEN_A_DAY * 30)
        .says("civil-affairs", null, script.day(-4, 10), new ApplicationMade("dibao"))
        .says("civil-affairs", null, script.day(-2, 20), new ClassRecognised("dibao", null, null))
        .granted(
            "civil-affairs",
            script.day(-2, 20),
            "dibao",
            "disaster",
            null,
            people * DIBAO_FEN_A_HEAD,
            people * DIBAO_FEN_A_HEAD,
            people * DIBAO_FEN_A_HEAD)
        .hardship(FateKind.FLOOD, null, flood);
  }

  private static DisasterImpact impact(boolean home) {
    return home
        ? new DisasterImpact(FLOOD, "flood", "severe", false, 0, 0, 60_000_00)
        : new DisasterImpact(FLOOD, "flood", "none", true, 0, 0, 8_000_00);
  }
}
