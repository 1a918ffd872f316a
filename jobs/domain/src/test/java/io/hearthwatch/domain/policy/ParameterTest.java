package io.hearthwatch.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterTest {

  private static final List<Parameter.Entry> ENTRIES =
      List.of(
          entry("", "2000-01-01", 500L),
          entry("", "2022-01-01", 700L),
          entry("33", "2021-01-01", 800L),
          entry("33", "2023-01-01", null),
          entry("33", "2024-01-01", 850L),
          entry("3301", "2022-06-01", 900L),
          entry("3301", "2023-06-01", null));

  @ParameterizedTest
  @CsvSource({
    "110101, 1999-12-31, ", // before anything
    "110101, 2000-01-01, 500",
    "110101, 2021-12-31, 500", // both sides of a date
    "110101, 2022-01-01, 700",
    "330102, 2020-12-31, 500", // the province has not spoken yet
    "330102, 2021-01-01, 800",
    "330102, 2022-05-31, 800",
    "330102, 2022-06-01, 900", // the city: a longer prefix
    "330102, 2023-01-01, 900", // the province ends, the city does not
    "330102, 2023-05-31, 900",
    "330102, 2023-06-01, 700", // city and province have ended: the nation
    "330102, 2024-01-01, 850", // the province speaks again
    "330201, 2022-12-31, 800",
    "330201, 2023-01-01, 700", // a dated null lets the wider region speak
    "330201, 2024-01-01, 850",
    "3301, 2022-06-01, 900", // a region that is the prefix itself
    "3, 2022-06-01, 700", // and one that is shorter
  })
  void theLongestPrefixInForceDecides(String region, LocalDate day, Long amount) {
    assertThat(amountAt(ENTRIES, region, day)).isEqualTo(amount);
  }

  @Test
  void theOrderOfEntriesDoesNotMatter() {
    List<Parameter.Entry> shuffled = new ArrayList<>(ENTRIES);
    for (long seed = 0; seed < 50; seed++) {
      Collections.shuffle(shuffled, new Random(seed));
      assertThat(amountAt(shuffled, "330102", LocalDate.parse("2023-06-01"))).isEqualTo(700L);
      assertThat(amountAt(shuffled, "330201", LocalDate.parse("2024-01-01"))).isEqualTo(850L);
    }
  }

  @Test
  void aNationThatEndedLeavesNothing() {
    List<Parameter.Entry> ended =
        List.of(entry("", "2000-01-01", 500L), entry("", "2020-01-01", null));
    assertThat(amountAt(ended, "11", LocalDate.parse("2019-12-31"))).isEqualTo(500L);
    assertThat(amountAt(ended, "11", LocalDate.parse("2020-01-01"))).isNull();
  }

  private static Long amountAt(List<Parameter.Entry> entries, String region, LocalDate day) {
    return new Parameter(
            "p", Parameter.Unit.COUNT, new Text("名", "title"), new Text("问", "question"), entries)
        .at(region, (int) day.toEpochDay())
        .map(entry -> ((ParameterValue.Number) entry.value()).amount())
        .orElse(null);
  }

  private static Parameter.Entry entry(String region, String from, Long amount) {
    return new Parameter.Entry(
        region,
        (int) LocalDate.parse(from).toEpochDay(),
        amount == null ? null : new ParameterValue.Number(amount, false),
        "assumed");
  }
}
