package io.hearthwatch.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {
  @TempDir private Path folder;

  private Path log(String name, String... lines) throws IOException {
    return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
  }

  @Test
  void prefersTheInnermostCause() throws IOException {
    Path log =
        log(
            "broker.log",
            "2026-01-01 ERROR Exiting Kafka",
            "org.apache.kafka.common.KafkaException: Socket server failed to bind",
            "\tat kafka.Kafka.main(Kafka.scala:1)",
            "Caused by: java.net.BindException: Address already in use",
            "\t... 12 more",
            "2026-01-01 INFO shutting down");
    assertThat(LogTail.cause(log)).contains("java.net.BindException: Address already in use");
  }

  @Test
  void looksInEveryLogForAComplaintBeforeItTakesALastLine() throws IOException {
    Path log = log("a.log", "INFO Extracting", "INFO -XX:+ExitOnOutOfMemoryError");
    Path out = log("a.out", "Terminating due to java.lang.OutOfMemoryError: Java heap space");
    assertThat(LogTail.cause(log, out))
        .contains("Terminating due to java.lang.OutOfMemoryError: Java heap space");
    assertThat(LogTail.cause(log)).contains("INFO -XX:+ExitOnOutOfMemoryError");
  }

  @Test
  void knowsNothingWithoutALog() {
    assertThat(LogTail.cause(folder.resolve("none"))).isEmpty();
  }

  @Test
  void findsTheRootOfAPrintedTrace() {
    assertThat(RootCause.of("a.AException: a\n\tat x\nCaused by: b.BException: b\n\tat y\n"))
        .contains("b.BException: b");
    assertThat(RootCause.of("a.AException: a\n\tat x\n")).contains("a.AException: a");
    assertThat(RootCause.of("")).isEmpty();
  }
}
