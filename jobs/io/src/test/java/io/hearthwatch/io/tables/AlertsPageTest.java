package io.hearthwatch.io.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.io.topic.Topics;
import io.hearthwatch.wire.CaseTransition;
import io.hearthwatch.wire.Hit;
import io.hearthwatch.wire.LimitUsed;
import io.hearthwatch.wire.Measured;
import io.hearthwatch.wire.RiskAlert;
import io.hearthwatch.wire.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/alerts.md says what the contract says, all of it and nothing else. */
class AlertsPageTest {

  private static final Path PAGE = Path.of("../../docs/alerts.md");
  private static final Path SAMPLE =
      Path.of("src/test/java/io/hearthwatch/samples/AlertConsumer.java");
  private static String page;

  @BeforeAll
  static void read() throws IOException {
    page = Files.readString(PAGE);
  }

  static List<Schema> records() {
    return List.of(
        RiskAlert.getClassSchema(),
        Hit.getClassSchema(),
        Measured.getClassSchema(),
        LimitUsed.getClassSchema(),
        Text.getClassSchema());
  }

  @ParameterizedTest
  @MethodSource("records")
  void listsTheFieldsOfTheContract(Schema record) {
    assertThat(tableUnder("### " + record.getName()))
        .isEqualTo(record.getFields().stream().map(AlertsPageTest::row).toList());
  }

  @Test
  void hasATableForEachRecordAndNoOther() {
    List<String> headings = new ArrayList<>();
    Matcher heading = Pattern.compile("^### ([A-Z]\\w+)$", Pattern.MULTILINE).matcher(page);
    while (heading.find()) {
      headings.add(heading.group(1));
    }
    assertThat(headings).isEqualTo(records().stream().map(Schema::getName).toList());
  }

  @Test
  void listsTheTransitions() {
    assertThat(tableUnder("## Transitions").stream().map(row -> row.split("`")[1]))
        .containsExactlyElementsOf(Arrays.stream(CaseTransition.values()).map(Enum::name).toList());
  }

  @Test
  void saysHowTheTopicIsKept() {
    Topics.Topic topic =
        Topics.all().stream()
            .filter(t -> t.name().equals(Topics.RISK_ALERTS))
            .findFirst()
            .orElseThrow();
    assertThat(tableUnder("## The topic"))
        .contains(
            "| name | `" + topic.name() + "` |",
            "| partitions | " + topic.partitions() + " |",
            "| kept | " + topic.keep().toDays() + " days |",
            "| compacted | " + (topic.compacted() ? "yes" : "no") + " |");
  }

  @Test
  void showsTheConsumerThatIsTested() throws IOException {
    Matcher block = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(page);

    assertThat(block.find()).isTrue();
    assertThat(block.group(1)).isEqualTo(Files.readString(SAMPLE));
    assertThat(block.find()).isFalse();
  }

  /** The rows of the first table under a heading, without its head. */
  private static List<String> tableUnder(String heading) {
    List<String> rows = new ArrayList<>();
    boolean under = false;
    for (String line : page.lines().toList()) {
      if (line.equals(heading)) {
        under = true;
      } else if (under && line.startsWith("|")) {
        rows.add(line);
      } else if (under && (line.startsWith("#") || !rows.isEmpty())) {
        break;
      }
    }
    return rows.size() < 2 ? List.of() : rows.subList(2, rows.size());
  }

  private static String row(Schema.Field field) {
    return "| `%s` | %s | %s |".formatted(field.name(), type(field.schema()), field.doc());
  }

  private static String type(Schema schema) {
    LogicalType logical = schema.getLogicalType();
    if (logical != null) {
      return logical.getName().equals("date") ? "date" : "instant";
    }
    return switch (schema.getType()) {
      case UNION -> type(schema.getTypes().get(1)) + " or null";
      case ARRAY -> "list of " + type(schema.getElementType());
      case RECORD -> schema.getName();
      case ENUM -> String.join(", ", schema.getEnumSymbols());
      default -> schema.getType().getName();
    };
  }
}
