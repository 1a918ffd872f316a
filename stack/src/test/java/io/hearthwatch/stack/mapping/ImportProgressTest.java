package io.hearthwatch.stack.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private long nanos;

  private Progress progress(boolean terminal) {
    return new Progress(new PrintStream(bytes, true), terminal, () -> nanos);
  }

  private void afterMillis(long millis) {
    nanos += millis * 1_000_000;
  }

  @Test
  void aLogGetsALineEveryFewSeconds() {
    Progress progress = progress(false);
    progress.start(1000);
    progress.bytesRead(250);
    for (int i = 1; i <= 100; i++) {
      afterMillis(100);
      progress.rows(i * 1000L);
    }
    progress.end();
    assertThat(bytes.toString().lines())
        .containsExactly("50,000 rows, 10,000 rows/s, 25 %", "100,000 rows, 10,000 rows/s, 25 %");
  }

  @Test
  void aTerminalGetsOneLineThatRewritesItself() {
    Progress progress = progress(true);
    progress.start(1000);
    afterMillis(100);
    progress.rows(10);
    afterMillis(100);
    progress.bytesRead(1000);
    progress.rows(20);
    afterMillis(1000);
    progress.sent(5, 10);
    progress.end();
    assertThat(bytes.toString())
        .startsWith("\r20 rows, 100 rows/s, 100 %")
        .contains("\r5 of 10 events sent, 50 % ")
        .endsWith(System.lineSeparator());
  }
}
