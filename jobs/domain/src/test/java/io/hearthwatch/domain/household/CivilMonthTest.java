package io.hearthwatch.domain.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CivilMonthTest {

  @Test
  void agreesWithJavaTimeOnEveryDayFrom1900To2199() {
    int days = 0;
    for (LocalDate day = LocalDate.of(1900, 1, 1); day.getYear() < 2200; day = day.plusDays(1)) {
      int index = CivilMonth.index((int) day.toEpochDay());
      if (index != day.getYear() * 12 + day.getMonthValue() - 1) {
        assertThat(index).as(day.toString()).isEqualTo(Month.of(day).index());
      }
      days++;
    }
    assertThat(days).isEqualTo(109_573); // 300 years, 73 of them leap years
  }

  @Test
  void firstAndLastDaysAgreeWithJavaTime() {
    for (Month month = new Month(1900 * 12); month.index() < 2199 * 12; month = month.plus(1)) {
      assertThat(month.firstEpochDay()).isEqualTo((int) month.firstDay().toEpochDay());
      assertThat(month.lastEpochDay()).isEqualTo((int) month.lastDay().toEpochDay());
    }
  }
}
