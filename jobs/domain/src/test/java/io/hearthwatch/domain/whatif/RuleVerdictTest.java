package io.hearthwatch.domain.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.domain.alert.Urgency;
import io.hearthwatch.domain.rule.Assessment;
import io.hearthwatch.domain.rule.Hit;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What changes about a rule, from every verdict to every other one. */
class RuleVerdictTest {

  private static final RuleVerdict UNKNOWN =
      new RuleVerdict(List.of(), List.of(unknown("anna", "2023-04")));
  private static final RuleVerdict ANNA = hits(hit("anna", Urgency.ORANGE, 1));
  private static final RuleVerdict ANNA_RED = hits(hit("anna", Urgency.RED, 1));
  private static final RuleVerdict BEN = hits(hit("ben", Urgency.ORANGE, 1));

  @Test
  void nothingChangesToTheSame() {
    for (RuleVerdict verdict : List.of(RuleVerdict.SILENT, UNKNOWN, ANNA, ANNA_RED, BEN)) {
      assertThat(verdict.changesTo(verdict)).isEmpty();
    }
  }

  @Test
  void figuresAloneAreNoChange() {
    assertThat(ANNA.changesTo(hits(hit("anna", Urgency.ORANGE, 2)))).isEmpty();
    RuleVerdict anotherMonth = new RuleVerdict(List.of(), List.of(unknown("anna", "2023-05")));
    assertThat(UNKNOWN.changesTo(anotherMonth)).isEmpty();
  }

  @Test
  void aHitComesOrGoes() {
    assertThat(RuleVerdict.SILENT.changesTo(ANNA)).containsExactly(RuleChange.NEWLY_HIT);
    assertThat(ANNA.changesTo(RuleVerdict.SILENT)).containsExactly(RuleChange.NO_LONGER_HIT);
  }

  @Test
  void whatIsNotKnownComesOrGoes() {
    assertThat(RuleVerdict.SILENT.changesTo(UNKNOWN))
        .containsExactly(RuleChange.NEWLY_NOT_ASSESSABLE);
    assertThat(UNKNOWN.changesTo(RuleVerdict.SILENT))
        .containsExactly(RuleChange.NO_LONGER_NOT_ASSESSABLE);
    assertThat(UNKNOWN.changesTo(ANNA))
        .containsExactly(RuleChange.NEWLY_HIT, RuleChange.NO_LONGER_NOT_ASSESSABLE);
    assertThat(ANNA.changesTo(UNKNOWN))
        .containsExactly(RuleChange.NO_LONGER_HIT, RuleChange.NEWLY_NOT_ASSESSABLE);
  }

  @Test
  void theMostUrgentHitDecides() {
    assertThat(ANNA.changesTo(ANNA_RED)).containsExactly(RuleChange.MORE_URGENT);
    assertThat(ANNA_RED.changesTo(ANNA)).containsExactly(RuleChange.LESS_URGENT);
  }

  @Test
  void othersOfTheHouseholdAreHit() {
    assertThat(ANNA.changesTo(BEN)).containsExactly(RuleChange.OTHERS_HIT);
    assertThat(ANNA_RED.changesTo(BEN))
        .containsExactly(RuleChange.LESS_URGENT, RuleChange.OTHERS_HIT);
    RuleVerdict both = hits(hit("anna", Urgency.ORANGE, 1), hit("ben", Urgency.ORANGE, 1));
    assertThat(ANNA.changesTo(both)).containsExactly(RuleChange.OTHERS_HIT);
  }

  /** One member is hit, of another it is not known: the household is hit. */
  @Test
  void aHitBesideSomethingUnknownIsAHit() {
    RuleVerdict mixed = new RuleVerdict(ANNA.hits(), List.of(unknown("ben", "2023-04")));
    assertThat(ANNA.changesTo(mixed)).isEmpty();
    assertThat(UNKNOWN.changesTo(mixed))
        .containsExactly(RuleChange.NEWLY_HIT, RuleChange.NO_LONGER_NOT_ASSESSABLE);
  }

  private static RuleVerdict hits(Hit... hits) {
    return new RuleVerdict(Arrays.asList(hits), List.of());
  }

  private static Hit hit(String member, Urgency urgency, long measure) {
    return new Hit(
        "M01", member, urgency, "", measure, List.of(), List.of(), List.of(), 0, List.of());
  }

  private static Assessment.Unassessed unknown(String member, String month) {
    return new Assessment.Unassessed("M01", member, "income-unknown", month);
  }
}
