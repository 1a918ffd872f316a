package io.hearthwatch.io.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.domain.household.Retention;
import io.hearthwatch.domain.policy.PolicyBundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The red twins of {@link CommittedPolicyTest}: each folder of {@code policies-wrong} spoils the
 * committed policies in one way, and its {@code expected.txt} says how that must be reported.
 */
class WrongPolicyTest {

  private static final Path WRONG = Path.of("src", "test", "resources", "policies-wrong");
  private static final String EXPECTED = "expected.txt";
  private static final String REMOVED = "removed.txt";

  @TestFactory
  Stream<DynamicTest> isReported() throws IOException {
    return directories().stream()
        .map(
            directory ->
                DynamicTest.dynamicTest(
                    directory.getFileName().toString(),
                    () ->
                        assertThat(problems(spoilt(directory)))
                            .containsExactlyElementsOf(lines(directory.resolve(EXPECTED)))));
  }

  @Test
  void thereIsATwinOfEveryCheck() throws IOException {
    assertThat(directories())
        .extracting(directory -> directory.getFileName().toString())
        .contains(
            "does-not-compile",
            "parameter-missing",
            "parameter-of-wrong-shape",
            "parameter-unresolved",
            "parameter-unused",
            "reached-of-unknown-source",
            "own-without-record",
            "notify-own-without-record",
            "absence-of-household",
            "day-of-no-year",
            "language-missing",
            "title-missing",
            "title-in-one-language",
            "window-too-long",
            "windows-reach-too-far",
            "never-fires",
            "never-fires-in-a-region",
            "tier-never-applies",
            "class-unknown",
            "class-of-a-limit-unknown",
            "programme-unknown",
            "source-unknown",
            "family-without-rule",
            "category-without-rule",
            "pair-unknown",
            "not-written-out",
            "household-word-of-source",
            "cleared-by-of-source",
            "source-of-a-limit-unknown",
            "visit-limits",
            "mute-days-too-long",
            "mute-days-of-wrong-shape",
            "regions-cycle",
            "regions-changed-twice",
            "regions-malformed",
            "regions-from-missing",
            "regions-unknown-key",
            "regions-levels");
  }

  private static List<String> problems(PolicyFiles files) {
    try {
      PolicyBundle bundle = PolicyReader.read(files, "test", "test");
      return inWords(
          PolicyCheck.problems(
              bundle, files, List.of("110101", "CZ0642", "US-25"), Retention.DEFAULT_MONTHS));
    } catch (PolicyException e) {
      return inWords(e.problems());
    }
  }

  private static List<String> inWords(List<Problem> problems) {
    return problems.stream().map(Problem::toString).toList();
  }

  /** The committed files with those of the folder over them. */
  private static PolicyFiles spoilt(Path directory) throws IOException {
    SortedMap<String, String> contents = new TreeMap<>(Committed.FILES.contents());
    if (Files.exists(directory.resolve(REMOVED))) {
      lines(directory.resolve(REMOVED)).forEach(contents::remove);
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
        contents.put(
            directory.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    }
    return new PolicyFiles(contents);
  }

  private static List<Path> directories() throws IOException {
    try (Stream<Path> directories = Files.list(WRONG)) {
      return directories.sorted().toList();
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
