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
}
