package io.hearthwatch.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepRunningTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir private Path folder;
  private Process supervisor;

  private PidFile start(String... command) throws Exception {
    PidFile child = new PidFile(folder.resolve("child.pid"));
    String[] words = new String[command.length + 2];
    words[0] = Tree.home().file("stack/bin/keep-running").toString();
    words[1] = child.file().toString();
    System.arraycopy(command, 0, words, 2, command.length);
    supervisor =
        new ProcessBuilder(words)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out").toFile())
            .start();
    return child;
  }

  private static ProcessIdentity running(PidFile file) {
    return await().atMost(PATIENCE).until(file::running, java.util.Optional::isPresent).get();
  }

  @AfterEach
  void stop() {
    supervisor.descendants().forEach(ProcessHandle::destroyForcibly);
    supervisor.destroyForcibly();
  }

  @Test
  void bringsBackAKilledChild() throws Exception {
    PidFile child = start("sleep", "60");
    ProcessIdentity first = running(child);
    Signals.kill(first);
    await().atMost(PATIENCE).until(() -> !first.isAlive());
    assertThat(running(child)).isNotEqualTo(first);
  }

  @Test
  void takesTheChildWithItWhenItIsStopped() throws Exception {
    PidFile child = start("sleep", "60");
    ProcessIdentity first = running(child);
    supervisor.destroy();
    assertThat(supervisor.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(first.isAlive()).isFalse();
    assertThat(child.file()).doesNotExist();
  }

  @Test
  void givesUpOnACommandThatCannotRun() throws Exception {
    start("false");
    assertThat(supervisor.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(supervisor.exitValue()).isEqualTo(1);
    assertThat(folder.resolve("out")).content().contains("giving up");
  }
}
