package io.hearthwatch.domain.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hearthwatch.domain.household.body.HouseholdRegistered;
import java.time.Instant;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Both sides of every bound of what may enter, and that its reason repeats no value. */
class LimitsTest {

  @Test
  void amountsAreFromNothingToATrillionYuan() {
    assertTaken(() -> Limits.amount("paid", 0));
    assertTaken(() -> Limits.amount("paid", 100_000_000_000_000L));
    assertRefused(() -> Limits.amount("paid", -1), "paid is negative");
    assertRefused(() -> Limits.amount("paid", 100_000_000_000_001L), "paid is over 10^14");
    assertRefused(() -> Limits.amount("paid", Long.MIN_VALUE), "paid is negative");
    assertThat(Math.multiplyExact(Limits.MAX_AMOUNT_FEN, Ledger.MAX_LINES))
        .as("the greatest sum of a household, which must not throw")
        .isPositive();
  }

  @Test
  void countsAreFromNothingToATrillion() {
    assertTaken(() -> Limits.count("people", 1_000_000_000_000L));
    assertRefused(() -> Limits.count("people", -1), "people is negative");
    assertRefused(() -> Limits.count("people", 1_000_000_000_001L), "people is over 10^12");
    assertTaken(() -> Limits.atMost("grade", 4, 4));
    assertRefused(() -> Limits.atMost("grade", 5, 4), "grade is more than 4");
  }

  @Test
  void idsAreShortAndPlain() {
    String longest = "x".repeat(64);
    assertTaken(() -> Limits.id("id", longest));
    assertTaken(() -> Limits.id("id", "!~:-.#"));
    assertTaken(() -> Limits.optionalId("id", null));
    assertRefused(() -> Limits.id("id", longest + "x"), "id is longer than 64");
    assertRefused(() -> Limits.id("id", ""), "id is missing");
    assertRefused(() -> Limits.optionalId("id", ""), "id is missing");
    for (String odd : new String[] {" ", "a b", "a|b", "a'b", "a\"b", "张", "a\n", "\u007f"}) {
      assertRefused(() -> Limits.id("id", odd), "id has a character that is not allowed");
    }
  }

  @Test
  void daysAreOf1900To2199() {
    for (String day : new String[] {"1900-01-01", "2199-12-31"}) {
      assertTaken(() -> event(day, day));
    }
    for (String day : new String[] {"1899-12-31", "2200-01-01"}) {
      assertRefused(() -> event(day, "2023-05-23"), "occurredOn is not within 1900 to 2199");
      assertRefused(() -> event("2023-05-23", day), "reportedAt is not within 1900 to 2199");
    }
  }

  private static HouseholdEvent event(String occurredOn, String reportedOn) {
    return new HouseholdEvent(
        new EventId(1, 2),
        EventKind.NOTIFY,
        0,
        "civil-affairs",
        "h-1",
        null,
        "110101",
        null,
        (int) LocalDate.parse(occurredOn).toEpochDay(),
        Instant.parse(reportedOn + "T23:59:59.999Z").toEpochMilli(),
        new HouseholdRegistered("urban"));
  }

  private static void assertTaken(ThrowingCallable check) {
    assertThatCode(check).doesNotThrowAnyException();
  }

  private static void assertRefused(ThrowingCallable check, String reason) {
    assertThatThrownBy(check).isInstanceOf(IllegalArgumentException.class).hasMessage(reason);
  }
}
