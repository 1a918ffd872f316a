package io.hearthwatch.stack.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.stack.ProgressLine;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ImportProgressTest {

  private final StringWriter out = new StringWriter();
  private long nanos;

  private ImportProgress progress(boolean terminal) {
    return new ImportProgress(new ProgressLine(new PrintWriter(out), terminal, () -> nanos));
  }

  private void afterMillis(long millis) {
    nanos += millis * 1_000_000;
  }

  @Test
  void aLogGetsALineEveryFewSeconds() {
    ImportProgress progress = progress(false);
    progress.start(1000);
    progress.bytesRead(250);
    for (int i = 1; i <= 100; i++) {
      afterMillis(100);
      progress.rows(i * 1000L);
    }
    progress.end();
    assertThat(out.toString().lines())
        .containsExactly("50,000 rows, 10,000 rows/s, 25 %", "100,000 rows, 10,000 rows/s, 25 %");
  }

  @Test
  void aTerminalGetsOneLineThatRewritesItself() {
    ImportProgress progress = progress(true);
    progress.start(1000);
    afterMillis(100);
    progress.rows(10);
    afterMillis(100);
    progress.bytesRead(1000);
    progress.rows(20);
    afterMillis(1000);
    progress.sent(5, 10);
    progress.end();
    assertThat(out.toString())
        .isEqualTo(
            "\r\033[K20 rows, 100 rows/s, 100 %"
                + "\r\033[K5 of 10 events sent, 50 %"
                + "\r\033[K");
  }
}
