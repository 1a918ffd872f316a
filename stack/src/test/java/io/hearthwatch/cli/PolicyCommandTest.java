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

  @TempDir private Path folder;
  private Path policies;

  @BeforeEach
  void copy() throws IOException {
    policies = folder.resolve("policies");
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

  @Test
  void diffSaysWhatChangesFromWhenAndForWhom() throws IOException {
    change("rules/Z01.yaml", "severeImpacts(days(90)) > 0", "severeImpacts(days(60)) > 0");
    change("rules/Z01.yaml", "[emergency, civil-affairs]", "[emergency, charity]");
    change("rules/C06.yaml", "urgency: BLUE ", "urgency: YELLOW ");
    change("parameters/dibao-line-urban.yaml", "value: 885", "value: 900");
    change("parameters/self-paid-medical-limit.yaml", "dibao: 5000", "dibao: 4500");
    append(
        "parameters/dibao-line-urban.yaml",
        "  - {region: \"44\", from: 2026-01-01, value: null, source: ended}\n");
    for (Language language : Language.values()) {
      TestStack.Printed printed = diff(language);
      assertThat(printed.exitCode()).isEqualTo(1);
      // Which rules look at a line is not what this is about, and changes with every new rule.
      String said = printed.out().replaceAll("(；用于|; used by) .*", "");
      new TestStack.Printed(0, said, printed.err()).isGolden("policy-diff." + language + ".txt");
    }
  }

  @Test
  void diffComparesWhatPoliciesMean() throws IOException {
    assertThat(diff(Language.en).out()).matches("No difference: version [0-9a-f]{16}\\.\\R");
    append("rules/Z01.yaml", "# a comment\n");
    append(
        "parameters/dibao-line-urban.yaml",
        "  - {region: \"4499\", from: 2026-01-01, value: 857, per: month, source: as before}\n");
    TestStack.Printed printed = diff(Language.en);
    assertThat(printed.exitCode()).isZero();
    assertThat(printed.out()).startsWith("No difference in meaning; the files differ (");
  }

  @Test
  void diffNamesWhatIsNewAndWhatIsGone() throws IOException {
    Files.delete(policies.resolve("rules/Z01.yaml"));
    Files.writeString(
        policies.resolve("rules/M99.yaml"),
        """
        id: M99
        name: {zh: 新规则, en: Brand new}
        category: brand-new
        scope: household
        when: medical(days(17)) > limit('new-limit')
        measure: medical(days(17))
        urgency: [{if: members() > 3, urgency: RED}, {urgency: BLUE}]
        notify: [charity]
        clears: {zh: 解除, en: clears}
        """);
    Files.writeString(
        policies.resolve("parameters/new-limit.yaml"),
        """
        id: new-limit
        unit: count
        title: {zh: 新标准, en: New limit}
        question: {zh: 多少？, en: How many?}
        entries:
          - {region: "", from: 2000-01-01, value: 7, source: assumed}
        """);
    assertThat(diff(Language.en).out())
        .isEqualTo(
            """
            New rule M99 Brand new: brand-new, asked of each household; RED if members() > 3; else BLUE; goes to charity
                condition  medical(days(17)) > limit('new-limit')
            Rule Z01 Disaster loss ends, and its hits with it.
            New parameter New limit; used by M99
            From 2000-01-01, the nation and everything in it without a value of its own: New limit no value -> 7; used by M99
            """);
  }

  @Test
  void diffSaysWhichCodesOfRegionsBecomeOthers() throws IOException {
    change("regions/cn.yaml", "{zh: 村级, en: Village}", "{zh: 村级, en: Village or community}");
    change("regions/cn.yaml", "\"330105\"", "\"330106\"");
    change(
        "regions/cn.yaml",
        "from: 2019-01-09\n    was: \"371203\"",
        "from: 2019-01-10\n    was: \"371203\"");
    assertThat(diff(Language.en).out())
        .isEqualTo(
            """
            Levels of the codes of regions:
                was  Province 2, City 4, County 6, Township 9, Village 12
                is   Province 2, City 4, County 6, Township 9, Village or community 12
            From 2019-01-09, households registered in 371203 (山东省) are no longer looked up in 370117 钢城区
            From 2019-01-10, households registered in 371203 (山东省) are looked up in 370117 钢城区; source: Laiwu becomes part of Jinan, with its district Gangcheng; announced on that day
            From 2021-04-09, households registered in 330103 (浙江省) are looked up in 330106 西湖区 (before, in 330105 拱墅区); source: Hangzhou: Xiacheng becomes part of Gongshu; announced on that day
            """);
    assertThat(diff(Language.zh).out()).contains("2019-01-09 起，登记在371203 (山东省)的家庭不再按370117 钢城区查找");
  }

  @Test
  void explainsARuleByTheCodeOfTheDay() throws IOException {
    append(
        "parameters/medical-burst-lines.yaml",
        "  - {region: \"330102\", from: 2020-01-01, value: 12, source: \"Shangcheng\"}\n");
    assertThat(explain("M04", "330104", "2021-04-08", Language.en).out())
        .contains("moreThanLines(medical(days(30)), 10)")
        .doesNotContain("looked up in");
    assertThat(explain("M04", "330104", "2021-04-09", Language.en).out())
        .contains("moreThanLines(medical(days(30)), 12)")
        .contains("Limits in 330104 (浙江省) on 2021-04-09")
        .contains("looked up in    330102 上城区");
  }

  /** 1 would mean that they differ. */
  @Test
  void diffEndsWithTwoWhereItCannotCompare() throws IOException {
    assertThat(run("policy", "diff", "--policies=" + policies.resolve("none")).exitCode())
        .isEqualTo(2);
    assertThat(run("policy", "diff", "--nonsense").exitCode()).isEqualTo(2);
    change("rules/Z01.yaml", "id: Z01", "id: [");
    assertThat(diff(Language.en).exitCode()).isEqualTo(2);
    assertThat(diff(Language.en).err()).contains("cannot be read: rules/Z01.yaml:3: is not YAML");
  }

  @Test
  void explainsARuleWithTheLimitsOfARegionAndDate() throws IOException {
    append(
        "parameters/medical-burst-lines.yaml",
        "  - {region: \"4401\", from: 2023-07-01, value: 12, source: \"City of Guangzhou\"}\n");
    for (Language language : Language.values()) {
      explain("M04", "440103", "2023-07-01", language)
          .isGolden("policy-explain." + language + ".txt");
    }
    assertThat(explain("m04", "440103", "2023-06-30", Language.en).out())
        .contains("moreThanLines(medical(days(30)), 10)")
        .contains("10; the nation, since 2000-01-01; source: assumed");
    assertThat(explain("M04", "CZ0642", "1980-01-01", Language.en).out())
        .contains("no value there on that day, so the rule is not assessable");
  }

  @Test
  void explainsEveryRule() throws IOException {
    try (Stream<Path> rules = Files.list(policies.resolve("rules"))) {
      for (Path rule : rules.toList()) {
        String id = rule.getFileName().toString().replace(".yaml", "");
        TestStack.Printed printed = explain(id, "", "2023-12-31", Language.zh);
        assertThat(printed.exitCode()).as(id).isZero();
        assertThat(printed.out()).startsWith(id + " ").contains("触发条件").doesNotContain("null");
      }
    }
  }

  @Test
  void aRuleThatIsNotThereIsOneLine() {
    TestStack.Printed printed = explain("M98", "", "2023-12-31", Language.en);
    assertThat(printed.exitCode()).isEqualTo(1);
    assertThat(printed.err())
        .startsWith("hearthwatch: There is no rule M98; there are A01, ")
        .hasLineCount(1);
  }

  /** Before anybody looks for a stack: there is none here. */
  @Test
  void publishRefusesWhatDoesNotCheckAndWhatNobodySignsOff() throws IOException {
    change(
        "rules/Z01.yaml", "severeImpacts(days(90)) > 0", "severeImpacts(days(900)) > 0 && 1 > 2");
    TestStack.Printed refused = publish("Li");
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err())
        .hasLineCount(1)
        .contains(" are refused: rules/Z01.yaml:5: Z01 can never fire: it is always false")
        .contains("(and 1 more; `hearthwatch policy check` names them)");
    assertThat(publish(" ").err()).contains("neither may be empty").hasLineCount(1);
    assertThat(publish("hearthwatch up").err()).contains("must be a person").hasLineCount(1);
    assertThat(run("policy", "publish", "--author=Li").exitCode()).isEqualTo(1);
  }

  private TestStack.Printed publish(String author) {
    return run(
        "policy", "publish", "--policies=" + policies, "--author=" + author, "--message=why");
  }

  private TestStack.Printed explain(String rule, String region, String on, Language language) {
    return run(
        "policy",
        "explain",
        rule,
        "--region=" + region,
        "--on=" + on,
        "--policies=" + policies,
        "--lang=" + language);
  }

  private TestStack.Printed diff(Language language) {
    return run(
        "policy", "diff", "--policies=" + policies, "--against=" + COMMITTED, "--lang=" + language);
  }

  private void append(String file, String more) throws IOException {
    Path path = policies.resolve(file);
    Files.writeString(path, Files.readString(path).stripTrailing() + "\n" + more);
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
