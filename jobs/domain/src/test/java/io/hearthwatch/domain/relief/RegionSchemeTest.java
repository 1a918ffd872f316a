package io.hearthwatch.domain.relief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RegionSchemeTest {

  private final RegionScheme scheme = new RegionScheme(List.of(2, 4, 6, 9));

  @Test
  void aCodeOfDigitsLiesInItsBeginnings() {
    assertThat(scheme.levels("360823101"))
        .containsExactly("ALL", "36", "3608", "360823", "360823101");
    assertThat(scheme.levels("360823")).containsExactly("ALL", "36", "3608", "360823");
    assertThat(scheme.levels("36082310100")).endsWith("360823101", "36082310100");
    assertThat(scheme.levels("36")).containsExactly("ALL", "36");
  }

  @Test
  void aCodeWithDotsLiesInWhatStandsBeforeEachDot() {
    assertThat(scheme.levels("US.TX.harris")).containsExactly("ALL", "US", "US.TX", "US.TX.harris");
    assertThat(scheme.levels(".x")).containsExactly("ALL", ".x");
    assertThat(scheme.levels("a..b")).containsExactly("ALL", "a", "a.", "a..b");
  }

  /** A region that is called as the nation is the nation, once. */
  @Test
  void noRegionIsCountedTwice() {
    assertThat(scheme.levels("ALL")).containsExactly("ALL");
  }

  @Test
  void levelsAscend() {
    assertThatThrownBy(() -> new RegionScheme(List.of(4, 2)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
