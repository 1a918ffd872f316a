package io.hearthwatch.cli.real;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.stack.mapping.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Policies with one rule more, which a person publishes to a running stack. */
final class PublishedByHand {

  private static final Pattern VERSION = Pattern.compile("Published version ([0-9a-f]{16})");

  private static final String RULE =
      """
      id: M98
      name: {zh: 试行, en: A trial}
      category: trial
      scope: household
      when: medical(days(45)) > 0
      measure: medical(days(45))
      urgency: BLUE
      notify: [charity]
      clears: {zh: 近45天没有自付医疗费用, en: No self-paid medical costs of the last 45 days}
      """;

  private final RunningStack stack;
  private final String version;

  private PublishedByHand(RunningStack stack, String version) {
    this.stack = stack;
    this.version = version;
  }

  /** Publishes them from a folder; the job takes them without a restart. */
  static PublishedByHand publish(RunningStack stack, Path folder) throws IOException {
    Path committed = Repository.root().resolve("policies");
    try (Stream<Path> files = Files.walk(committed)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(committed.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    Files.writeString(folder.resolve("rules/M98.yaml"), RULE);
    String[] publish = {
      "policy", "publish", "--policies=" + folder, "--author=Li", "--message=a trial", "--lang=en"
    };
    String said = stack.command(publish);
    assertThat(said).contains("New rule M98 A trial", "in all its 2 subtasks", "Reviewed as of");
    assertThat(stack.command(publish)).startsWith("Published already: ");
    Matcher version = VERSION.matcher(said);
    assertThat(version.find()).isTrue();
    return new PublishedByHand(stack, version.group(1));
  }

  /** Whatever was started since, these are in force, and the history says so. */
  void stay(Path dump) throws IOException {
    assertThat(Files.readAllLines(dump))
        .isNotEmpty()
        .allMatch(line -> line.contains("\"" + version + "\""));
    List<String> history = stack.command("policy", "history", "--json").lines().toList();
    assertThat(history).hasSize(2);
    assertThat(history.get(0))
        .contains("\"version\":\"" + version + "\"", "\"author\":\"Li\"", "\"changedFiles\":1,")
        .contains("{\"job\":\"household-risk\",\"taken\":2,\"subtasks\":2,\"problem\":\"\"}");
    assertThat(history.get(1)).contains("\"author\":\"hearthwatch up\"");
  }
}
