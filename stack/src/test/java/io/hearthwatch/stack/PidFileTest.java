package io.hearthwatch.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {
  @TempDir private Path folder;

  private static ProcessIdentity self() {
    return ProcessIdentity.of(ProcessHandle.current().pid()).orElseThrow();
  }

  private PidFile file(String content) throws IOException {
    return new PidFile(Files.writeString(folder.resolve("part.pid"), content));
  }

  private static String line(long pid, long startTicks, String bootId) {
    return pid + " " + startTicks + " " + bootId + "\n";
  }

  @Test
  void findsTheProcessThatItNames() throws IOException {
    ProcessIdentity self = self();
    PidFile file = file(line(self.pid(), self.startTicks(), self.bootId()));
    assertThat(file.running()).contains(self);
  }

  @Test
  void doesNotTakeAnotherProcessWithTheSamePidForIt() throws IOException {
    ProcessIdentity self = self();
    assertThat(file(line(self.pid(), self.startTicks() - 1, self.bootId())).running()).isEmpty();
  }

  @Test
  void doesNotTakeAProcessOfThisBootForOneOfAnEarlier() throws IOException {
    ProcessIdentity self = self();
    String otherBoot = "00000000-0000-0000-0000-000000000000";
    assertThat(file(line(self.pid(), self.startTicks(), otherBoot)).running()).isEmpty();
  }

  @Test
  void namesNobodyWhenItIsMissingOrDamaged() throws IOException {
    assertThat(new PidFile(folder.resolve("none.pid")).running()).isEmpty();
    assertThat(file("").running()).isEmpty();
    assertThat(file("12 x").running()).isEmpty();
  }

  @Test
  void isWrittenByTheScriptForTheCommandThatItBecomes() throws Exception {
    Path pidFile = folder.resolve("sleep er.pid");
    Process process =
        new ProcessBuilder(
                Tree.home().file("stack/bin/remembered").toString(),
                pidFile.toString(),
                "sleep",
                "60")
            .start();
    try {
      PidFile file = new PidFile(pidFile);
      await()
          .atMost(Duration.ofSeconds(10))
          .until(
              () -> file.running().map(ProcessIdentity::pid), Optional.of(process.pid())::equals);
      process.destroyForcibly().waitFor();
      assertThat(file.running()).isEmpty();
    } finally {
      process.destroyForcibly();
    }
  }
}
