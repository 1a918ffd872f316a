package io.hearthwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The policy commands that need no running stack, over a copy of the committed policies. */
class PolicyCommandTest {

  private static final Path COMMITTED = Path.of("..", "policies");

  @TempDir private Path policies;

  @BeforeEach
  void copy() throws IOException {
    try (Stream<Path> files = Files.walk(COMMITTED)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = policies.resolve(COMMITTED.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  @Test
  void everyCommandHelps() {
    for (String command :
        Hearthwatch.commandLine().getSubcommands().get("policy").getSubcommands().keySet()) {
      TestStack.Printed help = run("policy", command, "--help");
      assertThat(help.exitCode()).isZero();
      assertThat(help.out()).startsWith("Usage: hearthwatch policy " + command);
    }
  }

  @Test
  void checkSaysWhatItLookedAt() {
    TestStack.Printed printed = run("policy", "check", "--policies=" + policies, "--lang=en");
    assertThat(printed.exitCode()).isZero();
    assertThat(printed.out())
        .matches(
            "No problem: \\d+ rules, \\d+ parameters, \\d+ regions, \\d+ dates in \\d+ files;"
                + " version [0-9a-f]{16}\\.\\R");
    assertThat(run("policy", "check", "--policies=" + policies, "--lang=zh").out())
        .startsWith("检查通过：");
  }

  @Test
  void checkNamesEveryProblemAndEndsWithOne() throws IOException {
    change(
        "rules/Z01.yaml", "severeImpacts(days(90)) > 0", "severeImpacts(days(900)) > 0 && 1 > 2");
    TestStack.Printed printed = run("policy", "check", "--policies=" + policies);
    assertThat(printed.exitCode()).isEqualTo(1);
    assertThat(printed.out())
        .isEqualTo(
            """
            rules/Z01.yaml:5: Z01 can never fire: it is always false
            rules/Z01.yaml:5: Z01: days(900) is longer than 24 months
            """);
    change("rules/Z01.yaml", "id: Z01", "id: [");
    assertThat(run("policy", "check", "--policies=" + policies).out())
        .startsWith("rules/Z01.yaml:3: is not YAML: ");
  }

  @Test
  void aFolderThatIsNotThereIsOneLine() {
    TestStack.Printed printed = run("policy", "check", "--policies=" + policies.resolve("none"));
    assertThat(printed.exitCode()).isEqualTo(1);
    assertThat(printed.err()).startsWith("hearthwatch: There is no folder ").hasLineCount(1);
  }

  private void change(String file, String from, String to) throws IOException {
    Path path = policies.resolve(file);
    String content = Files.readString(path);
    assertThat(content).contains(from);
    Files.writeString(path, content.replace(from, to));
  }

  private static TestStack.Printed run(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        Hearthwatch.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(words);
    return new TestStack.Printed(exitCode, out.toString(), err.toString());
  }
}
