package io.hearthwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.io.tables.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;

/** Settings of a stack of which only the database runs, and commands against it. */
final class TestStack {

  private final Path var;

  private TestStack(Path var) {
    this.var = var;
  }

  /** A stack whose database is at a port. */
  static TestStack at(Path var, int postgresPort) throws IOException {
    Files.createDirectories(var.resolve("run"));
    Files.writeString(
        var.resolve("run/settings.properties"),
        "kafka-port=1\npostgres-port=%d\nflink-port=1\ntask-managers=1\nmode=live\n"
            .formatted(postgresPort));
    return new TestStack(var);
  }

  /** A stack with the database of the tests. */
  static TestStack withDatabase(Path var) throws IOException {
    return at(var, TestDatabase.port());
  }

  /** What a command printed. */
  record Printed(int exitCode, String out, String err) {

    /** Compares with a file under src/test/resources/cli; what was printed is kept in target. */
    void isGolden(String file) throws IOException {
      Path kept = Path.of("target/printed").resolve(file);
      Files.createDirectories(kept.getParent());
      Files.writeString(kept, out);
      assertThat(err).isEmpty();
      assertThat(exitCode).isZero();
      try (InputStream in = TestStack.class.getResourceAsStream("/cli/" + file)) {
        assertThat(in).as("golden file cli/" + file).isNotNull();
        assertThat(out).isEqualTo(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }

    /** That it failed, and said so in one line and nothing else. */
    void isRefusedWith(String message) {
      assertThat(exitCode).isEqualTo(1);
      assertThat(out).isEmpty();
      assertThat(err).startsWith("hearthwatch: ").contains(message).hasLineCount(1);
    }
  }

  Printed run(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        Hearthwatch.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    List<String> all = new ArrayList<>(Arrays.asList(words));
    all.add("--var=" + var);
    int exitCode = command.execute(all.toArray(String[]::new));
    return new Printed(exitCode, out.toString(), err.toString());
  }
}
