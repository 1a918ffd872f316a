package io.hearthwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hearthwatch.wire.CaseView;
import io.hearthwatch.wire.ClassProposal;
import io.hearthwatch.wire.DayFlow;
import io.hearthwatch.wire.Hit;
import io.hearthwatch.wire.HouseholdAnswer;
import io.hearthwatch.wire.LimitUsed;
import io.hearthwatch.wire.Measured;
import io.hearthwatch.wire.MutedHit;
import io.hearthwatch.wire.NotAssessable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** docs/answers.md says what the lines of a dump hold, all of it and nothing else. */
class AnswersPageTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern ROW =
      Pattern.compile("\\| `(\\w+)` \\| ([^|]+) \\| (?:`([\\w.]+)`)? ?\\| ([^|]+) \\|");

  private static String page;

  /** By the name of the object, its fields in the order of the page. */
  private static Map<String, Map<String, String>> types;

  private static final List<String> CONTRACT = new ArrayList<>();

  @BeforeAll
  static void read() throws IOException {
    page = Files.readString(Path.of("../docs/answers.md"));
    types = new LinkedHashMap<>();
    String object = null;
    for (String line : page.lines().toList()) {
      if (line.startsWith("#")) {
        object = line.startsWith("### ") ? line.substring(4) : null;
      }
      Matcher row = ROW.matcher(line);
      if (object != null && row.matches()) {
        types
            .computeIfAbsent(object, name -> new LinkedHashMap<>())
            .put(row.group(1), row.group(2));
        CONTRACT.add(row.group(3));
      }
    }
  }

  @Test
  void everyLineIsAsThePageSays() throws IOException {
    assertIs("Line", line(TestAnswers.bigBills()));
    assertIs("Line", line(TestAnswers.bigBillsNotConfirmed()));
    assertIs("Line", line(TestAnswers.bigBillsPaidLongAgo()));
    assertIs("Line", line(TestAnswers.withoutPolicies()));
  }

  @Test
  void theHouseholdsOfTheTestHaveSomethingOfEverything() throws IOException {
    JsonNode line = line(TestAnswers.bigBills());
    assertThat(List.of("members", "classes", "indicators", "notAssessable", "hits", "flows"))
        .allMatch(field -> line.get(field).size() > 0);
    assertThat(List.of("measured", "limits", "records"))
        .allMatch(field -> line.get("hits").findValues(field).stream().anyMatch(v -> v.size() > 0));
    assertThat(line.get("hits").findValues("muted")).isNotEmpty().allMatch(JsonNode::isNull);
    assertThat(line(TestAnswers.bigBillsNotConfirmed()).get("hits").findValues("muted"))
        .isNotEmpty()
        .allMatch(muted -> muted.get("mutedThrough").asText().equals("2024-03-29"));
    assertThat(line.at("/case/endedOn").isNull()).isTrue();
    assertThat(line(TestAnswers.bigBillsPaidLongAgo()).at("/case/endedOn").isTextual()).isTrue();
    assertThat(line(TestAnswers.withoutPolicies()).get("case").isNull()).isTrue();
  }

  @Test
  void ofAHouseholdThatIsNotKnownItSaysNothingElse() throws IOException {
    assertThat(AnswerJson.line(TestAnswers.unknown()))
        .isEqualTo("{\"householdId\":\"h-0000\",\"known\":false}");
    assertThat(page).contains("`{\"householdId\":\"h-0000\",\"known\":false}`");
  }

  @Test
  void theExampleIsALineThatWasWritten() throws IOException {
    Matcher block = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL).matcher(page);
    assertThat(block.find()).isTrue();
    assertThat(withoutVersion(JSON.readTree(block.group(1))))
        .isEqualTo(withoutVersion(line(TestAnswers.bigBills())));
  }

  @Test
  void everyFieldOfTheContractIsThereOrSaidToBeLeftOut() {
    List<String> said = new ArrayList<>(CONTRACT);
    Matcher leftOut =
        Pattern.compile("`((?:HouseholdAnswer|Hit|MutedHit|ClassProposal)\\.\\w+)`")
            .matcher(page.substring(page.indexOf("## Left out")));
    while (leftOut.find()) {
      said.add(leftOut.group(1));
    }
    List<String> fields = new ArrayList<>();
    for (Schema record :
        List.of(
            HouseholdAnswer.getClassSchema(),
            Measured.getClassSchema(),
            NotAssessable.getClassSchema(),
            Hit.getClassSchema(),
            MutedHit.getClassSchema(),
            LimitUsed.getClassSchema(),
            DayFlow.getClassSchema(),
            CaseView.getClassSchema(),
            ClassProposal.getClassSchema())) {
      record.getFields().forEach(field -> fields.add(record.getName() + "." + field.name()));
    }
    assertThat(said).containsExactlyInAnyOrderElementsOf(fields);
  }

  /** Red twins: a field that the page does not know, one that is missing, one of another type. */
  @Test
  void aLineThatIsOtherwiseIsNoticed() throws IOException {
    String good = AnswerJson.line(TestAnswers.bigBills());
    for (String wrong :
        List.of(
            good.replace("\"lineCount\"", "\"lines\""),
            good.replace("\"known\":true,", ""),
            good.replace("\"asOf\":\"2023-12-31\"", "\"asOf\":19722"),
            good.replace("\"urgency\":\"RED\"", "\"urgency\":\"PURPLE\""),
            good.replace("\"spentFen\":", "\"spentYuan\":"))) {
      assertThat(wrong).isNotEqualTo(good);
      JsonNode line = JSON.readTree(wrong);
      assertThatThrownBy(() -> assertIs("Line", line)).isInstanceOf(AssertionError.class);
    }
  }

  /** The version is a hash of all policies, and changes with rules that are not in the example. */
  private static JsonNode withoutVersion(JsonNode line) {
    return ((ObjectNode) line).put("bundleVersion", "");
  }

  private static JsonNode line(HouseholdAnswer answer) throws IOException {
    return JSON.readTree(AnswerJson.line(answer));
  }

  private static void assertIs(String object, JsonNode node) {
    Map<String, String> fields = types.get(object);
    assertThat(fields).as("table of " + object).isNotNull();
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    assertThat(names).as(object).containsExactlyElementsOf(fields.keySet());
    fields.forEach((name, type) -> assertType(object + "." + name, type, node.get(name)));
  }

  private static void assertType(String where, String type, JsonNode value) {
    if (type.endsWith(" or null")) {
      if (!value.isNull()) {
        assertType(where, type.substring(0, type.length() - " or null".length()), value);
      }
    } else if (type.startsWith("list of ")) {
      assertThat(value.isArray()).as(where).isTrue();
      value.forEach(item -> assertType(where, type.substring("list of ".length()), item));
    } else if (types.containsKey(type)) {
      assertIs(type, value);
    } else if (type.contains(", ")) {
      assertThat(new TreeSet<>(Arrays.asList(type.split(", "))))
          .as(where)
          .contains(value.textValue());
    } else {
      switch (type) {
        case "text" -> assertThat(value.isTextual()).as(where).isTrue();
        case "integer" -> assertThat(value.isIntegralNumber()).as(where).isTrue();
        case "true or false" -> assertThat(value.isBoolean()).as(where).isTrue();
        case "date" -> assertThat(value.asText()).as(where).matches("\\d{4}-\\d{2}-\\d{2}");
        case "instant" -> assertThat(value.asText()).as(where).matches("\\d{4}-.+T.+Z");
        default -> throw new AssertionError(where + ": the page says a type " + type);
      }
    }
  }
}
