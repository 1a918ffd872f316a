package io.hearthwatch.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {

  /** Labour Day 2023: 1 to 3 May are free, Sunday 23 April and Saturday 6 May are worked. */
  private static final WorkingDays LABOUR_DAY =
      new WorkingDays(
          Set.of(
              LocalDate.parse("2023-05-01"),
              LocalDate.parse("2023-05-02"),
              LocalDate.parse("2023-05-03")),
          Set.of(LocalDate.parse("2023-04-23"), LocalDate.parse("2023-05-06")));

  @ParameterizedTest
  @CsvSource({
    "2023-04-22, false", // an ordinary Saturday
    "2023-04-23, true", // a Sunday that is worked
    "2023-04-28, true", // an ordinary Friday
    "2023-04-30, false", // an ordinary Sunday
    "2023-05-01, false", // a Monday that is free
    "2023-05-04, true",
    "2023-05-06, true", // a Saturday that is worked
    "2023-05-07, false",
  })
  void restDaysMove(LocalDate day, boolean worked) {
    assertThat(LABOUR_DAY.isWorkingDay(day)).isEqualTo(worked);
  }

  @ParameterizedTest
  @CsvSource({
    "2023-04-28, 0, 2023-04-28",
    "2023-04-28, 1, 2023-05-04", // over the holiday
    "2023-04-28, 3, 2023-05-06", // ends on the worked Saturday
    "2023-04-28, 4, 2023-05-08", // and not on the Sunday after it
    "2023-04-22, 1, 2023-04-23",
    "2023-04-29, 5, 2023-05-09",
    "2023-05-01, 1, 2023-05-04",
    "2023-06-02, 10, 2023-06-16",
  })
  void countsFromTheDayAfter(LocalDate from, int workingDays, LocalDate reached) {
    assertThat(LABOUR_DAY.plus(from, workingDays)).isEqualTo(reached);
  }
}
