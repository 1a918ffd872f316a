package io.hearthwatch.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.io.flink.Metrics;
import io.hearthwatch.io.topic.Topics;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.description.HtmlFormatter;
import org.apache.flink.util.TimeUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** docs/operations.md says what the code says, all of it and nothing else. */
class OperationsPageTest {

  private static String page;

  @BeforeAll
  static void read() throws IOException {
    page = Files.readString(Path.of("../../docs/operations.md"));
  }

  @Test
  void listsTheOptions() {
    assertThat(tableUnder("## Options of household-risk"))
        .isEqualTo(RiskOptions.ALL.stream().map(OperationsPageTest::row).toList());
  }

  @Test
  void noOptionIsLeftOutOfTheList() throws IllegalAccessException {
    List<Object> declared = new ArrayList<>();
    for (Field field : RiskOptions.class.getDeclaredFields()) {
      if (field.getType() == ConfigOption.class) {
        declared.add(field.get(null));
      }
    }
    assertThat(RiskOptions.ALL).containsExactlyElementsOf(cast(declared));
  }

  @Test
  void listsTheTopics() {
    Set<String> rows = new LinkedHashSet<>();
    for (Topics.Topic topic : Topics.all()) {
      String name = topic.name().startsWith(Topics.EVENTS_PREFIX) ? "events.SOURCE" : topic.name();
      rows.add(
          "| `%s` | %d | %s | %s |"
              .formatted(
                  name, topic.partitions(), kept(topic.keep()), topic.compacted() ? "yes" : "no"));
    }
    assertThat(tableUnder("## Topics")).containsExactlyElementsOf(rows);
  }

  @Test
  void listsTheMetrics() throws IllegalAccessException {
    List<String> names = new ArrayList<>();
    for (Field field : Metrics.class.getFields()) {
      if (Modifier.isStatic(field.getModifiers())) {
        names.add((String) field.get(null));
      }
    }
    assertThat(tableUnder("## What to watch").stream().map(row -> row.split("`")[1]))
        .containsExactlyInAnyOrderElementsOf(names);
  }

  private static List<ConfigOption<?>> cast(List<Object> options) {
    List<ConfigOption<?>> cast = new ArrayList<>();
    options.forEach(option -> cast.add((ConfigOption<?>) option));
    return cast;
  }

  private static String row(ConfigOption<?> option) {
    String fallback =
        option.defaultValue() instanceof Duration duration
            ? TimeUtils.formatWithHighestUnit(duration)
            : option == RiskOptions.ZONE
                ? RiskOptions.ZONE.defaultValue()
                : option.defaultValue().toString().toLowerCase(Locale.ROOT);
    return "| `--%s` | %s | %s |"
        .formatted(option.key(), fallback, new HtmlFormatter().format(option.description()));
  }

  private static String kept(Duration keep) {
    if (keep.isNegative()) {
      return "for ever";
    }
    long days = keep.toDays();
    return days == 0 ? keep.toHours() + " hour" : days == 1 ? "1 day" : days + " days";
  }

  /** The rows of the first table under a heading, without its head. */
  private static List<String> tableUnder(String heading) {
    return page.lines()
        .dropWhile(line -> !line.equals(heading))
        .skip(1)
        .takeWhile(line -> !line.startsWith("## "))
        .dropWhile(line -> !line.startsWith("|"))
        .takeWhile(line -> line.startsWith("|"))
        .skip(2)
        .toList();
  }
}
