package io.hearthwatch.io.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hearthwatch.domain.alert.Urgency;
import io.hearthwatch.domain.household.Sources;
import io.hearthwatch.domain.policy.Parameter;
import io.hearthwatch.domain.policy.ParameterValue;
import io.hearthwatch.domain.policy.PolicyBundle;
import io.hearthwatch.domain.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the reader takes, and the exact words with which it refuses. */
class PolicyReaderTest {

  private static final String CALENDAR =
      """
      id: cn
      question: {zh: 哪些日子上班？, en: Which days are worked?}
      years:
        - {year: 2023, source: notice, rest: [2023-01-02], worked: [2023-01-28]}
      """;

  private static final String LINE =
      """
      id: line
      unit: money
      question: {zh: 多少？, en: How much?}
      entries:
        - {region: "", from: 2021-01-01, value: 684.10, per: month, source: press}
        - {region: "4509", from: 2023-01-01, value: 6000, per: year, source: assumed}
        - {region: "4509", from: 2024-01-01, value: null, source: withdrawn}
      """;

  private static final String RULE =
      """
      id: M02
      name: {zh: 名, en: name}
      category: medical
      scope: household
      when: medical(months(12)) > 0
      measure: medical(months(12))
      urgency: ORANGE
      notify: [medical-insurance]
      clears: {zh: 解除, en: clears}
      """;

  private static final Map<String, String> WHOLE =
      Map.of("calendars/cn.yaml", CALENDAR, "parameters/line.yaml", LINE, "rules/M02.yaml", RULE);

  @Test
  void readsMoneyExactlyAndDatesEntries() {
    Parameter line = read(WHOLE).parameters().get("line");
    assertThat(line.unit()).isEqualTo(Parameter.Unit.FEN);
    assertThat(line.question().zh()).isEqualTo("多少？");
    assertThat(line.at("110101", day("2021-01-01")).orElseThrow().value())
        .isEqualTo(new ParameterValue.Number(68410, false));
    assertThat(line.at("110101", day("2020-12-31"))).isEmpty();
    assertThat(line.at("450902", day("2023-12-31")).orElseThrow().value())
        .isEqualTo(new ParameterValue.Number(600_000, true));
    assertThat(line.at("450902", day("2024-01-01")).orElseThrow().source()).isEqualTo("press");
  }

  @Test
  void readsKeyedValuesAndCodes() {
    PolicyBundle bundle =
        read(
            with(
                "parameters/limit.yaml",
                """
                id: limit
                unit: money
                question: {zh: 问, en: question}
                entries:
                  - {region: "", from: 2021-01-01, value: {dibao: 0.5, none: 15000}, source: s}
                """,
                "parameters/sources.yaml",
                """
                id: sources
                unit: codes
                question: {zh: 问, en: question}
                entries:
                  - {region: "", from: 2021-01-01, value: [finance, charity], source: s}
                """));
    assertThat(bundle.parameters().get("limit").entries().get(0).value())
        .isEqualTo(new ParameterValue.Keyed(Map.of("dibao", 50L, "none", 1_500_000L)));
    assertThat(bundle.parameters().get("sources").entries().get(0).value())
        .isEqualTo(new ParameterValue.Codes(List.of("finance", "charity")));
  }

  @Test
  void mergesTheEntriesOfOneParameterFromSeveralFolders() {
    Parameter line =
        read(with(
                "parameters/berka/line.yaml",
                """
                id: line
                entries:
                  - {region: "CZ", from: 1992-01-01, value: 1700, per: month, source: assumed}
                """))
            .parameters()
            .get("line");
    assertThat(line.entries()).hasSize(4);
    assertThat(line.at("CZ0642", day("1993-01-01")).orElseThrow().value())
        .isEqualTo(new ParameterValue.Number(170_000, false));
  }

  @Test
  void readsRulesWithTheirPlace() {
    Rule rule =
        read(with(
                "rules/A01.yaml",
                RULE.replace("M02", "A01")
                        .replace("household", "accident")
                        .replace(
                            "urgency: ORANGE",
                            "urgency: [{if: 'true', urgency: RED}," + " {urgency: BLUE}]")
                    + "absence: {due: \"3\", clearedBy: [civil-affairs]}\n"))
            .rules()
            .get(0);
    assertThat(rule.id()).isEqualTo("A01");
    assertThat(rule.where()).isEqualTo("rules/A01.yaml:5");
    assertThat(rule.scope()).isEqualTo(Rule.Scope.ACCIDENT);
    assertThat(rule.urgencies())
        .containsExactly(
            new Rule.UrgencyCase("true", Urgency.RED), new Rule.UrgencyCase(null, Urgency.BLUE));
    assertThat(rule.clearedBy())
        .as("of before there was reached()")
        .containsExactly("civil-affairs");
    assertThat(rule.when()).endsWith(") && reached(accident.day() + (3))");
  }

  @Test
  void readsTheCalendar() {
    var days = read(WHOLE).workingDays();
    assertThat(days.isWorkingDay(LocalDate.of(2023, 1, 2))).isFalse();
    assertThat(days.isWorkingDay(LocalDate.of(2023, 1, 28))).isTrue();
  }

  @Test
  void reportsEverythingOfAllFilesTogether() {
    assertThat(
            refusals(
                with(
                    "parameters/line.yaml",
                    LINE.replace("684.10", "684.105").replace("unit", "units"),
                    "rules/M02.yaml",
                    RULE.replace("ORANGE", "PURPLE").replace("[medical-insurance]", "[hospital]"),
                    "calendars/cn.yaml",
                    CALENDAR.replace("2023-01-02", "2023-01-01"))))
        .containsExactly(
            "calendars/cn.yaml:4: 2023-01-01 is a weekend day and free anyway",
            "parameters/line.yaml:1: 'unit' is missing",
            "rules/M02.yaml:7: urgency is one of BLUE, YELLOW, ORANGE, RED, not 'PURPLE'",
            "rules/M02.yaml:8: 'hospital' is no department; one of [civil-affairs,"
                + " public-security, medical-insurance, human-resources, education, housing,"
                + " disabled-federation, emergency, rural-revitalisation, utilities, finance,"
                + " charity, data-office, own]");
  }

  static List<Arguments> refused() {
    List<Arguments> all = new ArrayList<>();
    file(all, "rules/M02.yaml", "", "rules/M02.yaml:1: the file is empty");
    file(
        all,
        "rules/M02.yaml",
        "- a\n",
        "rules/M02.yaml:1: a mapping (key: value) is expected here");
    file(
        all,
        "rules/M02.yaml",
        "id: M02\nname: {zh: [\n",
        "rules/M02.yaml:3: is not YAML: expected the node content, but found '<stream end>'");
    file(
        all,
        "rules/M02.yaml",
        "id: M02\n---\nid: M03\n",
        "rules/M02.yaml:2: is not YAML: but found another document");
    file(
        all,
        "rules/M02.yml",
        RULE,
        "rules/M02.yml:1: no policy file lies here: rules/ID.yaml, classes/ID.yaml, parameters/ID.yaml,"
            + " calendars/ID.yaml, regions/ID.yaml");
    file(
        all,
        "rules/old/M02.yaml",
        RULE,
        "rules/old/M02.yaml:1: no policy file lies here: rules/ID.yaml, classes/ID.yaml, parameters/ID.yaml,"
            + " calendars/ID.yaml, regions/ID.yaml");
    file(
        all,
        "calendars/hk.yaml",
        CALENDAR.replace("cn", "hk"),
        "calendars/hk.yaml:1: there is another calendar already");

    rule(all, "id: M02", "id: M2", ":1: 'M2' is no rule id such as M02");
    rule(all, "id: M02", "id: M03", ":1: the file of M03 must be rules/M03.yaml");
    rule(all, "category:", "kind: x\ncategory:", ":3: unknown key 'kind'");
    rule(all, "category:", "id: M02\ncategory:", ":3: duplicate key 'id'");
    rule(all, "category: medical\n", "", ":1: 'category' is missing");
    rule(
        all,
        "category: medical",
        "category: Medical",
        ":3: 'Medical' is no code: lower-case letters, digits and hyphens");
    rule(
        all,
        "category: medical",
        "category: &x medical",
        ":3: anchors and aliases are not allowed; write it out");
    rule(
        all,
        "category: medical",
        "category: !!binary medical",
        ":3: tags such as tag:yaml.org,2002:binary are not allowed");
    rule(all, "category: medical", "category: ''", ":3: category is empty");
    rule(all, "category: medical", "category: [medical]", ":3: category must be one value");
    rule(
        all,
        "scope: household",
        "scope: village",
        ":4: scope is one of household, member, accident, impact, grant, referral, source, not 'village'");
    rule(all, "en: name", "fr: nom", ":2: 'en' is missing", ":2: unknown key 'fr'");
    rule(
        all,
        "notify: [medical-insurance]",
        "notify: []",
        ":8: notify must be a list with at least one entry");
    rule(
        all,
        "notify: [medical-insurance]",
        "notify: [finance, finance]",
        ":8: 'finance' is named twice");
    rule(
        all,
        "notify: [medical-insurance]",
        "notify: [medical-insurance, own]",
        ":8: own needs a scope of records, such as grant");
    rule(
        all,
        "urgency: ORANGE",
        "urgency:\n  - urgency: RED\n  - {if: 'true', urgency: BLUE}",
        ":7: the last urgency, and only it, has no 'if'");
    rule(
        all,
        "clears:",
        "clearedBy: [own]\nclears:",
        ":9: own needs a scope of records, such as grant");
    rule(
        all,
        "clears:",
        "clearedBy: [housing, town-hall]\nclears:",
        ":9: 'town-hall' is no department; one of " + Sources.all());
    rule(
        all,
        "clears:",
        "clearedBy: [own, housing]\nclears:",
        ":9: 'own' is no department; one of " + Sources.all());
    rule(
        all,
        "clears:",
        "clearedBy: []\nclears:",
        ":9: clearedBy must be a list with at least one entry");
    rule(all, "clears:", "absence: {clearedBy: [housing]}\nclears:", ":9: 'due' is missing");
    rule(
        all,
        "clears:",
        "absence: {due: '3', clearedBy: [housing]}\nclearedBy: [housing]\nclears:",
        ":10: unknown key 'clearedBy'");
    rule(
        all,
        "scope: household",
        "raise: {families: [M], tiers: 1}\nscope: member",
        ":4: raise needs the scope household");
    rule(
        all,
        "scope: household",
        "raise: {families: [m], tiers: 4}\nscope: household",
        ":4: 'm' is no family: one capital letter",
        ":4: 4 is not within 1 to 3");

    line(all, "id: line", "id: lines", ":1: the file of 'lines' must be called lines.yaml");
    line(
        all,
        "unit: money",
        "unit: yuan",
        ":2: unit is money, percent, days, months, hours, count, codes or compatibility, not 'yuan'");
    line(all, "question: {zh: 多少？, en: How much?}\n", "", ":1: 'question' is missing");
    line(
        all,
        "region: \"4509\", from: 2023",
        "region: 4509, from: 2023",
        ":6: region must be text in quotes");
    line(
        all,
        "region: \"4509\", from: 2023",
        "region: \"45 09\", from: 2023",
        ":6: '45 09' is no prefix of region codes");
    line(all, "2021-01-01", "2021-02-29", ":5: '2021-02-29' is no date yyyy-mm-dd of 1900 to 2199");
    line(all, "2021-01-01", "21-01-01", ":5: '21-01-01' is no date yyyy-mm-dd of 1900 to 2199");
    line(all, "684.10", "684.105", ":5: '684.105' is no amount such as 684.10");
    line(all, "684.10", "-684.10", ":5: '-684.10' is no amount such as 684.10");
    line(all, "684.10", "6.8e2", ":5: '6.8e2' is no amount such as 684.10");
    line(all, "684.10", "1_000", ":5: '1_000' is no amount such as 684.10");
    line(all, "per: month, ", "", ":5: 'per' is missing");
    line(all, "per: month", "per: week", ":5: per is month or year or once, not 'week'");
    line(all, ", source: press", "", ":5: 'source' is missing");
    line(all, "value: null", "value: ", ":7: value is empty; write null to end the parameter");
    line(
        all,
        "value: null",
        "value: null, per: year",
        ":7: per belongs to one amount of money only");
    line(
        all,
        "region: \"4509\", from: 2024-01-01",
        "region: \"4509\", from: 2023-01-01",
        ":7: region '4509' has an entry from 2023-01-01 already: parameters/line.yaml:6");
    line(
        all,
        "value: 6000, per: year",
        "value: {none: 6000}",
        ":6: value has another shape than the other entries");
    line(all, "value: 684.10, per: month", "value: [a]", ":5: a list needs the unit codes");
    line(all, "source: press", "source: press, note: x", ":5: unknown key 'note'");
    line(all, "unit: money", "unit: money\nlabel: x", ":3: unknown key 'label'");
    line(
        all,
        "unit: money",
        "unit: percent",
        ":5: '684.10' is no whole number",
        ":5: per belongs to one amount of money only",
        ":6: 6000 is not within 0 to 1000",
        ":6: per belongs to one amount of money only");
    line(
        all,
        "unit: money",
        "unit: codes",
        ":5: per belongs to one amount of money only",
        ":5: the unit codes needs a list",
        ":6: per belongs to one amount of money only",
        ":6: the unit codes needs a list");
    file(
        all,
        "parameters/berka/line.yaml",
        "id: line\nunit: percent\nquestion: {zh: 别的？, en: What?}\nentries:\n"
            + "  - {region: CZ, from: 1992-01-01, value: 1700, per: month, source: assumed}\n",
        // the file of the sub-folder comes first in the order of paths
        "parameters/berka/line.yaml:5: 1700 is not within 0 to 1000",
        "parameters/berka/line.yaml:5: per belongs to one amount of money only",
        "parameters/line.yaml:2: unit differs from that in parameters/berka/line.yaml",
        "parameters/line.yaml:3: question differs from that in parameters/berka/line.yaml",
        "parameters/line.yaml:5: '684.10' is no whole number",
        "parameters/line.yaml:5: per belongs to one amount of money only",
        "parameters/line.yaml:6: 6000 is not within 0 to 1000",
        "parameters/line.yaml:6: per belongs to one amount of money only");

    calendar(all, "2023-01-28", "2023-01-27", ":4: 2023-01-27 is no weekend day");
    calendar(all, "[2023-01-02]", "[2024-01-02]", ":4: 2024-01-02 does not lie in 2023");
    calendar(all, "[2023-01-02]", "[2023-01-02, 2023-01-02]", ":4: '2023-01-02' is named twice");
    calendar(all, "source: notice, ", "", ":4: 'source' is missing");
    calendar(
        all,
        "years:",
        "years:\n  - {year: 2023, source: notice}",
        ":5: the year 2023 is given twice");
    calendar(all, "year: 2023", "year: twenty", ":4: 'twenty' is no whole number");
    return all;
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource("refused")
  void refuses(String path, String content, List<String> expected) {
    assertThat(refusals(with(path, content))).containsExactlyElementsOf(expected);
  }

  @Test
  void refusesABundleWithoutCalendar() {
    assertThat(refusals(Map.of("rules/M02.yaml", RULE)))
        .containsExactly("calendars/:1: there is no calendar");
  }

  @Test
  void versionDependsOnPathsAndContentsOnly() {
    assertThat(PolicyFiles.of(WHOLE).version()).isEqualTo("3893fe2d503bbb7d");
    assertThat(PolicyFiles.of(new TreeMap<>(WHOLE)).version())
        .isEqualTo(PolicyFiles.of(WHOLE).version());
    assertThat(PolicyFiles.of(with("rules/M02.yaml", RULE + "# \n")).version())
        .isNotEqualTo(PolicyFiles.of(WHOLE).version());
    assertThat(read(WHOLE).version()).isEqualTo(PolicyFiles.of(WHOLE).version());
  }

  @Test
  void readsADirectoryWithoutItsScenarios(@TempDir Path directory) throws IOException {
    for (Map.Entry<String, String> file : WHOLE.entrySet()) {
      write(directory.resolve(file.getKey()), file.getValue());
    }
    write(directory.resolve("scenarios/a.yaml"), "title: a\n");
    write(directory.resolve("README.md"), "# Policies\n");
    assertThat(PolicyFiles.ofDirectory(directory)).isEqualTo(PolicyFiles.of(WHOLE));
  }

  @Test
  void refusesBytesThatAreNotUtf8(@TempDir Path directory) throws IOException {
    Files.createDirectories(directory.resolve("rules"));
    Files.write(directory.resolve("rules/M02.yaml"), new byte[] {(byte) 0xB0});
    assertThatThrownBy(() -> PolicyFiles.ofDirectory(directory))
        .hasMessage("rules/M02.yaml:1: is not UTF-8");
  }

  @Test
  void travelsInABundle() {
    PolicyFiles files = PolicyFiles.of(WHOLE);
    var wire = PolicyBundleCodec.toWire(files, "li", "why", Instant.ofEpochMilli(1));
    assertThat(PolicyBundleCodec.files(wire)).isEqualTo(files);
    assertThat(PolicyBundleCodec.read(wire)).isEqualTo(PolicyReader.read(files, "li", "why"));
  }

  @Test
  void refusesABundleWhoseVersionIsNotThatOfItsContent() {
    PolicyFiles files = PolicyFiles.of(WHOLE);
    var wire = PolicyBundleCodec.toWire(files, "li", "why", Instant.ofEpochMilli(1));
    wire.getFiles().get(2).setContent(RULE.replace("ORANGE", "BLUE"));
    assertThatThrownBy(() -> PolicyBundleCodec.read(wire))
        .isInstanceOf(PolicyException.class)
        .hasMessageMatching(
            "bundle:1: says version " + files.version() + ", but its content is [0-9a-f]{16}");
  }

  @Test
  void refusesABundleThatHoldsAFileTwice() {
    PolicyFiles files = PolicyFiles.of(WHOLE);
    var wire = PolicyBundleCodec.toWire(files, "li", "why", Instant.ofEpochMilli(1));
    wire.getFiles().add(wire.getFiles().get(0));
    assertThatThrownBy(() -> PolicyBundleCodec.read(wire))
        .hasMessage("calendars/cn.yaml:1: the file comes twice in the bundle");
  }

  private static void write(Path file, String content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private static PolicyBundle read(Map<String, String> files) {
    return PolicyReader.read(PolicyFiles.of(files), "li", "why");
  }

  private static List<String> refusals(Map<String, String> files) {
    PolicyException refusal = catchThrowableOfType(PolicyException.class, () -> read(files));
    assertThat(refusal).isNotNull();
    assertThat(refusal.getMessage().lines())
        .containsExactlyElementsOf(refusal.problems().stream().map(Problem::toString).toList());
    return refusal.problems().stream().map(Problem::toString).toList();
  }

  /** The whole set with some files changed: path, content, path, content ... */
  private static SortedMap<String, String> with(String... changed) {
    SortedMap<String, String> files = new TreeMap<>(WHOLE);
    for (int i = 0; i < changed.length; i += 2) {
      files.put(changed[i], changed[i + 1]);
    }
    return files;
  }

  private static void file(List<Arguments> all, String path, String content, String... expected) {
    all.add(Arguments.of(path, content, List.of(expected)));
  }

  private static void rule(List<Arguments> all, String from, String to, String... reasons) {
    changed(all, "rules/M02.yaml", RULE, from, to, reasons);
  }

  private static void line(List<Arguments> all, String from, String to, String... reasons) {
    changed(all, "parameters/line.yaml", LINE, from, to, reasons);
  }

  private static void calendar(List<Arguments> all, String from, String to, String... reasons) {
    changed(all, "calendars/cn.yaml", CALENDAR, from, to, reasons);
  }

  private static void changed(
      List<Arguments> all, String path, String content, String from, String to, String... reasons) {
    assertThat(content).contains(from);
    all.add(
        Arguments.of(
            path,
            content.replace(from, to),
            List.of(reasons).stream().map(reason -> path + reason).toList()));
  }

  private static int day(String date) {
    return (int) LocalDate.parse(date).toEpochDay();
  }
}
