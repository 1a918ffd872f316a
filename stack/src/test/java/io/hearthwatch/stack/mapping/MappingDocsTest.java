package io.hearthwatch.stack.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/import.md lists the keys and functions that there are, and no others. */
class MappingDocsTest {

  private static final String ODD_KEYS =
      """
      zzz: 1
      format: {zzz: 1}
      lookups:
        some: {zzz: 1, files: a.csv, key: k}
      inputs:
        - files: b.csv
          zzz: 1
          common: {zzz: 1, eventId: e, source: s, householdId: h, registeredRegion: r, occurredOn: o}
          events:
            - MemberDied: {cause: age}
              repeat: {zzz: 1, variable: v, from: 1, to: 2}
              zzz: 1
      """;

  @TempDir private Path folder;

  private static String page() throws IOException {
    return Files.readString(Repository.root().resolve("docs/import.md"));
  }

  /**
   * The keys of a block, as the reader itself lists them when it meets one that it does not know.
   */
  private Set<String> known(String block) throws IOException {
    Path mapping = Files.writeString(folder.resolve("odd.yaml"), ODD_KEYS);
    MappingException refused =
        catchThrowableOfType(MappingException.class, () -> MappingReader.read(mapping));
    return refused
        .getMessage()
        .lines()
        .filter(line -> line.contains("unknown key 'zzz' in " + block + ";"))
        .findFirst()
        .map(line -> line.substring(line.indexOf("known are ") + "known are ".length()))
        .map(keys -> (Set<String>) new TreeSet<>(Arrays.asList(keys.split(", "))))
        .orElseThrow();
  }

  private static Set<String> documented(String block) throws IOException {
    Matcher row =
        Pattern.compile("^\\| " + block + " \\| `([A-Za-z]+)` \\|", Pattern.MULTILINE)
            .matcher(page());
    Set<String> keys = new TreeSet<>();
    while (row.find()) {
      keys.add(row.group(1));
    }
    return keys;
  }

  @Test
  void everyKeyAndNoOther() throws IOException {
    assertThat(documented("mapping")).isEqualTo(known("the mapping"));
    assertThat(documented("format")).isEqualTo(known("'format'"));
    assertThat(documented("lookup")).isEqualTo(known("'some'"));
    assertThat(documented("input")).isEqualTo(known("an input"));
    assertThat(documented("repeat")).isEqualTo(known("'repeat'"));
    Set<String> event = known("an event");
    event.remove("MemberDied");
    assertThat(documented("event")).isEqualTo(event).containsAll(known("'common'"));
  }

  @Test
  void everyFunctionAndNoOther() throws IOException {
    String table =
        page().substring(page().indexOf("| function |"), page().indexOf("Days, months and"));
    Set<String> documented = new TreeSet<>();
    for (String row : table.lines().filter(line -> line.startsWith("|")).toList()) {
      Matcher call = Pattern.compile("`([a-zA-Z]+)\\(").matcher(row.split("\\|")[1]);
      while (call.find()) {
        documented.add(call.group(1));
      }
    }
    Set<String> known =
        new MappingFunctions(new DateTexts(ZoneOffset.UTC, 1950), 2, Map.of())
            .functions().declarations().stream()
                .map(declaration -> declaration.name())
                .filter(name -> !name.startsWith("_"))
                .collect(Collectors.toCollection(TreeSet::new));
    assertThat(documented).isEqualTo(known);
  }
}
