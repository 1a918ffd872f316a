package io.hearthwatch.domain.household;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.domain.household.body.ApplicationMade;
import io.hearthwatch.domain.household.body.MemberLeft;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which of two versions survives: a table, and that the order of arrival does not matter. */
class SurvivingVersionTest {

  // SHA-256 of "19418|110101||APPLICATION_MADE|programme=..." begins with 4380b95a for tekun and
  // with 6a189a8d for dibao. Computed outside of this program.
  private static final EventBody LESSER = new ApplicationMade("tekun");
  private static final EventBody GREATER = new ApplicationMade("dibao");

  static Stream<Arguments> versions() {
    return Stream.of(
        // survivor first
        Arguments.of("higher revision", correct(2, LESSER), correct(1, GREATER)),
        Arguments.of("correction over notice", correct(1, LESSER), notice(0, GREATER)),
        Arguments.of("void over notice", voided(1, LESSER), notice(0, GREATER)),
        Arguments.of("void of the same revision", voided(1, LESSER), correct(1, GREATER)),
        Arguments.of("void of revision 0", voided(0, LESSER), notice(0, GREATER)),
        Arguments.of("correction over an older void", correct(2, LESSER), voided(1, GREATER)),
        Arguments.of("greater hash", correct(1, GREATER), correct(1, LESSER)),
        Arguments.of("greater hash of notices", notice(0, GREATER), notice(0, LESSER)),
        Arguments.of(
            "of two voids the later day",
            Lines.version(1, EventKind.VOID, 1, "2023-03-02", null, LESSER),
            Lines.version(1, EventKind.VOID, 1, "2023-03-01", null, GREATER)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("versions")
  void survivesInEitherOrder(String why, HouseholdEvent survivor, HouseholdEvent other) {
    assertThat(text(survivor, other)).isEqualTo(text(survivor));
    assertThat(text(other, survivor)).isEqualTo(text(survivor));
    assertThat(text(survivor, other, survivor, other)).isEqualTo(text(survivor));
  }

  @Test
  void theSameVersionTwiceChangesNothing() {
    Ledger once = Lines.ledger(notice(0, LESSER));
    Ledger.Applied again = once.apply(notice(0, LESSER));
    assertThat(again.outcome()).isEqualTo(Ledger.Outcome.ALREADY_KNOWN);
    assertThat(again.ledger()).isSameAs(once);
  }

  @Test
  void anyOrderAndAnyRepetitionEndTheSame() {
    List<HouseholdEvent> all = new ArrayList<>();
    versions().forEach(pair -> all.add((HouseholdEvent) pair.get()[1]));
    versions().forEach(pair -> all.add((HouseholdEvent) pair.get()[2]));
    String expected = text(all.toArray(HouseholdEvent[]::new));
    for (long seed = 0; seed < 500; seed++) {
      List<HouseholdEvent> shuffled = new ArrayList<>(all);
      shuffled.addAll(all.subList(0, (int) (seed % all.size())));
      Collections.shuffle(shuffled, new Random(seed));
      assertThat(text(shuffled.toArray(HouseholdEvent[]::new))).isEqualTo(expected);
    }
  }

  @Test
  void takingWhateverComesLastWouldBeNoticed() {
    // The red twin: a ledger in which the last one to come wins depends on the order.
    HouseholdEvent survivor = correct(1, GREATER);
    HouseholdEvent other = correct(1, LESSER);
    assertThat(text(other)).isNotEqualTo(text(survivor));
  }

  @Test
  void identityNeverChanges() {
    Ledger ledger = Lines.ledger(Lines.event(1, "2023-03-01", "a", new MemberLeft("work")));
    assertThat(
            ledger
                .apply(
                    Lines.version(
                        1, EventKind.CORRECT, 1, "2023-03-01", "b", new MemberLeft("work")))
                .outcome())
        .isEqualTo(Ledger.Outcome.IDENTITY_CHANGED);
  }

  private static HouseholdEvent notice(int revision, EventBody body) {
    return Lines.version(1, EventKind.NOTIFY, revision, "2023-03-02", null, body);
  }

  private static HouseholdEvent correct(int revision, EventBody body) {
    return Lines.version(1, EventKind.CORRECT, revision, "2023-03-02", null, body);
  }

  private static HouseholdEvent voided(int revision, EventBody body) {
    return Lines.version(1, EventKind.VOID, revision, "2023-03-02", null, body);
  }

  /** What the ledger says, whatever its dictionary still remembers. */
  private static String text(HouseholdEvent... events) {
    StringBuilder text = new StringBuilder();
    for (LedgerLine line : Lines.ledger(events).lines()) {
      text.append(line.id()).append(' ').append(line.day()).append(' ').append(line.revision());
      text.append(' ').append(line.voided() ? "void" : line.body()).append('\n');
    }
    return text.toString();
  }
}
