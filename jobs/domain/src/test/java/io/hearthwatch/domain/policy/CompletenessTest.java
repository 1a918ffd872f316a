package io.hearthwatch.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CompletenessTest {

  private static final Completeness SAID =
      Completeness.NONE
          .with("finance", "", 100)
          .with("finance", "11", 120)
          .with("finance", "22", 90);

  @Test
  void theLatestDayOfAnyPrefixCounts() {
    assertThat(SAID.throughDay("finance", "110101")).isEqualTo(120);
    assertThat(SAID.throughDay("finance", "220101")).isEqualTo(100);
    assertThat(SAID.throughDay("finance", "330101")).isEqualTo(100);
  }

  @Test
  void theLastWordOfAPrefixReplacesTheOneBefore() {
    assertThat(SAID.with("finance", "11", 80).throughDay("finance", "110101")).isEqualTo(100);
    assertThat(SAID.throughDay("finance", "110101")).as("a value").isEqualTo(120);
  }

  @Test
  void aSourceThatSaidNothingIsNeverComplete() {
    assertThat(SAID.throughDay("charity", "110101")).isEqualTo(Completeness.NEVER);
  }

  @Test
  void whatIsSaidOfAnotherCityChangesNothingHere() {
    Completeness before = Completeness.NONE.with("civil-affairs", "3608", 100);
    assertThat(before.sameFor(before.with("civil-affairs", "3607", 200), "360823", "360823"))
        .isTrue();
    assertThat(before.sameFor(before.with("civil-affairs", "36", 99), "360823", "360823")).isTrue();
    assertThat(before.sameFor(before.with("civil-affairs", "36", 101), "360823", "360823"))
        .isFalse();
    assertThat(before.sameFor(before.with("civil-affairs", "3609", 101), "360823", "360923"))
        .as("the code that it has now")
        .isFalse();
    assertThat(before.sameFor(before.with("education", "11", 1), "360823", "360823"))
        .as("a source that never spoke, of whomever: asked anew, to be safe")
        .isFalse();
  }
}
