package io.hearthwatch.stack;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModeChangeTest {
  @TempDir private Path root;

  @Test
  void aSimulationIsOneFromItsFirstDayOrNever() {
    assertRefused(Mode.SIMULATED, Mode.LIVE, "a simulation");
    assertRefused(Mode.LIVE, Mode.SIMULATED, "real records");
    assertTaken(Mode.SIMULATED, Mode.SIMULATED);
  }

  /** The state of the clock would have no operator, and the job would end. */
  @Test
  void whatHasGoneByTheClockDoesNotGoBackToReplay() throws Exception {
    assertTaken(Mode.LIVE, Mode.REPLAY);
    Path point = new StackDirs(root).checkpoints("household-risk").resolve("aa/chk-7");
    Files.createDirectories(point);
    Files.createFile(point.resolve("_metadata"));
    assertRefused(Mode.LIVE, Mode.REPLAY, "Starting over");
    assertTaken(Mode.REPLAY, Mode.LIVE);
    assertTaken(Mode.REPLAY, Mode.REPLAY);
  }

  private void assertTaken(Mode before, Mode after) {
    assertThatCode(() -> ModeChange.of(before, after).refuse(new StackDirs(root)))
        .doesNotThrowAnyException();
  }

  private void assertRefused(Mode before, Mode after, String because) {
    assertThatThrownBy(() -> ModeChange.of(before, after).refuse(new StackDirs(root)))
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining(because);
  }
}
