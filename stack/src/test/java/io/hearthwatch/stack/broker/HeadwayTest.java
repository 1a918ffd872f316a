package io.hearthwatch.stack.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HeadwayTest {

  private Instant now = Instant.parse("2023-07-01T00:00:00Z");
  private final Headway headway = new Headway(Duration.ofSeconds(30), () -> now);

  @Test
  void whatBecomesLessMayTakeForEver() {
    for (long left = 100; left > 0; left--) {
      assertThat(headway.isMade(left)).isTrue();
      now = now.plusSeconds(29);
    }
  }

  @Test
  void whatStandsStillIsGivenUpWhenPatienceIsOver() {
    headway.isMade(5);
    now = now.plusSeconds(30);
    assertThat(headway.isMade(5)).isTrue();
    now = now.plusSeconds(1);
    assertThat(headway.isMade(5)).isFalse();
  }

  /** A job that restarts goes over the same again: that is not getting on. */
  @Test
  void goingBackIsNoHeadway() {
    headway.isMade(5);
    headway.isMade(9);
    now = now.plusSeconds(31);
    assertThat(headway.isMade(8)).isFalse();
    assertThat(headway.isMade(4)).isTrue();
  }
}
