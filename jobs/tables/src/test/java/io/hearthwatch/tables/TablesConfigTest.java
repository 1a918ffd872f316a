package io.hearthwatch.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.configuration.ConfigOption;
import org.junit.jupiter.api.Test;

class TablesConfigTest {

  private static final String URL = "jdbc:postgresql://127.0.0.1:15432/hearthwatch?user=postgres";

  @Test
  void needsOnlyTheTwoAddresses() {
    assertThat(TablesConfig.of("--bootstrap-servers", "127.0.0.1:19092", "--jdbc-url", URL))
        .isEqualTo(
            new TablesConfig(
                "127.0.0.1:19092",
                URL,
                "risk.alerts",
                "assistance.statistics",
                "relief.statements",
                "dead.letters",
                "hearthwatch-tables",
                TablesConfig.Start.COMMITTED,
                500,
                Duration.ofMillis(200)));
  }

  @Test
  void readsAllOptions() {
    assertThat(
            TablesConfig.of(
                "--bootstrap-servers",
                "b:1",
                "--jdbc-url",
                URL,
                "--alerts-topic",
                "a",
                "--statistics-topic",
                "s",
                "--statements-topic",
                "t",
                "--dead-letters-topic",
                "d",
                "--group-id",
                "g",
                "--start",
                "earliest",
                "--batch-rows",
                "7",
                "--batch-delay",
                "1 s"))
        .isEqualTo(
            new TablesConfig(
                "b:1",
                URL,
                "a",
                "s",
                "t",
                "d",
                "g",
                TablesConfig.Start.EARLIEST,
                7,
                Duration.ofSeconds(1)));
  }

  @Test
  void saysEverythingThatIsWrongAtOnce() {
    assertThatThrownBy(
            () ->
                TablesConfig.of(
                    "--jdbc-url",
                    "mysql://x",
                    "--start",
                    "middle",
                    "--batch-rows",
                    "many",
                    "--speed",
                    "high"))
        .hasMessage(
            "there is no option --speed; --start cannot be middle; --batch-rows cannot be many;"
                + " --bootstrap-servers is missing; --jdbc-url must begin with jdbc:postgresql:");
  }

  @Test
  void thePageListsTheOptionsBothWays() throws Exception {
    List<String> rows = new ArrayList<>();
    Matcher row =
        Pattern.compile("^\\| `--([a-z-]+)` \\| ([^|]*) \\| ([^|]*) \\|$", Pattern.MULTILINE)
            .matcher(Files.readString(Path.of("../../docs/tables.md")));
    while (row.find()) {
      rows.add(row.group(1) + "|" + row.group(2) + "|" + row.group(3));
    }

    assertThat(rows)
        .isEqualTo(TablesConfig.options().stream().map(TablesConfigTest::asOnThePage).toList());
  }

  private static String asOnThePage(ConfigOption<?> option) {
    String fallback =
        !option.hasDefaultValue()
            ? "required"
            : option.defaultValue() instanceof Duration delay
                ? delay.toMillis() + " ms"
                : option.defaultValue().toString().toLowerCase(java.util.Locale.ROOT);
    return option.key() + "|" + fallback + "|" + text(option);
  }

  private static String text(ConfigOption<?> option) {
    return new org.apache.flink.configuration.description.HtmlFormatter()
        .format(option.description());
  }
}
