package io.hearthwatch.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the table of words in {@code docs/rules.md} against the vocabulary, both ways. */
class VocabularyDocTest {

  private static final Path DOC = Path.of("..", "..", "docs", "rules.md");

  /** A row of the table: | `member.medical(window)` | number | meaning |. */
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([a-zA-Z.]+)\\(([^)]*)\\)` \\| (\\S+) \\| (\\S.*) \\|$");

  private static final Words VOCABULARY = Vocabulary.of(() -> null, such -> false);

  @Test
  void everyWordIsExplainedAndEveryExplanationIsOfAWord() throws IOException {
    assertThat(documented(Files.readString(DOC))).isEqualTo(spoken());
  }

  @Test
  void aMissingOrWrongRowIsNoticed() throws IOException {
    String doc = Files.readString(DOC);
    assertThat(documented(doc.replace("| `members()` |", "| members |"))).isNotEqualTo(spoken());
    assertThat(documented(doc.replace("`limit(parameter)`", "`limit(parameter, region)`")))
        .isNotEqualTo(spoken());
    assertThat(documented(doc.replace("`members()` | number", "`members()` | yes/no")))
        .isNotEqualTo(spoken());
  }

  @Test
  void theWordsThatLookParametersUpAreWords() {
    Set<String> names =
        VOCABULARY.declarations().stream()
            .map(CelFunctionDecl::name)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(names).containsAll(RuleNeeds.wordsWithNeeds());
  }

  private static Set<String> documented(String doc) {
    return ROW.matcher(doc)
        .results()
        .map(row -> "%s/%d -> %s".formatted(row.group(1), arguments(row), row.group(3)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static int arguments(MatchResult row) {
    return row.group(2).isBlank() ? 0 : row.group(2).split(",").length;
  }

  private static Set<String> spoken() {
    Set<String> spoken = new TreeSet<>();
    for (CelFunctionDecl function : VOCABULARY.declarations()) {
      for (CelOverloadDecl overload : function.overloads()) {
        int arguments = overload.parameterTypes().size();
        String target = "";
        if (overload.isInstanceFunction()) {
          target = overload.parameterTypes().get(0).name().toLowerCase(java.util.Locale.ROOT) + ".";
          arguments--;
        }
        spoken.add(
            "%s%s/%d -> %s"
                .formatted(target, function.name(), arguments, inWords(overload.resultType())));
      }
    }
    return spoken;
  }

  private static String inWords(CelType type) {
    return switch (type.name()) {
      case "int" -> "number";
      case "bool" -> "yes/no";
      case "Window" -> "window";
      default -> type.name();
    };
  }
}
