package io.hearthwatch.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTest {

  @ParameterizedTest
  @CsvSource({
    "2023-06-15, 12, 2022-06-16",
    "2023-03-31, 1, 2023-03-01",
    "2024-03-31, 1, 2024-03-01",
    "2023-03-30, 1, 2023-03-01",
    "2023-03-28, 1, 2023-03-01",
    "2023-03-27, 1, 2023-02-28",
    "2024-02-29, 12, 2023-03-01",
    "2024-02-28, 12, 2023-03-01",
    "2023-08-31, 6, 2023-03-01",
    "2023-05-31, 1, 2023-05-01",
    "2023-05-31, 24, 2021-06-01",
  })
  void monthsAreClampedAtShortMonths(LocalDate asOf, int months, LocalDate firstDay) {
    assertThat(first(Window.months(months), asOf)).isEqualTo(firstDay);
  }

  @ParameterizedTest
  @CsvSource({
    "2023-05-31, 30, 2023-05-02",
    "2023-05-31, 1, 2023-05-31",
    "2023-03-01, 1, 2023-03-01",
    "2024-03-01, 2, 2024-02-29",
  })
  void daysCountTheAsOfDate(LocalDate asOf, int days, LocalDate firstDay) {
    assertThat(first(Window.days(days), asOf)).isEqualTo(firstDay);
  }

  @Test
  void isAtLeastOneLong() {
    assertThatIllegalArgumentException().isThrownBy(() -> Window.days(0));
    assertThatIllegalArgumentException().isThrownBy(() -> Window.months(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> Window.days(10_001));
  }

  @Test
  void isWrittenAsInARule() {
    assertThat(Window.days(30)).hasToString("days(30)");
    assertThat(Window.months(12)).hasToString("months(12)");
  }

  private static LocalDate first(Window window, LocalDate asOf) {
    return LocalDate.ofEpochDay(window.firstDay((int) asOf.toEpochDay()));
  }
}
