package io.hearthwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QualityCommandTest {

  @TempDir private Path folder;

  @Test
  void withoutTruthItSaysWhoWritesIt() {
    StringWriter err = new StringWriter();
    int code =
        Hearthwatch.commandLine()
            .setErr(new PrintWriter(err))
            .execute("quality", "--truth", folder.toString());
    assertThat(code).isEqualTo(1);
    assertThat(err.toString().strip().lines()).hasSize(1);
    assertThat(err.toString()).startsWith("hearthwatch: ").contains("hearthwatch simulate");
  }
}
