package io.hearthwatch.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two commands that change one stack: the second says so at once, until the first has ended. */
class StackLockTest {

  @TempDir private Path folder;

  @Test
  void theSecondCommandIsRefusedUntilTheFirstHasEnded() throws Exception {
    StackDirs dirs = new StackDirs(folder);
    dirs.create();
    Process other = otherCommand();
    try {
      assertThat(other.inputReader().readLine()).isEqualTo("taken");
      assertThatThrownBy(() -> StackLock.take(dirs))
          .isInstanceOf(StackFailure.class)
          .hasMessageContaining("Another `hearthwatch up` or `down` is at work on " + folder);
    } finally {
      // As hard as can be: no lock is left behind by a command that was killed.
      other.destroyForcibly();
    }
    assertThat(other.waitFor(10, TimeUnit.SECONDS)).isTrue();
    StackLock.take(dirs).close();
    StackLock.take(dirs).close();
  }

  private Process otherCommand() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Taker.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Another command, in a process of its own. */
  static final class Taker {
    private Taker() {}

    public static void main(String[] args) throws Exception {
      StackLock lock = StackLock.take(new StackDirs(Path.of(args[0])));
      System.out.println("taken");
      var unused = System.in.read(); // until it is killed, or the test is
      lock.close();
    }
  }
}
