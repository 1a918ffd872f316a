package io.hearthwatch.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Under which code a region is looked up, on both sides of each day. */
class RegionCodesTest {

  private static final RegionCodes CODES =
      codes(
          change("2021-04-09", "330104", "330102"),
          change("2022-01-01", "3301", "3302"),
          change("2022-01-01", "330106", "440106"),
          change("2023-01-01", "330202", "330201"));

  @Test
  void beforeTheDayAsItWasAndFromItOnAsItIs() {
    assertThat(at("330104", "2021-04-08")).isEqualTo("330104");
    assertThat(at("330104", "2021-04-09")).isEqualTo("330102");
  }

  @Test
  void whatLiesInItGoesWithIt() {
    assertThat(at("330104009001", "2021-04-08")).isEqualTo("330104009001");
    assertThat(at("330104009001", "2021-04-09")).isEqualTo("330102009001");
    assertThat(at("3301", "2021-04-09")).as("what it lies in does not").isEqualTo("3301");
  }

  @Test
  void chainsFollowTheirDays() {
    assertThat(at("330104", "2021-12-31")).isEqualTo("330102");
    assertThat(at("330104", "2022-01-01")).isEqualTo("330202");
    assertThat(at("330104", "2022-12-31")).isEqualTo("330202");
    assertThat(at("330104", "2023-01-01")).isEqualTo("330201");
  }

  /** What becomes a code after that code became another is a new region. */
  @Test
  void aLaterChangeIsNotFollowedByAnEarlierOne() {
    RegionCodes codes =
        codes(change("2021-01-01", "110101", "110102"), change("2022-01-01", "110103", "110101"));
    assertThat(codes.at("110103", day("2022-01-01"))).isEqualTo("110101");
  }

  @Test
  void ofOneDayTheLongestCodeAloneCounts() {
    assertThat(at("330106", "2021-12-31")).isEqualTo("330106");
    assertThat(at("330106", "2022-01-01")).isEqualTo("440106");
    assertThat(at("330108", "2022-01-01")).isEqualTo("330208");
    RegionCodes swapped =
        codes(change("2021-01-01", "110101", "110102"), change("2021-01-01", "110102", "110103"));
    assertThat(swapped.at("110101", day("2021-01-01"))).isEqualTo("110102");
  }

  @Test
  void theOrderInWhichTheyStandIsNoMatter() {
    List<RegionCodes.Change> changes = new ArrayList<>(CODES.changes());
    Random random = new Random(1);
    for (int order = 0; order < 100; order++) {
      Collections.shuffle(changes, random);
      assertThat(new RegionCodes(List.of(), changes)).isEqualTo(CODES);
    }
  }

  @Test
  void withoutChangesEveryCodeStays() {
    assertThat(RegionCodes.NONE.at("330104", day("2026-01-01"))).isEqualTo("330104");
    assertThat(RegionCodes.NONE.at("", day("2026-01-01"))).isEmpty();
  }

  private static String at(String region, String day) {
    return CODES.at(region, day(day));
  }

  private static RegionCodes codes(RegionCodes.Change... changes) {
    return new RegionCodes(List.of(), List.of(changes));
  }

  private static RegionCodes.Change change(String from, String was, String now) {
    return new RegionCodes.Change(day(from), was, now, "assumed");
  }

  private static int day(String text) {
    return (int) LocalDate.parse(text).toEpochDay();
  }
}
