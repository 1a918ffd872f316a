package io.hearthwatch.stack.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong in a mapping is found before a row is read, and said with file and line. */
class MappingErrorsTest {

  private static final String GOOD =
      """
      zone: UTC
      lookups:
        homes:
          files: homes.csv
          key: id
      inputs:
        - files: wages.csv
          let:
            day: =date(paid, 'yyyyMMdd')
          events:
            - IncomeReceived:
                monthEarned: =month(day)
                kind: wage
                amountFen: =fen(amount)
              eventId: wages/{id}
              source: human-resources
              householdId: h-{id}
              registeredRegion: =lookup('homes', id, 'region')
              occurredOn: =day
      """;

  @TempDir private Path folder;

  /** Replaces the n-th line (from 1) and returns what is refused. */
  private List<String> refused(int line, String replacement) {
    List<String> lines = GOOD.lines().collect(java.util.stream.Collectors.toList());
    lines.set(line - 1, replacement);
    return refused(String.join("\n", lines));
  }

  private List<String> refused(String yaml) {
    MappedFiles files =
        new MappedFiles(folder)
            .mapping(yaml)
            .input("wages.csv", "id,paid,amount\n1,20240531,3000.00\n")
            .beside("homes.csv", "id,region\n1,CN.110101\n");
    MappingException refused = catchThrowableOfType(MappingException.class, files::run);
    assertThat(files.sink.calls).as("nothing is sent").isEmpty();
    return refused == null ? List.of() : refused.getMessage().lines().toList();
  }

  @Test
  void theMappingOfThisTestIsGood() {
    MappedFiles files =
        new MappedFiles(folder)
            .mapping(GOOD)
            .input("wages.csv", "id,paid,amount\n1,20240531,3000.00\n")
            .beside("homes.csv", "id,region\n1,CN.110101\n");
    assertThat(files.run().events()).isEqualTo(1);
  }

  @Test
  void unknownKeysEverywhere() {
    assertThat(refused(1, "zome: UTC"))
        .containsExactly(
            "mapping.yaml:1: unknown key 'zome' in the mapping; known are zone, regionPrefix,"
                + " order, decimals, pivotYear, format, lookups, inputs");
    assertThat(refused(5, "    key: id\n    kez: id"))
        .singleElement()
        .asString()
        .startsWith("mapping.yaml:6: unknown key 'kez' in 'homes'; known are files, ");
    assertThat(refused(7, "  - files: wages.csv\n    filter: true"))
        .singleElement()
        .asString()
        .startsWith("mapping.yaml:8: unknown key 'filter' in an input; known are files, ");
    assertThat(refused(15, "        eventID: wages/{id}"))
        .containsExactly(
            "mapping.yaml:11: the event needs 'eventId', here or under 'common'",
            "mapping.yaml:15: unknown key 'eventID' in an event; known are when, repeat, eventId,"
                + " kind, revision, source, householdId, personId, registeredRegion,"
                + " helpingRegion, occurredOn, reportedAt, IncomeReceived");
    assertThat(refused(13, "          kind: wage\n          amountYuan: '3'"))
        .containsExactly(
            "mapping.yaml:14: unknown key 'amountYuan' in 'IncomeReceived'; known are"
                + " monthEarned, kind, amountFen");
    assertThat(refused(1, "format: {delimeter: ';'}"))
        .singleElement()
        .asString()
        .startsWith("mapping.yaml:1: unknown key 'delimeter' in 'format'; known are delimiter, ");
  }

  @Test
  void whatABodyNeedsAndDoesNotKnow() {
    assertThat(refused(14, ""))
        .containsExactly(
            "mapping.yaml:12: IncomeReceived needs 'amountFen', which is a whole number");
    assertThat(refused(11, "      - IncomeRecieved:"))
        .first()
        .asString()
        .startsWith(
            "mapping.yaml:11: no type of event is called 'IncomeRecieved'; there are"
                + " AccidentHappened, ApplicationMade, ");
    assertThat(refused(11, "      - MemberDied: {cause: age}\n        IncomeReceived:"))
        .first()
        .asString()
        .isEqualTo("mapping.yaml:11: an event has one body; make several events of several");
  }

  @Test
  void expressions() {
    assertThat(refused(14, "          amountFen: =fen(amount"))
        .containsExactly(
            "mapping.yaml:14: IncomeReceived.amountFen: missing ')' at '<EOF>' at character 11"
                + " in: fen(amount");
    assertThat(refused(14, "          amountFen: =fen(salary)"))
        .containsExactly(
            "mapping.yaml:14: IncomeReceived.amountFen: no column, variable or function is called"
                + " 'salary'; there are id, paid, amount, day in: fen(salary)");
    assertThat(refused(14, "          amountFen: =cents(amount)"))
        .singleElement()
        .asString()
        .contains(":14: ", "is called 'cents'");
    assertThat(refused(14, "          amountFen: =amount"))
        .containsExactly(
            "mapping.yaml:14: IncomeReceived.amountFen must be a whole number, the expression gives"
                + " a text");
    assertThat(refused(12, "          monthEarned: =day"))
        .containsExactly(
            "mapping.yaml:12: IncomeReceived.monthEarned must be a month, the expression gives a"
                + " day");
    assertThat(refused(9, "      day: =date(paid, 'bogus')").get(0))
        .startsWith("mapping.yaml:9: day: 'bogus' is no date pattern: ");
    assertThat(refused(9, "      day: =date(paid, amount)").get(0))
        .isEqualTo(
            "mapping.yaml:9: day: patterns, lookups and their columns must be texts in quotes"
                + " where date uses them");
    assertThat(refused(14, "          amountFen: =[1, 2]").get(0))
        .contains("gives list, which no value can be");
    assertThat(refused(8, "    where: fen(amount)\n    let:").get(0))
        .isEqualTo(
            "mapping.yaml:8: where must be true or false, the expression gives a whole number");
  }

  @Test
  void constantsAndTemplates() {
    assertThat(refused(14, "          amountFen: amount"))
        .containsExactly(
            "mapping.yaml:14: IncomeReceived.amountFen must be a whole number; 'amount' is a"
                + " constant; an expression starts with =");
    assertThat(refused(15, "        eventId: wages/{nr}"))
        .containsExactly(
            "mapping.yaml:15: eventId: no column or variable is called 'nr'; there are id, paid,"
                + " amount, day");
    assertThat(refused(15, "        eventId: {id}"))
        .containsExactly(
            "mapping.yaml:15: 'eventId' must be a single value; a text that starts with { needs"
                + " quotes");
    assertThat(refused(15, "        eventId: wages/{id"))
        .containsExactly("mapping.yaml:15: eventId: a '{' without its '}'; write '{{' for a brace");
    assertThat(refused(16, "        source: '{id}'"))
        .containsExactly("mapping.yaml:16: 'source' must be a constant: it names the topic");
    assertThat(refused(16, "        source: human resources"))
        .containsExactly("mapping.yaml:16: source has a character that is not allowed");
  }

  @Test
  void lookups() {
    assertThat(refused(18, "        registeredRegion: =lookup('flats', id, 'region')"))
        .containsExactly(
            "mapping.yaml:18: registeredRegion: no lookup is called 'flats'; there are [homes]");
    assertThat(refused(18, "        registeredRegion: =lookup('homes', id, 'county')"))
        .containsExactly(
            "mapping.yaml:18: registeredRegion: lookup 'homes' has no column 'county'; its file has"
                + " id, region");
    assertThat(refused(5, "    key: home"))
        .containsExactly("mapping.yaml:5: homes.csv has no key column 'home'");
    assertThat(refused(5, "    key: id\n    where: region = 'x'").get(0))
        .startsWith("mapping.yaml:6: where: ");
  }

  @Test
  void filesAndColumns() {
    assertThat(refused(7, "  - files: wages.csv\n    columns: [id, paid, amount, bonus]"))
        .containsExactly(
            "mapping.yaml:8: wages.csv has no column 'bonus'; it has id, paid, amount");
    assertThat(refused(7, "  - files: wages.csv\n    rename: {nr: number}"))
        .containsExactly("mapping.yaml:8: wages.csv has no column 'nr'; it has id, paid, amount");
    assertThat(refused(7, "  - files: wages.csv\n    format: {header: false}"))
        .containsExactly("mapping.yaml:7: a file without header needs 'columns', in its order");
    assertThat(refused(7, "  - files: data/wages.csv"))
        .containsExactly(
            "mapping.yaml:7: 'files' are names without folders; * and ? stand for anything");
    assertThat(refused(9, "      amount: =date(paid, 'yyyyMMdd')").get(0))
        .isEqualTo("mapping.yaml:9: 'amount' is the name of a column already");
  }

  @Test
  void valuesOfTheMappingItself() {
    assertThat(refused(1, "zone: Peking"))
        .containsExactly("mapping.yaml:1: 'Peking' is no time zone; try Asia/Shanghai or UTC");
    assertThat(refused(1, "order: time"))
        .containsExactly("mapping.yaml:1: 'order' is row or reported, not 'time'");
    assertThat(refused(1, "decimals: 12"))
        .containsExactly("mapping.yaml:1: '12' is no whole number of 0 to 9");
    assertThat(refused(1, "format: {charset: GB-2312-X}"))
        .containsExactly("mapping.yaml:1: no charset is called 'GB-2312-X'; try UTF-8 or GB18030");
    assertThat(refused(1, "zone: UTC\nzone: UTC"))
        .containsExactly("mapping.yaml:2: 'zone' is given twice");
    assertThat(refused(1, "zone: [a, b]"))
        .contains("mapping.yaml:1: 'zone' must be a single value");
    assertThat(refused("zone: UTC\n"))
        .containsExactly(
            "mapping.yaml:1: the mapping needs 'inputs': which files become which events?");
    assertThat(refused("")).containsExactly("mapping.yaml:1: the mapping is empty");
  }

  @Test
  void yamlItself() {
    assertThat(refused(14, "          amountFen: 'open"))
        .singleElement()
        .asString()
        .contains("no valid YAML: ");
    assertThat(refused(14, "          kind: a ? b : c"))
        .singleElement()
        .asString()
        .isEqualTo(
            "mapping.yaml:14: no valid YAML: mapping values are not allowed here (a value with ': '"
                + " or ' #' in it needs quotes around it, or >- and a line of its own)");
  }

  @Test
  void allOfThemAtOnce() {
    List<String> lines = GOOD.lines().collect(java.util.stream.Collectors.toList());
    lines.set(11, "          monthEarned: =month(dai)");
    lines.set(13, "          amountFen: =fen(salary)");
    lines.set(17, "        registeredRegion: =lookup('flats', id, 'region')");
    assertThat(refused(String.join("\n", lines)))
        .hasSize(3)
        .allSatisfy(line -> assertThat(line).startsWith("mapping.yaml:1"));
  }

  /** Where columns are listed, not even the files are needed to find what is wrong. */
  @Test
  void withoutTheFilesWhereColumnsAreListed() {
    MappedFiles files =
        new MappedFiles(folder)
            .mapping(
                GOOD.replace(
                    "  - files: wages.csv", "  - files: wages.csv\n    columns: [id, paid]"))
            .beside("other.csv", "")
            .given(folder.resolve("nothing.csv"));
    assertThat(catchThrowableOfType(MappingException.class, files::run))
        .hasMessage(
            "mapping.yaml:15: IncomeReceived.amountFen: no column, variable or function is called"
                + " 'amount'; there are id, paid, day in: fen(amount)");
  }
}
