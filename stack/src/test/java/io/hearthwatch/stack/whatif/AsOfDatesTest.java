package io.hearthwatch.stack.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AsOfDatesTest {

  @Test
  void areTheMonthEndsFromOneDateOnAndTheOther() {
    assertThat(AsOfDates.between(LocalDate.parse("2023-01-31"), LocalDate.parse("2023-03-15")))
        .map(Object::toString)
        .containsExactly("2023-01-31", "2023-02-28", "2023-03-15");
  }

  @Test
  void theLastDateStandsOnceWhereItIsAMonthsEnd() {
    assertThat(AsOfDates.between(LocalDate.parse("2023-02-01"), LocalDate.parse("2023-03-31")))
        .map(Object::toString)
        .containsExactly("2023-02-28", "2023-03-31");
  }

  @Test
  void oneDateIsOne() {
    LocalDate date = LocalDate.parse("2023-03-15");
    assertThat(AsOfDates.between(date, date)).containsExactly(date);
  }
}
