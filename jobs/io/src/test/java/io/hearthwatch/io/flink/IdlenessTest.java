package io.hearthwatch.io.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarksWithIdleness.IdlenessTimer;
import org.apache.flink.util.clock.RelativeClock;
import org.junit.jupiter.api.Test;

class IdlenessTest {

  private static final Duration TIMEOUT = Duration.ofMillis(200);
  private static final long LOOK_MS = 20;

  /** Time, and of it that which passed while the partition was not held. */
  private static final class Clocks implements RelativeClock {
    private long nowNs = 5_000_000_000L;
    private long activeNs = 77;
    private boolean held;

    void pass(long ms) {
      passNs(ms * 1_000_000);
    }

    /** Whoever looks at it takes some time. */
    long lookedAt() {
      passNs(600);
      return nowNs;
    }

    private void passNs(long ns) {
      nowNs += ns;
      activeNs += held ? 0 : ns;
    }

    @Override
    public long relativeTimeNanos() {
      return activeNs;
    }

    @Override
    public long relativeTimeMillis() {
      return activeNs / 1_000_000;
    }
  }

  private final Clocks clocks = new Clocks();
  private final Idleness idleness = new Idleness(TIMEOUT, clocks, clocks::lookedAt);

  @Test
  void whatIsQuietForTheTimeoutIsIdleUntilItIsHeard() {
    assertThat(afterLooks(11)).isFalse();
    assertThat(afterLooks(2)).isTrue();
    clocks.held = true; // what follows takes no more: it stays idle
    assertThat(afterLooks(5)).isTrue();
    clocks.held = false;
    idleness.heard();
    assertThat(afterLooks(11)).isFalse();
    assertThat(afterLooks(2)).isTrue();
  }

  /** Held in the moment in which the timeout has passed, before anybody has looked. */
  @Test
  void whatIsHeldIsNeverIdle() {
    IdlenessTimer ofFlink = new IdlenessTimer(clocks, TIMEOUT);
    for (int look = 0; look < 11; look++) {
      clocks.pass(LOOK_MS);
      assertThat(idleness.look()).isFalse();
      assertThat(ofFlink.checkIfIdle()).isFalse();
    }
    clocks.pass(LOOK_MS + 1);
    clocks.held = true;
    clocks.pass(1);
    assertThat(ofFlink.checkIfIdle()).as("the red twin").isTrue();
    assertThat(afterLooks(1_000)).isFalse();

    clocks.held = false; // let go, and nothing comes
    assertThat(afterLooks(3)).isTrue();
  }

  /** Under load the clock stands now and then: the times between count, as with Flink's own. */
  @Test
  void timeIsSavedUpOverPauses() {
    int idleAfter = 0;
    for (int burst = 0; burst < 40 && !idleness.look(); burst++) {
      clocks.held = true;
      clocks.pass(LOOK_MS);
      assertThat(idleness.look()).isFalse();
      clocks.held = false;
      clocks.pass(LOOK_MS);
      idleAfter++;
    }
    assertThat(idleAfter).isBetween(10, 13);
  }

  private boolean afterLooks(int looks) {
    boolean idle = false;
    for (int look = 0; look < looks; look++) {
      clocks.pass(LOOK_MS);
      idle = idleness.look();
    }
    return idle;
  }
}
