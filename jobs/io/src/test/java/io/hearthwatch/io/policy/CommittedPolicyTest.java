package io.hearthwatch.io.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hearthwatch.domain.household.Retention;
import io.hearthwatch.domain.rule.Rule;
import io.hearthwatch.domain.rule.RuleBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Holds the committed policies to what {@link PolicyCheck} asks. */
class CommittedPolicyTest {

  /** Region codes of the two foreign data sets begin like this. */
  private static final List<String> FOREIGN = List.of("CZ", "CZ0642", "US", "US-25");

  @Test
  void isWhole() {
    assertThat(
            PolicyCheck.problems(
                Committed.BUNDLE, Committed.FILES, FOREIGN, Retention.DEFAULT_MONTHS))
        .isEmpty();
  }

  /** As the command and the job check it: for every region that any prefix could tell apart. */
  @Test
  void mayBePublished() {
    assertThat(PolicyCheck.checked(Committed.FILES, "test", "test", Retention.DEFAULT_MONTHS))
        .isEqualTo(Committed.BUNDLE);
    assertThat(PolicyCheck.prefixes(Committed.BUNDLE)).contains("", "44", "4401", "CZ", "US");
  }

  /** A job that keeps less has shorter windows; red twin of the one above. */
  @Test
  void mayNotBePublishedToAJobThatKeepsLess() {
    assertThatThrownBy(() -> PolicyCheck.checked(Committed.FILES, "test", "test", 24))
        .isInstanceOf(PolicyException.class)
        .hasMessageContaining("C06: months(24) is longer than 12 months");
  }

  @Test
  void hasTheTwelveRulesOfThisEdition() {
    assertThat(Committed.BUNDLE.rules())
        .extracting(Rule::id)
        .containsExactly(
            "A01", "C06", "D01", "I01", "I03", "I05", "M01", "M02", "M04", "R01", "R04", "Z01");
  }

  @Test
  void compilesAsOneBundle() {
    assertThat(new RuleBook(Committed.BUNDLE).bundle()).isEqualTo(Committed.BUNDLE);
  }

  @Test
  @DisplayName("resolves for every division of shared/data/cn-divisions")
  void resolvesForEveryDivision() throws IOException {
    assumeTrue(
        Files.isDirectory(Committed.DIVISIONS), "shared/data/cn-divisions is absent: skipped");
    List<String> regions = new ArrayList<>();
    for (String file : List.of("provinces", "cities", "areas", "streets")) {
      Path csv = Committed.DIVISIONS.resolve(file + ".csv");
      Files.readAllLines(csv).stream()
          .skip(1)
          .map(line -> line.substring(0, line.indexOf(',')))
          .forEach(regions::add);
    }
    assertThat(regions).hasSizeGreaterThan(44_000).allMatch(code -> code.matches("[0-9]{2,9}"));
    assertThat(
            PolicyCheck.problems(
                Committed.BUNDLE, Committed.FILES, regions, Retention.DEFAULT_MONTHS))
        .isEmpty();
  }
}
