package io.hearthwatch.io.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** docs/state.md speaks of every operator of every job, and of no other. */
class StatePageTest {

  private static final Path ROOT = Path.of("../..");

  @ParameterizedTest
  @CsvSource({
    "household-risk, jobs/household-risk/src/test/resources/uids.txt",
    "what-if, jobs/household-risk/src/test/resources/uids-what-if.txt",
    "assistance, jobs/assistance/src/test/resources/uids.txt",
    "tables, jobs/tables/src/test/resources/uids.txt"
  })
  void namesTheOperatorsOf(String job, Path golden) throws IOException {
    List<String> uids = Files.readAllLines(ROOT.resolve(golden));
    assertThat(named(job)).containsExactlyElementsOf(uids);
  }

  /** What stands in the first column of the tables of a job. */
  private static List<String> named(String job) throws IOException {
    try (Stream<String> lines = Files.lines(ROOT.resolve("docs/state.md"))) {
      return lines
          .dropWhile(line -> !line.equals("## Job " + job))
          .skip(1)
          .takeWhile(line -> !line.startsWith("## "))
          .filter(line -> line.startsWith("| ") && !line.startsWith("| uid"))
          .flatMap(line -> Arrays.stream(line.split("\\|", 3)[1].strip().split(", ")))
          .sorted()
          .distinct()
          .toList();
    }
  }
}
