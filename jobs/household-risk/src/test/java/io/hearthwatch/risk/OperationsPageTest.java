package io.hearthwatch.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.io.flink.Metrics;
import io.hearthwatch.io.page.OperationsPage;
import io.hearthwatch.io.topic.Topics;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** docs/operations.md says what the code says, all of it and nothing else. */
class OperationsPageTest {

  @Test
  void listsTheOptions() throws Exception {
    assertThat(OperationsPage.tableUnder("## Options of household-risk"))
        .isEqualTo(OperationsPage.rows(RiskOptions.ALL));
  }

  @Test
  void noOptionIsLeftOutOfTheList() throws IllegalAccessException {
    assertThat(RiskOptions.ALL).isEqualTo(OperationsPage.declared(RiskOptions.class));
  }

  @Test
  void listsTheTopics() throws IOException {
    Set<String> rows = new LinkedHashSet<>();
    for (Topics.Topic topic : Topics.all()) {
      String name = topic.name().startsWith(Topics.EVENTS_PREFIX) ? "events.SOURCE" : topic.name();
      rows.add(
          "| `%s` | %d | %s | %s |"
              .formatted(
                  name, topic.partitions(), kept(topic.keep()), topic.compacted() ? "yes" : "no"));
    }
    assertThat(OperationsPage.tableUnder("## Topics")).containsExactlyElementsOf(rows);
  }

  @Test
  void listsTheMetrics() throws Exception {
    List<String> names = new ArrayList<>();
    for (Field field : Metrics.class.getFields()) {
      if (Modifier.isStatic(field.getModifiers())) {
        names.add((String) field.get(null));
      }
    }
    assertThat(OperationsPage.tableUnder("## What to watch").stream().map(row -> row.split("`")[1]))
        .containsExactlyInAnyOrderElementsOf(names);
  }

  private static String kept(Duration keep) {
    if (keep.isNegative()) {
      return "for ever";
    }
    long days = keep.toDays();
    return days == 0 ? keep.toHours() + " hour" : days == 1 ? "1 day" : days + " days";
  }
}
