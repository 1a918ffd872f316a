package io.hearthwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class CommandsTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  static Stream<String> commands() {
    return Hearthwatch.commandLine().getSubcommands().keySet().stream();
  }

  private int run(String... words) {
    return Hearthwatch.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(words);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandHelps(String command) {
    assertThat(run(command, "--help")).isZero();
    assertThat(out.toString()).startsWith("Usage: hearthwatch " + command).contains("--help");
    CommandLine line = Hearthwatch.commandLine().getSubcommands().get(command);
    assertThat(line.getCommandSpec().usageMessage().description()).isNotEmpty();
    assertThat(line.getCommandSpec().options())
        .allSatisfy(option -> assertThat(option.description()).isNotEmpty());
  }

  @Test
  void withoutACommandThereIsTheList() {
    assertThat(run()).isZero();
    assertThat(out.toString()).contains(commands().toList());
    assertThat(run("--version")).isZero();
    assertThat(out.toString()).contains("hearthwatch").contains("Java");
  }

  @Test
  void aMistakeIsOneLineAndOne() {
    for (List<String> mistake :
        List.of(
            List.of("upp"),
            List.of("up", "--kafka-port", "x"),
            List.of("up", "--kafka-port", "70000"),
            List.of("up", "--task-managers", "0"),
            List.of("up", "--slots", "0"),
            List.of("up", "--wait", "-1"),
            List.of("simulate", "--flood", "3608:2023-07-10:7"),
            List.of("simulate", "--silence", "education:2023-07-10:-60"),
            List.of("up", "--live", "--replay"),
            List.of("up", "--delivery", "at-most-once"),
            List.of("review", "--as-of", "2199-12-31"),
            List.of("review", "--dump", "x", "--as-of", "2203-05-01"),
            List.of("household", "h-1", "--as-of", "0203-05-01"))) {
      err.getBuffer().setLength(0);
      assertThat(run(mistake.toArray(String[]::new))).isEqualTo(1);
      assertThat(err.toString().strip().lines()).hasSize(1);
      assertThat(err.toString()).startsWith("hearthwatch: ").contains("--help");
    }
  }

  @Test
  void downWithoutAStackIsFine() {
    assertThat(run("down", "--var", folder.resolve("none").toString())).isZero();
    assertThat(out.toString()).contains("There is no stack");
  }
}
