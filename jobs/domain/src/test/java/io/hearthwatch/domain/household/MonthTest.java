package io.hearthwatch.domain.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MonthTest {

  @Test
  void isWrittenAsYyyymmAndRead() {
    for (int year = 1900; year < 2200; year++) {
      for (int month = 1; month <= 12; month++) {
        int number = year * 100 + month;
        assertThat(Month.ofNumber(number).number()).isEqualTo(number);
      }
    }
  }

  @Test
  void crossesTheYear() {
    assertThat(Month.ofNumber(202312).plus(1)).isEqualTo(Month.ofNumber(202401));
    assertThat(Month.ofNumber(202401).plus(-13)).isEqualTo(Month.ofNumber(202212));
    assertThat(Month.ofNumber(202402).lastDay()).isEqualTo(LocalDate.of(2024, 2, 29));
    assertThat(Month.ofNumber(202302).firstDay()).isEqualTo(LocalDate.of(2023, 2, 1));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 202300, 202313, 189912, 220001, 20231, -202301, 2023_01_01})
  void refusesWhatIsNoMonth(long number) {
    assertThatIllegalArgumentException().isThrownBy(() -> Month.ofNumber(number));
  }
}
