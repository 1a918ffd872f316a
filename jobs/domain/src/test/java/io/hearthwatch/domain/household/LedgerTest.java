package io.hearthwatch.domain.household;

import static io.hearthwatch.domain.household.Lines.day;
import static io.hearthwatch.domain.household.Lines.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.hearthwatch.domain.household.body.ApplicationMade;
import io.hearthwatch.domain.household.body.DiagnosisMade;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LedgerTest {

  private static final Retention RETENTION = new Retention(Lines.ZONE, 36);

  @Test
  void keepsEveryBodyAsItWas() {
    Set<EventType> seen = EnumSet.noneOf(EventType.class);
    for (EventBody body : Bodies.all()) {
      Ledger ledger = read(Lines.ledger(event(1, "2023-05-10", "anna", body)));
      LedgerLine line = ledger.lines().get(0);
      assertThat(line.body()).isEqualTo(body);
      assertThat(line.type()).isEqualTo(body.type());
      assertThat(line.personId()).isEqualTo("anna");
      assertThat(line.day()).isEqualTo(day("2023-05-10"));
      seen.add(body.type());
    }
    assertThat(seen).containsExactly(EventType.values());
  }

  @Test
  void keepsDaysFrom1900To2199() {
    for (String date : List.of("1900-01-01", "1969-12-31", "1970-01-01", "2199-12-31")) {
      Ledger ledger = read(Lines.ledger(event(1, date, null, new DiagnosisMade("x"))));
      assertThat(ledger.lines().get(0).day()).isEqualTo(day(date));
    }
  }

  @Test
  void isInTheOrderOfDaysThenOfIdsWithoutSign() {
    EventBody body = new ApplicationMade("dibao");
    Ledger ledger =
        Lines.ledger(
            event(-1, "2023-05-10", null, body),
            event(5, "2023-05-11", null, body),
            event(7, "2023-05-10", null, body),
            event(2, "2023-05-10", null, body));
    assertThat(read(ledger).lines()).extracting(LedgerLine::id).containsExactly(2L, 7L, -1L, 5L);
  }

  @Test
  void aCorrectionMayMoveTheDay() {
    EventBody body = new ApplicationMade("dibao");
    Ledger ledger =
        Lines.ledger(
            event(1, "2023-05-10", null, body),
            event(2, "2023-05-11", null, body),
            Lines.version(1, EventKind.CORRECT, 1, "2023-05-12", null, body));
    assertThat(ledger.lines()).extracting(LedgerLine::id).containsExactly(2L, 1L);
    assertThat(ledger.size()).isEqualTo(2);
  }

  @Test
  void aTombstoneHasNoBody() {
    LedgerLine line =
        Lines.lines(
                Lines.version(
                    1, EventKind.VOID, 1, "2023-05-10", null, new ApplicationMade("dibao")))
            .get(0);
    assertThat(line.voided()).isTrue();
    assertThatIllegalStateException().isThrownBy(line::body);
  }

  @Test
  void oldHappeningsLeaveAndStandingFactsStay() {
    Ledger ledger =
        Lines.ledger(
            event(1, "2020-01-01", null, new ApplicationMade("dibao")),
            event(2, "2020-01-01", null, new DiagnosisMade("C34")),
            event(3, "2020-01-02", null, new ApplicationMade("dibao")));
    Ledger pruned = read(ledger.pruned(RETENTION, day("2023-01-02")));
    assertThat(pruned.lines()).extracting(LedgerLine::id).containsExactly(2L, 3L);
    assertThat(pruned.lines().get(0).body()).isEqualTo(new DiagnosisMade("C34"));
    assertThat(ledger.pruned(RETENTION, day("2023-01-01"))).isSameAs(ledger);
  }

  /** The version that it replaced may be told once more; it would survive where nothing stood. */
  @Test
  void laterVersionsStayTwiceAsLong() {
    Ledger ledger =
        Lines.ledger(
            Lines.version(
                1, EventKind.CORRECT, 1, "2020-01-10", null, new ApplicationMade("dibao")),
            Lines.version(2, EventKind.VOID, 1, "2020-01-10", null, new ApplicationMade("dibao")),
            event(3, "2020-01-10", null, new ApplicationMade("dibao")));
    Ledger pruned = read(ledger.pruned(RETENTION, day("2023-01-15")));
    assertThat(pruned.lines()).extracting(LedgerLine::id).containsExactly(1L, 2L);
    assertThat(pruned.apply(event(1, "2022-12-05", null, new ApplicationMade("dibao"))).outcome())
        .isEqualTo(Ledger.Outcome.ALREADY_KNOWN);
    assertThat(pruned.pruned(RETENTION, day("2026-01-10"))).isSameAs(pruned);
    assertThat(pruned.pruned(RETENTION, day("2026-01-11")).size()).isZero();
  }

  @Test
  void refusesTheLineAfterTheLast() {
    Ledger ledger = Ledger.empty();
    for (int i = 0; i < Ledger.MAX_LINES; i++) {
      ledger = ledger.apply(event(i, "2023-05-10", null, new ApplicationMade("dibao"))).ledger();
    }
    assertThat(ledger.size()).isEqualTo(Ledger.MAX_LINES);
    assertThat(ledger.apply(event(-1, "2023-05-10", null, new ApplicationMade("dibao"))).outcome())
        .isEqualTo(Ledger.Outcome.HOUSEHOLD_FULL);
    assertThat(
            ledger
                .apply(
                    Lines.version(
                        5, EventKind.VOID, 1, "2023-05-10", null, new ApplicationMade("dibao")))
                .outcome())
        .as("a version of what is there needs no room")
        .isEqualTo(Ledger.Outcome.STORED);
  }

  @Test
  void refusesThePersonAfterTheLast() {
    Ledger ledger = Ledger.empty();
    for (int i = 0; i < Ledger.MAX_PEOPLE; i++) {
      ledger =
          ledger.apply(event(i, "2023-05-10", "person-" + i, new DiagnosisMade("C34"))).ledger();
    }
    assertThat(ledger.size()).isEqualTo(Ledger.MAX_PEOPLE);
    HouseholdEvent oneMore = event(-1, "2023-05-10", "one-more", new DiagnosisMade("C34"));
    assertThat(ledger.apply(oneMore).outcome()).isEqualTo(Ledger.Outcome.HOUSEHOLD_FULL);
    for (String known : Arrays.asList("person-7", null)) {
      assertThat(ledger.apply(event(-1, "2023-05-10", known, new DiagnosisMade("C34"))).outcome())
          .as("more of %s", known)
          .isEqualTo(Ledger.Outcome.STORED);
    }
  }

  private static Ledger read(Ledger ledger) {
    return HouseholdProfile.ofBytes(HouseholdProfile.empty().withLedger(ledger).toBytes()).ledger();
  }
}
