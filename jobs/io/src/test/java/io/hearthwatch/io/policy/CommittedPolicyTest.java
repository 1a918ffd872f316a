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
import java.util.regex.Pattern;
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
  void hasTheRulesOfTheCatalogue() {
    assertThat(Committed.BUNDLE.rules())
        .extracting(Rule::id)
        .containsExactly(
            "A01", "A02", "A03", "C01", "C02", "C03", "C04", "C05", "C06", "D01", "D02", "D03",
            "E01", "E02", "E03", "H01", "I01", "I02", "I03", "I04", "I05", "I06", "M01", "M02",
            "M03", "M04", "M05", "M06", "P01", "P02", "P03", "P04", "R01", "R02", "R03", "R04",
            "S01", "V01", "X01", "X02", "X03", "Z01", "Z02", "Z03");
  }

  /** 0 and 1 are words rather than numbers: anything at all, once the line. */
  @Test
  void saysOfEachNumberWhereItIsFrom() {
    Pattern number = Pattern.compile("(?<![\\w.'-])(?:[2-9]|[1-9][0-9]+)(?![\\w.])");
    List<Rule> withNumbers =
        Committed.BUNDLE.rules().stream()
            .filter(rule -> rule.raise() != null || number.matcher(conditions(rule)).find())
            .toList();
    assertThat(withNumbers).hasSizeGreaterThan(30).extracting(Rule::source).doesNotContain("");
  }

  private static String conditions(Rule rule) {
    return rule.when() + " " + rule.measure() + " " + rule.urgencies();
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
